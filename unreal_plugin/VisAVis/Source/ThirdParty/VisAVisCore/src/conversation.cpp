#include "conversation.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <random>

#include "frame_reader.h"
#include "query.h"

namespace visavis {
namespace {

constexpr const char* kConverse = "/visavis.v1.ConversationService/Converse";
constexpr const char* kGetRig = "/visavis.v1.ConversationService/GetRig";
constexpr double kChunkSeconds = 0.1;       // sound in one message, at most
constexpr double kBackoffGrowth = 2.0;
constexpr double kBackoffSpread = 0.2;      // each pause is up to so much longer or shorter
constexpr double kKeepRolesSeconds = 10.0;  // spans that ended longer ago need not be said again
constexpr double kResumeContext = 0.25;     // sound before the first frame wanted that the service may want to hear, seconds
constexpr double kTick = 0.02;              // how often a held-back stream looks whether there is room again, seconds

bool WorthTryingAgain(int status) {
  switch (status) {
    case kInvalidArgument: case kNotFound: case kPermissionDenied: case kFailedPrecondition: case kOutOfRange:
    case kUnimplemented: case kUnauthenticated:
      return false;
    default: return true;
  }
}

SteadyTime After(double seconds) {
  return std::chrono::steady_clock::now() + std::chrono::microseconds(static_cast<int64_t>(seconds * 1e6));
}

}  // namespace

Conversation::Conversation(const ConversationOptions& options, std::unique_ptr<Wire> wire)
    : options_(options),
      sample_size_(options.config.encoding == VAV_AUDIO_F32 ? 4 : 2),
      wire_(std::move(wire)),
      layout_(options.config.layout),
      scene_so_far_(options.config.scene),
      playback_{PlaybackBuffer(options.frame_capacity), PlaybackBuffer(options.frame_capacity)} {
  const auto capacity = static_cast<int64_t>(options_.audio_buffer_s * options_.config.sample_rate);
  if (layout_ != VAV_LAYOUT_SEPARATE) mixed_.Configure(capacity, sample_size_);
  if (layout_ != VAV_LAYOUT_MIXED) {
    a_.Configure(capacity, sample_size_);
    b_.Configure(capacity, sample_size_);
  }
  statistics_.newest_frame_s = -1;
  outgoing_.reserve(static_cast<size_t>(kChunkSeconds * options_.config.sample_rate * sample_size_) + 64);
  worker_ = std::thread([this] { Run(); });
}

Conversation::~Conversation() {
  Cancel();
  worker_.join();
}

vav_state Conversation::state() const {
  std::lock_guard<std::mutex> lock(mutex_);
  return state_;
}

vav_status Conversation::Refusal() const {
  return state_ == VAV_STATE_FINISHED || state_ == VAV_STATE_FAILED || state_ == VAV_STATE_CANCELLED || finish_asked_
             ? VAV_CLOSED
             : VAV_OK;
}

AudioTrack* Conversation::Track(vav_participant participant) {
  if (participant == VAV_PARTICIPANT_MIXED) {
    return layout_ == VAV_LAYOUT_SEPARATE ? nullptr : &mixed_;
  }
  if (layout_ == VAV_LAYOUT_MIXED) return nullptr;
  return participant == VAV_PARTICIPANT_A ? &a_ : participant == VAV_PARTICIPANT_B ? &b_ : nullptr;
}

vav_status Conversation::PushAudio(vav_participant participant, int64_t start_sample, const void* samples, int64_t count,
                                   int64_t* taken) {
  *taken = 0;
  {
    std::lock_guard<std::mutex> lock(mutex_);
    if (const vav_status refusal = Refusal()) return refusal;
    AudioTrack* track = Track(participant);
    if (track == nullptr || count <= 0) return VAV_INVALID_ARGUMENT;
    if (start_sample < 0) start_sample = std::max(track->end(), track->clock);
    if (start_sample < std::max(track->end(), track->clock)) return VAV_INVALID_ARGUMENT;
    if (layout_ == VAV_LAYOUT_BY_FIRST_CHUNK) {
      layout_ = participant == VAV_PARTICIPANT_MIXED ? VAV_LAYOUT_MIXED : VAV_LAYOUT_SEPARATE;
    }
    *taken = track->Push(start_sample, static_cast<const uint8_t*>(samples), count, state_ == VAV_STATE_RECONNECTING);
    if (*taken == 0) return VAV_FULL;
    statistics_.audio_pushed_s = std::max(statistics_.audio_pushed_s,
                                          static_cast<double>(track->end()) / options_.config.sample_rate);
  }
  wire_->Wake();
  return VAV_OK;
}

vav_status Conversation::PushClock(vav_participant participant, int64_t up_to_sample) {
  {
    std::lock_guard<std::mutex> lock(mutex_);
    if (const vav_status refusal = Refusal()) return refusal;
    if (participant == VAV_PARTICIPANT_MIXED) {
      // Every track: those that stand later already are left alone.
      for (AudioTrack* track : {&mixed_, &a_, &b_}) {
        if (layout_ == VAV_LAYOUT_SEPARATE && track == &mixed_) continue;
        if (layout_ == VAV_LAYOUT_MIXED && track != &mixed_) continue;
        track->clock = std::max(track->clock, up_to_sample);
      }
    } else {
      AudioTrack* track = Track(participant);
      if (track == nullptr || up_to_sample < track->clock) return VAV_INVALID_ARGUMENT;
      track->clock = up_to_sample;
    }
  }
  wire_->Wake();
  return VAV_OK;
}

vav_status Conversation::PushRoles(const RoleSpans& roles) {
  {
    std::lock_guard<std::mutex> lock(mutex_);
    if (const vav_status refusal = Refusal()) return refusal;
    Remember(roles);
    control_.push_back(EncodeRoles(roles));
  }
  wire_->Wake();
  return VAV_OK;
}

vav_status Conversation::PushScene(const SceneUpdate& scene) {
  {
    std::lock_guard<std::mutex> lock(mutex_);
    if (const vav_status refusal = Refusal()) return refusal;
    Remember(scene);
    control_.push_back(EncodeScene(scene));
  }
  wire_->Wake();
  return VAV_OK;
}

void Conversation::Remember(const RoleSpans& roles) {
  std::vector<vav_role_span>& spans = roles_so_far_.spans;
  if (roles.replace && !roles.spans.empty()) {
    double from = roles.spans.front().start_s;
    for (const vav_role_span& span : roles.spans) from = std::min(from, span.start_s);
    for (vav_role_span& span : spans) span.end_s = std::min(span.end_s, from);
  }
  spans.insert(spans.end(), roles.spans.begin(), roles.spans.end());
  roles_so_far_.known_until_s = std::max(roles_so_far_.known_until_s, roles.known_until_s);
  const double old = last_sampled_s_ - kKeepRolesSeconds;
  spans.erase(std::remove_if(spans.begin(), spans.end(),
                             [old](const vav_role_span& s) { return s.end_s <= s.start_s || s.end_s < old; }),
              spans.end());
}

void Conversation::Remember(const SceneUpdate& scene) {
  if (!scene.pose_text.empty()) {
    scene_so_far_.pose_text = scene.pose_text;
    scene_so_far_.has_placement = false;
  }
  if (scene.has_placement) {
    scene_so_far_.pose_text.clear();
    scene_so_far_.has_placement = true;
    scene_so_far_.placement = scene.placement;
  }
  std::vector<SceneObject>& objects = scene_so_far_.objects;
  const auto forget = [&objects](const std::string& name) {
    objects.erase(std::remove_if(objects.begin(), objects.end(), [&](const SceneObject& o) { return o.name == name; }),
                  objects.end());
  };
  for (const SceneObject& object : scene.objects) {
    forget(object.name);
    objects.push_back(object);
  }
  for (const std::string& name : scene.removed_objects) forget(name);
}

vav_status Conversation::Finish() {
  {
    std::lock_guard<std::mutex> lock(mutex_);
    if (const vav_status refusal = Refusal()) return refusal;
    finish_asked_ = true;
  }
  wire_->Wake();
  return VAV_OK;
}

void Conversation::Cancel() {
  cancelled_.store(true);
  wire_->Wake();
}

bool Conversation::NextEvent(vav_event* out) {
  std::lock_guard<std::mutex> lock(mutex_);
  return events_.Pop(out);
}

bool Conversation::Sample(vav_participant participant, double time_s, FacePose* out) {
  std::lock_guard<std::mutex> lock(mutex_);
  last_sampled_s_ = std::max(0.0, time_s);
  PlaybackBuffer& playback = playback_[participant == VAV_PARTICIPANT_B ? 1 : 0];
  playback.Sample(time_s, out);
  return playback.newest_s() >= 0;
}

vav_statistics Conversation::Statistics() const {
  std::lock_guard<std::mutex> lock(mutex_);
  vav_statistics statistics = statistics_;
  statistics.buffered_s = statistics.newest_frame_s < 0 ? 0 : statistics.newest_frame_s - last_sampled_s_;
  statistics.frames_late = playback_[0].late();
  const auto faces = static_cast<double>(2 * statistics.frames_received);
  statistics.retarget_us = faces > 0 ? 1e6 * retarget_seconds_ / faces : 0;
  return statistics;
}

void Conversation::Emit(vav_event_kind kind, vav_participant participant, int64_t number, double time_s, double value,
                        const std::string& name, const std::string& text) {
  vav_event event;
  event.kind = kind;
  event.participant = participant;
  event.number = number;
  event.time_s = time_s;
  event.value = value;
  CopyText(name, event.name, sizeof event.name);
  CopyText(text, event.text, sizeof event.text);
  events_.Push(event);
}

void Conversation::EmitPose(const PoseReading& pose) {
  // From now on the numbers stand for the sentence, should the scene have to be said again.
  scene_so_far_.pose_text.clear();
  scene_so_far_.has_placement = true;
  scene_so_far_.placement = pose.placement;
  Emit(VAV_EVENT_POSE_READ, 0, 0, 0, pose.confidence, pose.not_understood, pose.reading);
}

// ------------------------------------------------------------------------------------------ the worker

void Conversation::Run() {
  double backoff = options_.first_backoff_s;
  bool again = false;
  // Clients that lost the same service do not all come back in the same moment.
  std::minstd_rand chance(static_cast<unsigned>(Clock::now().time_since_epoch().count()) | 1u);
  std::uniform_real_distribution<double> spread(1 - kBackoffSpread, 1 + kBackoffSpread);
  SteadyTime lost_since = Clock::now();
  for (;;) {
    const Ending ending = Session(again);
    if (cancelled_.load()) {
      std::lock_guard<std::mutex> lock(mutex_);
      state_ = VAV_STATE_CANCELLED;
      return;
    }
    again = again || ending.was_streaming;
    // A service that is full, or tired of waiting, is not asked again so soon.
    if (ending.was_streaming && ending.status != kResourceExhausted) {
      backoff = options_.first_backoff_s;
      lost_since = Clock::now();
    }
    const double lost_s = std::chrono::duration<double>(Clock::now() - lost_since).count();
    {
      std::lock_guard<std::mutex> lock(mutex_);
      if (ending.finished) {
        state_ = VAV_STATE_FINISHED;
        return;
      }
      const bool give_up = options_.give_up_after_s > 0 && lost_s + backoff > options_.give_up_after_s;
      if (give_up || !WorthTryingAgain(ending.status)) {
        state_ = VAV_STATE_FAILED;
        Emit(VAV_EVENT_FAILED, 0, ending.status, 0, 0, "", ending.text);
        return;
      }
      state_ = again ? VAV_STATE_RECONNECTING : VAV_STATE_CONNECTING;
      Emit(VAV_EVENT_DISCONNECTED, 0, ending.status, 0, 0, "", ending.text);
    }
    if (!Pause(backoff * spread(chance))) continue;  // cancelled: the next session ends at once
    backoff = std::min(backoff * kBackoffGrowth, options_.max_backoff_s);
  }
}

bool Conversation::Pause(double seconds) {
  const SteadyTime until = After(seconds);
  while (!cancelled_.load() && Clock::now() < until) wire_->Wait(until);
  return !cancelled_.load();
}

Conversation::Ending Conversation::Session(bool again) {
  Ending ending;
  if (!FetchRig(&ending)) return ending;
  return Stream(again);
}

bool Conversation::FetchRig(Ending* ending) {
  Rig rig;
  bool readable = true;
  const UnaryResult result = CallUnary(wire_.get(), kGetRig, EncodeGetRigRequest(), options_.connect_timeout_s, cancelled_,
                                       [&](const uint8_t* bytes, size_t size) {
                                         readable = DecodeRig(bytes, size, &rig);
                                         return readable;
                                       });
  ending->status = readable ? result.status : static_cast<int>(kFailedPrecondition);
  ending->text = readable ? result.text : "the service's rig cannot be read: it has other sizes than this client knows";
  if (ending->status != kOk) return false;
  retargeter_a_ = std::make_unique<FaceRetargeter>(rig);
  retargeter_b_ = std::make_unique<FaceRetargeter>(rig);
  std::lock_guard<std::mutex> lock(mutex_);
  rig_ = std::move(rig);
  return true;
}

ConversationConfig Conversation::ConfigForNow(bool again) {
  ConversationConfig config = options_.config;
  config.include_arkit = options_.weights == VAV_WEIGHTS_FROM_SERVICE;
  std::lock_guard<std::mutex> lock(mutex_);
  config.layout = layout_;
  if (!said_before_) {
    said_before_ = true;
    return config;
  }
  // What was queued is part of the scene and roles so far.
  config.scene = scene_so_far_;
  config.scene.time_s = 0;
  config.scene.transition_s = -1;
  control_.clear();
  if (!roles_so_far_.spans.empty()) control_.push_back(EncodeRoles(roles_so_far_));
  for (AudioTrack* track : {&mixed_, &a_, &b_}) track->Rewind(0);
  if (!again) return config;
  // Goes on where frames are needed next: after the newest, or where the playback is by now.
  const double newest = playback_[0].newest_s();
  const double next = newest < 0 ? 0 : (std::round(newest * config.fps) + 1) / config.fps;
  const double shown = std::ceil(last_sampled_s_ * config.fps - 1e-6) / config.fps;
  config.resume_at_s = std::max(next, shown);
  const double from_s = std::max(0.0, config.resume_at_s - kResumeContext);
  const auto from = config.look_ahead == VAV_LOOK_AHEAD_OFFLINE ? 0 : static_cast<int64_t>(from_s * config.sample_rate);
  for (AudioTrack* track : {&mixed_, &a_, &b_}) track->Rewind(from);
  return config;
}

bool Conversation::NextOutgoing(bool* half_close) {
  std::lock_guard<std::mutex> lock(mutex_);
  *half_close = false;
  if (ChooseOutgoing()) {
    statistics_.bytes_sent += static_cast<int64_t>(outgoing_.size());
    return true;
  }
  *half_close = finish_asked_;
  return finish_asked_;
}

bool Conversation::ChooseOutgoing() {
  if (!control_.empty()) {
    outgoing_ = control_.front();
    control_.erase(control_.begin());
    return true;
  }
  // The track that is behind goes first, so that neither waits for the other.
  AudioTrack* behind = nullptr;
  for (AudioTrack* track : {&mixed_, &a_, &b_}) {
    // What a clock has declared silent is not said again as samples.
    if (track->sent() < track->clock_sent) track->MarkSent(track->clock_sent);
    if (track->sent() < track->end() && (behind == nullptr || track->sent() < behind->sent())) behind = track;
  }
  if (behind != nullptr) {
    int64_t start = 0;
    const uint8_t* samples = nullptr;
    const int64_t count =
        behind->Peek(static_cast<int64_t>(kChunkSeconds * options_.config.sample_rate), &start, &samples);
    const int participant = behind == &a_ ? VAV_PARTICIPANT_A : behind == &b_ ? VAV_PARTICIPANT_B : VAV_PARTICIPANT_MIXED;
    EncodeAudio(participant, start, samples, static_cast<size_t>(count * sample_size_), &outgoing_);
    behind->MarkSent(start + count);
    statistics_.audio_sent_s =
        std::max(statistics_.audio_sent_s, static_cast<double>(behind->sent()) / options_.config.sample_rate);
    return true;
  }
  for (AudioTrack* track : {&mixed_, &a_, &b_}) {
    if (track->clock <= std::max(track->clock_sent, track->sent())) continue;
    const bool separate = layout_ == VAV_LAYOUT_SEPARATE;
    if (separate == (track == &mixed_)) continue;  // before the first sound nobody knows: the mixed one stands for all
    const int participant = track == &a_ ? VAV_PARTICIPANT_A : track == &b_ ? VAV_PARTICIPANT_B : VAV_PARTICIPANT_MIXED;
    EncodeClock(participant, track->clock, &outgoing_);
    track->clock_sent = track->clock;
    return true;
  }
  return false;
}

bool Conversation::FramesOwed() const {
  if (options_.config.look_ahead == VAV_LOOK_AHEAD_OFFLINE) return false;
  const auto heard = [](const AudioTrack& track) { return std::max(track.sent(), track.clock_sent); };
  const int64_t samples = layout_ == VAV_LAYOUT_SEPARATE ? std::min(heard(a_), heard(b_)) : heard(mixed_);
  const double wait_s = look_ahead_ms_ / 1000.0 + 2.0 / options_.config.fps;
  return static_cast<double>(samples) / options_.config.sample_rate - wait_s > statistics_.newest_frame_s;
}

Conversation::Ending Conversation::Stream(bool again) {
  Ending ending;
  const std::string open = EncodeOpen(ConfigForNow(again));
  wire_->Open(kConverse, 0);
  wire_->Write(reinterpret_cast<const uint8_t*>(open.data()), open.size());
  wire_->Receive();
  bool writing = true;
  bool reading = true;
  bool half_closed = false;
  bool opened = false;
  bool summarised = false;
  bool cancelling = false;
  SteadyTime deadline = After(options_.connect_timeout_s);
  for (;;) {
    if (!cancelling && cancelled_.load()) {
      cancelling = true;
      wire_->Cancel();
    }
    if (!cancelling && !writing && !half_closed) {
      bool half_close = false;
      if (NextOutgoing(&half_close)) {
        writing = true;
        if (half_close) {
          half_closed = true;
          wire_->HalfClose();
        } else {
          wire_->Write(reinterpret_cast<const uint8_t*>(outgoing_.data()), outgoing_.size());
        }
      }
    }
    bool owed = false;
    {
      std::lock_guard<std::mutex> lock(mutex_);
      if (!reading && !cancelling && playback_[0].HasRoom() && playback_[1].HasRoom()) {
        reading = true;
        wire_->Receive();
        deadline = After(options_.stall_timeout_s);
      }
      owed = reading && (!opened || FramesOwed() ||
                         (half_closed && options_.config.look_ahead != VAV_LOOK_AHEAD_OFFLINE));
    }
    if (!owed) deadline = After(opened ? options_.stall_timeout_s : options_.connect_timeout_s);
    if (!cancelling && Clock::now() >= deadline) {
      ending.status = kUnavailable;
      ending.text = opened ? "frames are owed and none came: the connection is dead" : "no answer within the connect timeout";
      cancelling = true;
      wire_->Cancel();
    }
    const SteadyTime wake_up = reading ? deadline : After(kTick);
    const WireEvent event = wire_->Wait(cancelling ? After(1) : wake_up);
    switch (event.kind) {
      case WireEvent::kNothing: break;
      case WireEvent::kWritten: writing = false; break;
      case WireEvent::kMessage:
        deadline = After(options_.stall_timeout_s);
        reading = false;
        if (cancelling) break;
        if (!Take(event.data, event.size, again, &opened, &summarised, &ending)) {
          cancelling = true;
          wire_->Cancel();
        }
        break;
      case WireEvent::kClosed:
        if (ending.status == kOk) {
          ending.status = event.status;
          ending.text = event.text;
        }
        ending.was_streaming = opened;
        ending.finished = summarised;
        if (!ending.finished && ending.status == kOk) {
          ending.status = kUnavailable;
          ending.text = "the service ended the stream without a summary";
        }
        return ending;
    }
  }
}

bool Conversation::Take(const uint8_t* data, size_t size, bool again, bool* opened, bool* summarised, Ending* ending) {
  const ResponseKind kind = ReadResponse(data, size, &frame_);
  if (kind == ResponseKind::kFrame && *opened) {
    TakeFrame();
    std::lock_guard<std::mutex> lock(mutex_);
    statistics_.bytes_received += static_cast<int64_t>(size);
    return true;
  }
  std::lock_guard<std::mutex> lock(mutex_);
  statistics_.bytes_received += static_cast<int64_t>(size);
  switch (kind) {
    case ResponseKind::kHeader: {
      StreamHeader header;
      if (!DecodeHeader(data, size, &header) || header.fps != options_.config.fps) {
        ending->status = kFailedPrecondition;
        ending->text = "the service announced a stream this client did not ask for";
        return false;
      }
      *opened = true;
      look_ahead_ms_ = header.look_ahead_ms;
      state_ = VAV_STATE_STREAMING;
      if (again) {
        ++statistics_.reconnects;
        Emit(VAV_EVENT_RESUMED, 0, statistics_.reconnects, last_sampled_s_, 0, header.rig_id, header.conversation_id);
      } else {
        Emit(VAV_EVENT_OPENED, 0, header.fps, 0, header.look_ahead_ms, header.rig_id, header.conversation_id);
        if (header.has_pose) EmitPose(header.pose);
      }
      return true;
    }
    case ResponseKind::kRoleEvent: {
      RoleEvent event;
      if (DecodeRoleEvent(data, size, &event)) {
        Emit(VAV_EVENT_ROLE, event.participant, event.kind, event.time_s, 0, "", "");
      }
      return true;
    }
    case ResponseKind::kNotice: {
      Notice notice;
      if (DecodeNotice(data, size, &notice)) {
        Emit(VAV_EVENT_NOTICE, 0, notice.severity, notice.time_s, 0, notice.code, notice.message);
      }
      return true;
    }
    case ResponseKind::kPose: {
      PoseReading pose;
      if (DecodePose(data, size, &pose)) EmitPose(pose);
      return true;
    }
    case ResponseKind::kSummary: {
      StreamSummary summary;
      if (DecodeSummary(data, size, &summary)) {
        *summarised = true;
        Emit(VAV_EVENT_FINISHED, 0, summary.frames, summary.audio_s, summary.audio_s, "", "");
      }
      return true;
    }
    case ResponseKind::kNone: return true;  // an answer that a newer service knows
    case ResponseKind::kFrame: break;       // before the header
    case ResponseKind::kMalformed: ++statistics_.frames_refused; break;
  }
  ending->status = kInternal;
  ending->text = kind == ResponseKind::kFrame ? "a frame came before the stream's header" : "a malformed message came";
  return false;
}

void Conversation::TakeFrame() {
  FacePose a;
  FacePose b;
  const SteadyTime before = Clock::now();
  retargeter_a_->Retarget(frame_.a, frame_.time_s, &a);
  retargeter_b_->Retarget(frame_.b, frame_.time_s, &b);
  const double spent = std::chrono::duration<double>(Clock::now() - before).count();
  std::lock_guard<std::mutex> lock(mutex_);
  retarget_seconds_ += spent;
  ++statistics_.frames_received;
  statistics_.newest_frame_s = std::max(statistics_.newest_frame_s, frame_.time_s);
  playback_[0].Push(a);
  playback_[1].Push(b);
}

bool Conversation::GetRig(Rig* out) const {
  std::lock_guard<std::mutex> lock(mutex_);
  *out = rig_;
  return !rig_.rig_id.empty();
}

}  // namespace visavis
