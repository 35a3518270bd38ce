// One moment of the conversation as it comes over the wire, in fixed memory.
#pragma once

#include <array>
#include <cstdint>

#include "arkit.h"

namespace visavis {

constexpr int kMaxExpression = 128;
constexpr int kObjectNameSize = 68;  // 64 characters at most, rounded up; ends with zero

// Values as in frame.proto.
enum class GazeKind : int32_t { kUnspecified = 0, kPartnerEyes = 1, kPartnerMouth = 2, kAverted = 3, kObject = 4 };

// One person, FLAME's layout. Axis-angle in radians, metres.
struct PersonFrame {
  int expression_size = 0;
  int arkit_size = 0;  // 0 or 52
  std::array<float, kMaxExpression> expression{};
  std::array<float, kArkitCount> arkit{};
  std::array<float, 3> global_rotation{}, neck{}, jaw{}, left_eye{}, right_eye{}, translation{};
  std::array<float, 2> eyelids{};
  GazeKind gaze_kind = GazeKind::kUnspecified;
  std::array<float, 3> gaze_point{};
  float gaze_on_partner = 0;
  std::array<char, kObjectNameSize> gaze_object{};
  float speaking = 0;
};

// Both people at `time_s` = index / fps of audio time.
struct ConversationFrame {
  int64_t index = 0;
  double time_s = 0;
  PersonFrame a, b;
};

}  // namespace visavis
