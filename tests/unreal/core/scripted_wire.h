// A wire without a network: a service inside the test, with the faults that the test wants.
#pragma once

#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <string>
#include <vector>

#include "visavis/v1/conversation_service.pb.h"
#include "wire.h"

namespace visavis {

// What a test says about the service, and learns of it. Shared between the wire's thread and the test's.
struct Script {
  std::mutex mutex;
  std::vector<std::string> opens;      // ConversationConfig of each stream, serialised
  std::vector<std::string> requests;   // everything else, serialised, in order
  std::deque<double> break_at;         // break the stream off when frames have come so far, seconds
  int break_status = kUnavailable;
  std::atomic<int> refuse_status{kOk};  // refuse every stream
  bool deaf = false;                   // never answer, not even to a cancellation's network
  bool stall = false;                  // after the header say nothing more
  bool garble = false;                 // damage every frame
  int streams = 0;
};

::visavis::v1::Rig ScriptedRig();
// A frame's response, at index / fps, with a jaw that opens once a second.
std::string ScriptedFrame(int64_t index, int fps, const ::visavis::v1::Rig& rig);

class ScriptedWire final : public Wire {
 public:
  explicit ScriptedWire(Script* script);

  void Open(const char* method, double deadline_s) override;
  void Write(const uint8_t* data, size_t size) override;
  void HalfClose() override;
  void Receive() override;
  void Cancel() override;
  WireEvent Wait(SteadyTime until) override;
  void Wake() override;

 private:
  void Take(const uint8_t* data, size_t size);
  void MakeFrames();
  void Close(int status, const char* text);

  Script* script_;
  const ::visavis::v1::Rig rig_;

  std::mutex mutex_;
  std::condition_variable changed_;
  bool woken_ = false;
  bool open_ = false;
  bool unary_ = false;
  bool written_ = false;
  bool wanted_ = false;
  bool closed_ = false;
  bool half_closed_ = false;
  bool summary_sent_ = false;
  int status_ = kOk;
  const char* text_ = "";
  std::string first_;  // header or the unary answer
  bool first_sent_ = false;
  std::string summary_;
  int64_t index_ = 0;
  int64_t made_ = 0;  // frames up to here may be sent
  int64_t heard_[3] = {0, 0, 0};
  bool separate_ = false;
  int rate_ = 16000;
  int fps_ = 30;
  int sample_size_ = 2;
};

}  // namespace visavis
