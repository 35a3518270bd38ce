#include "scripted_wire.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "arkit.h"

namespace visavis {

namespace pb = ::visavis::v1;

pb::Rig ScriptedRig() {
  pb::Rig rig;
  rig.set_rig_id("scripted");
  rig.set_expression_size(50);
  rig.set_ridge(1e-3f);
  rig.set_sweeps(4);
  rig.mutable_arkit_to_flame()->set_rows(53);
  rig.mutable_arkit_to_flame()->set_columns(52);
  uint32_t state = 1;
  for (int i = 0; i < 53 * 52; ++i) {
    state = state * 1664525u + 1013904223u;
    const bool eye = i % 52 < 5 || (i % 52 >= 7 && i % 52 < 12);  // blinks and eye looks
    rig.mutable_arkit_to_flame()->add_values(eye ? 0 : static_cast<float>(state >> 16) / 32768.0f - 1);
  }
  for (int i = 0; i < 5; ++i) rig.add_joints()->set_y(0.1f * static_cast<float>(i));
  for (int i = 0; i < 4; ++i) rig.add_eye_look_range(0.5f);
  return rig;
}

std::string ScriptedFrame(int64_t index, int fps, const pb::Rig& rig) {
  pb::ConverseResponse response;
  pb::ConversationFrame* frame = response.mutable_frame();
  const double time_s = static_cast<double>(index) / fps;
  frame->set_index(index);
  frame->set_time_s(time_s);
  for (pb::PersonFrame* person : {frame->mutable_a(), frame->mutable_b()}) {
    const bool is_a = person == frame->mutable_a();
    const float open = static_cast<float>(0.5 + 0.5 * std::sin(2 * 3.14159265 * time_s + (is_a ? 0 : 1)));
    for (int r = 0; r < 53; ++r) {
      const float value = rig.arkit_to_flame().values(r * 52 + kJawOpen) * open;
      r < 50 ? person->add_expression(value) : person->add_jaw(value);
    }
    for (int i = 0; i < 3; ++i) {
      person->add_global_rotation(i == 1 ? (is_a ? 1.57f : -1.57f) : 0);
      person->add_neck(i == 1 ? static_cast<float>(0.2 * std::sin(time_s)) : 0);
      person->add_left_eye(0.05f);
      person->add_right_eye(0.05f);
      person->add_translation(i == 0 ? (is_a ? -0.6f : 0.6f) : i == 1 ? 1.5f : 0);
    }
    person->add_eyelids(0);
    person->add_eyelids(0);
    person->set_speaking(is_a ? 0.9f : 0.1f);
    person->mutable_gaze()->set_kind(pb::GAZE_KIND_PARTNER_EYES);
    person->mutable_gaze()->set_on_partner(1);
  }
  return response.SerializeAsString();
}

namespace {
// Made once, so that nothing is allocated while they are sent.
const std::vector<std::string>& Frames() {
  static const std::vector<std::string> frames = [] {
    std::vector<std::string> made;
    const pb::Rig rig = ScriptedRig();
    for (int64_t i = 0; i < 600; ++i) made.push_back(ScriptedFrame(i, 30, rig));
    return made;
  }();
  return frames;
}
}  // namespace

ScriptedWire::ScriptedWire(Script* script) : script_(script), rig_(ScriptedRig()) { Frames(); }

void ScriptedWire::Open(const char* method, double) {
  std::lock_guard<std::mutex> lock(mutex_);
  open_ = true;
  unary_ = std::strstr(method, "Converse") == nullptr || std::strstr(method, "/Converse") == nullptr;
  written_ = wanted_ = closed_ = half_closed_ = first_sent_ = summary_sent_ = false;
  status_ = kOk;
  text_ = "";
  first_.clear();
  std::fill(heard_, heard_ + 3, 0);
}

void ScriptedWire::Write(const uint8_t* data, size_t size) {
  std::lock_guard<std::mutex> lock(mutex_);
  if (script_->deaf) return;
  Take(data, size);
  written_ = true;
}

void ScriptedWire::Take(const uint8_t* data, size_t size) {
  if (unary_) {
    pb::GetRigResponse answer;
    *answer.mutable_rig() = rig_;
    first_ = answer.SerializeAsString();
    return;
  }
  // Sound and clocks come without end: they are read by hand, and kept only when the test wants to see them.
  if (data[0] == (2 << 3 | 2) || data[0] == (5 << 3 | 2)) {

    const uint8_t* at = data + 1;
    const auto varint = [&at] {
      uint64_t value = 0;
      for (int shift = 0;; shift += 7) {
        const uint8_t byte = *at++;
        value |= static_cast<uint64_t>(byte & 0x7f) << shift;
        if (byte < 0x80) return value;
      }
    };
    varint();
    int participant = 0;
    int64_t place = 0;
    int64_t samples = 0;
    while (at < data + size) {
      const uint8_t key = *at++;
      const uint64_t value = varint();
      if (key >> 3 == 1) participant = static_cast<int>(value);
      if (key >> 3 == 2) place = static_cast<int64_t>(value);
      if (key >> 3 == 3) {
        samples = static_cast<int64_t>(value) / sample_size_;
        at += value;
      }
    }

    if (samples > 0 && place < heard_[participant]) {
      Close(kInvalidArgument, "audio.start_sample lies before what was sent or declared silent");
      return;
    }
    int64_t& heard = heard_[participant];
    heard = std::max(heard, place + samples);
    MakeFrames();
    return;
  }
  pb::ConverseRequest request;
  request.ParseFromArray(data, static_cast<int>(size));
  if (request.has_open()) {
    {
      std::lock_guard<std::mutex> lock(script_->mutex);
      script_->opens.push_back(request.open().SerializeAsString());
      ++script_->streams;
    }
    rate_ = request.open().sample_rate();
    fps_ = request.open().fps();
    sample_size_ = request.open().encoding() == pb::AUDIO_ENCODING_PCM_F32LE ? 4 : 2;
    separate_ = request.open().layout() == pb::AUDIO_LAYOUT_SEPARATE;
    index_ = made_ = static_cast<int64_t>(std::lround(request.open().resume_at_s() * fps_));
    if (script_->refuse_status != kOk) {
      Close(script_->refuse_status, "refused on purpose");
      return;
    }
    pb::ConverseResponse response;
    response.mutable_header()->set_conversation_id("scripted");
    response.mutable_header()->set_fps(fps_);
    response.mutable_header()->set_look_ahead_ms(200);
    response.mutable_header()->set_rig_id("scripted");
    first_ = response.SerializeAsString();
    pb::ConverseResponse last;
    last.mutable_summary()->set_frames(1);
    summary_ = last.SerializeAsString();
    return;
  }
  std::lock_guard<std::mutex> lock(script_->mutex);
  script_->requests.push_back(request.SerializeAsString());
}

void ScriptedWire::MakeFrames() {
  const int64_t known = separate_ ? std::min(heard_[1], heard_[2]) : heard_[0];
  const double ready_s = static_cast<double>(known) / rate_ - (half_closed_ ? 0 : 0.2);
  made_ = std::max(made_, static_cast<int64_t>(std::floor(ready_s * fps_)));
}

void ScriptedWire::HalfClose() {
  std::lock_guard<std::mutex> lock(mutex_);
  if (script_->deaf) return;
  half_closed_ = true;
  MakeFrames();
  written_ = true;
}

void ScriptedWire::Receive() {
  std::lock_guard<std::mutex> lock(mutex_);
  wanted_ = true;
}

void ScriptedWire::Close(int status, const char* text) {
  closed_ = true;
  status_ = status;
  text_ = text;
}

void ScriptedWire::Cancel() {
  std::lock_guard<std::mutex> lock(mutex_);
  if (open_ && !closed_) Close(kCancelled, "cancelled");
}

WireEvent ScriptedWire::Wait(SteadyTime until) {
  std::unique_lock<std::mutex> lock(mutex_);
  WireEvent event;
  for (;;) {
    if (open_ && written_) {
      written_ = false;
      event.kind = WireEvent::kWritten;
      return event;
    }
    const auto hand_out = [&](const std::string& bytes) {
      wanted_ = false;
      event.kind = WireEvent::kMessage;
      event.data = reinterpret_cast<const uint8_t*>(bytes.data());
      event.size = bytes.size();
      return event;
    };
    if (open_ && !closed_ && wanted_) {
      if (!first_sent_ && !first_.empty()) {
        first_sent_ = true;
        return hand_out(first_);
      }
      if (unary_ && first_sent_) {
        Close(kOk, "");
      } else if (first_sent_ && !script_->stall) {
        if (!script_->break_at.empty() && static_cast<double>(index_) / fps_ >= script_->break_at.front()) {
          script_->break_at.pop_front();
          Close(script_->break_status, "broken off on purpose");
        } else if (index_ < made_) {
          static const std::string garbled = "\x12\xff";
          if (script_->garble) return hand_out(garbled);
          return hand_out(Frames()[static_cast<size_t>(index_++ % 600)]);
        } else if (half_closed_) {
          if (!summary_sent_) {
            summary_sent_ = true;
            return hand_out(summary_);
          }
          Close(kOk, "");
        }
      }
    }
    if (open_ && closed_) {
      open_ = false;
      event.kind = WireEvent::kClosed;
      event.status = status_;
      event.text = text_;
      return event;
    }
    if (woken_) {
      woken_ = false;
      return event;
    }
    if (changed_.wait_until(lock, until) == std::cv_status::timeout && !woken_) return event;
  }
}

void ScriptedWire::Wake() {
  {
    std::lock_guard<std::mutex> lock(mutex_);
    woken_ = true;
  }
  changed_.notify_all();
}

}  // namespace visavis
