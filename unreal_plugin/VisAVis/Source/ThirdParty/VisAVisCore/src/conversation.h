// A live conversation: keeps the stream to the service going, whatever the network does, and hands out faces by audio time.
#pragma once

#include <atomic>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "audio_track.h"
#include "events.h"
#include "frame.h"
#include "messages.h"
#include "playback.h"
#include "retargeter.h"
#include "wire.h"

namespace visavis {

struct ConversationOptions {
  ConversationConfig config;
  vav_weight_source weights = VAV_WEIGHTS_SOLVED;
  double connect_timeout_s = 10;
  double stall_timeout_s = 5;
  double first_backoff_s = 0.25;
  double max_backoff_s = 8;
  double give_up_after_s = 0;
  double audio_buffer_s = 30;
  int frame_capacity = 512;
};

class Conversation {
 public:
  // Starts at once on a thread of its own.
  Conversation(const ConversationOptions& options, std::unique_ptr<Wire> wire);
  // Ends the call and the thread; waits for neither the network nor the service.
  ~Conversation();
  Conversation(const Conversation&) = delete;
  Conversation& operator=(const Conversation&) = delete;

  // The public functions may be called from any thread.
  vav_state state() const;
  // `start_sample` below 0 continues the track. Sets how many samples were taken.
  vav_status PushAudio(vav_participant participant, int64_t start_sample, const void* samples, int64_t count, int64_t* taken);
  vav_status PushClock(vav_participant participant, int64_t up_to_sample);
  vav_status PushRoles(const RoleSpans& roles);
  vav_status PushScene(const SceneUpdate& scene);
  vav_status Finish();
  void Cancel();
  bool NextEvent(vav_event* out);
  bool Sample(vav_participant participant, double time_s, FacePose* out);
  vav_statistics Statistics() const;
  // False before the first connection.
  bool GetRig(Rig* out) const;

 private:
  // How one connection ended.
  struct Ending {
    int status = kOk;
    std::string text;
    bool finished = false;
    bool was_streaming = false;
  };
  using Clock = std::chrono::steady_clock;

  // On the worker thread.
  void Run();
  Ending Session(bool again);
  bool FetchRig(Ending* ending);
  Ending Stream(bool again);
  ConversationConfig ConfigForNow(bool again);
  bool NextOutgoing(bool* half_close);
  bool Take(const uint8_t* data, size_t size, bool again, bool* opened, bool* summarised, Ending* ending);
  void TakeFrame();
  bool Pause(double seconds);

  // With the mutex held.
  bool ChooseOutgoing();
  bool FramesOwed() const;
  AudioTrack* Track(vav_participant participant);
  vav_status Refusal() const;
  void Emit(vav_event_kind kind, vav_participant participant, int64_t number, double time_s, double value,
            const std::string& name, const std::string& text);
  void EmitPose(const PoseReading& pose);
  void Remember(const RoleSpans& roles);
  void Remember(const SceneUpdate& scene);

  const ConversationOptions options_;
  const int sample_size_;
  const std::unique_ptr<Wire> wire_;

  // Shared, under the mutex.
  mutable std::mutex mutex_;
  vav_state state_ = VAV_STATE_CONNECTING;
  vav_audio_layout layout_;
  AudioTrack mixed_, a_, b_;
  bool finish_asked_ = false;
  std::vector<std::string> control_;  // encoded, waiting to be sent
  RoleSpans roles_so_far_;
  SceneUpdate scene_so_far_;
  PlaybackBuffer playback_[2];  // A, B
  Rig rig_;
  EventQueue events_;
  vav_statistics statistics_{};
  double retarget_seconds_ = 0;
  double last_sampled_s_ = 0;
  bool said_before_ = false;  // a session has begun: scene and roles go by what was said so far
  int look_ahead_ms_ = 0;

  // The worker's own.
  std::unique_ptr<FaceRetargeter> retargeter_a_, retargeter_b_;
  ConversationFrame frame_;
  std::string outgoing_;
  std::atomic<bool> cancelled_{false};
  std::thread worker_;
};

}  // namespace visavis
