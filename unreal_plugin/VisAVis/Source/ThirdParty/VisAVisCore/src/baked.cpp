#include "baked.h"

#include <algorithm>
#include <cctype>
#include <cmath>

#include "arkit.h"
#include "decimal.h"

namespace visavis {
namespace {

constexpr double kDegree = 3.14159265358979323846 / 180;
constexpr size_t kMaxColumns = 512;
constexpr size_t kMaxFrames = 10'000'000;  // 92 hours at 30 frames a second

// What a column holds: 0..51 an ARKit weight, or one of these.
enum Column {
  kIgnored = -1,
  kTime = 100,
  kTimecode,
  kSpeaking,
  kAngles = 200,  // head yaw, pitch, roll; left eye yaw, pitch, roll; right eye yaw, pitch, roll
};

bool SameIgnoringCase(std::string_view a, std::string_view b) {
  return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) {
           return std::tolower(static_cast<unsigned char>(x)) == std::tolower(static_cast<unsigned char>(y));
         });
}

std::string_view Trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '"')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '"' || text.back() == '\r')) text.remove_suffix(1);
  return text;
}

// Takes the text up to `separator` (or the end) off the front of `rest`.
std::string_view TakeUntil(std::string_view* rest, char separator) {
  const size_t at = std::min(rest->find(separator), rest->size());
  const std::string_view taken = rest->substr(0, at);
  rest->remove_prefix(std::min(at + 1, rest->size()));
  return taken;
}

int ColumnOf(std::string_view name) {
  static constexpr const char* kAngleNames[] = {"headYaw",      "headPitch",   "headRoll",      "leftEyeYaw",  "leftEyePitch",
                                                "leftEyeRoll",  "rightEyeYaw", "rightEyePitch", "rightEyeRoll"};
  if (SameIgnoringCase(name, "time")) return kTime;
  if (SameIgnoringCase(name, "timecode")) return kTimecode;
  if (SameIgnoringCase(name, "speaking")) return kSpeaking;
  for (int i = 0; i < 9; ++i) {
    if (SameIgnoringCase(name, kAngleNames[i])) return kAngles + i;
  }
  for (int i = 0; i < kArkitCount; ++i) {
    if (SameIgnoringCase(name, kArkitNames[i])) return i;
  }
  return kIgnored;
}

// "HH:MM:SS:FF.mmm" as seconds and frames.
bool ParseTimecode(std::string_view text, double* seconds, double* frames) {
  double parts[4];
  for (double& part : parts) {
    if (!ParseDecimal(TakeUntil(&text, ':'), &part) || part < 0) return false;
  }
  *seconds = parts[0] * 3600 + parts[1] * 60 + parts[2];
  *frames = parts[3];
  return text.empty();
}

// Frames a second of a capture, from the highest frame number in its timecodes.
double RateOf(double highest_frame) {
  for (const double rate : {24.0, 25.0, 30.0, 48.0, 50.0, 60.0}) {
    if (highest_frame < rate) return rate;
  }
  return std::floor(highest_frame) + 1;
}

}  // namespace

bool Baked::Parse(std::string_view text, std::string* error) {
  frames_.clear();
  if (text.substr(0, 3) == "\xef\xbb\xbf") text.remove_prefix(3);
  std::vector<int> columns;
  std::string_view header = TakeUntil(&text, '\n');
  bool has_time = false;
  bool has_timecode = false;
  int weights = 0;
  while (!header.empty()) {
    if (columns.size() == kMaxColumns) {
      *error = "too many columns";
      return false;
    }
    const int column = ColumnOf(Trimmed(TakeUntil(&header, ',')));
    has_time = has_time || column == kTime;
    has_timecode = has_timecode || column == kTimecode;
    weights += column >= 0 && column < kArkitCount ? 1 : 0;
    columns.push_back(column);
  }
  if ((!has_time && !has_timecode) || weights == 0) {
    *error = "the first line must name a 'time' or 'Timecode' column and ARKit blendshapes";
    return false;
  }
  // A Live Link Face capture tells the time as timecode and angles in radians, in signs of its own: the head's pitch is positive
  // up, an eye's yaw positive to the own right.
  static constexpr double kSigns[9] = {1, -1, 1, -1, 1, 1, -1, 1, 1};
  const auto angle = [has_time](int i, double value) { return has_time ? value * kDegree : value * kSigns[i]; };

  std::vector<std::pair<double, double>> timecodes;
  double highest_frame = 0;
  for (int line = 2; !text.empty(); ++line) {
    std::string_view row = TakeUntil(&text, '\n');
    if (Trimmed(row).empty()) continue;
    if (frames_.size() == kMaxFrames) {
      *error = "too many frames";
      return false;
    }
    FacePose pose = Idle();
    pose.presence = 1;
    double angles[9] = {};
    std::pair<double, double> timecode{0, 0};
    for (size_t c = 0; c < columns.size(); ++c) {
      const std::string_view cell = Trimmed(TakeUntil(&row, ','));
      const int column = columns[c];
      if (column == kIgnored || (column == kTimecode && has_time)) continue;
      double value = 0;
      const bool fine = column == kTimecode ? ParseTimecode(cell, &timecode.first, &timecode.second) : ParseDecimal(cell, &value);
      if (!fine) {
        *error = "line " + std::to_string(line) + ", column " + std::to_string(c + 1) + ": a " +
                 (column == kTimecode ? "timecode HH:MM:SS:FF" : "number") + " is expected";
        return false;
      }
      if (column < kArkitCount) {
        pose.weights[column] = static_cast<float>(std::clamp(value, 0.0, 1.0));
      } else if (column == kTime) {
        pose.time_s = value;
      } else if (column == kSpeaking) {
        pose.speaking = static_cast<float>(std::clamp(value, 0.0, 1.0));
      } else if (column >= kAngles) {
        angles[column - kAngles] = angle(column - kAngles, value);
      }
    }
    StoreQuaternion(FromHeadAngles({angles[0], angles[1], angles[2]}), pose.head);
    StoreQuaternion(FromHeadAngles({angles[3], angles[4], angles[5]}), pose.left_eye);
    StoreQuaternion(FromHeadAngles({angles[6], angles[7], angles[8]}), pose.right_eye);
    timecodes.push_back(timecode);
    highest_frame = std::max(highest_frame, timecode.second);
    frames_.push_back(pose);
  }
  if (frames_.empty()) {
    *error = "there are no frames";
    return false;
  }
  if (!has_time) {
    const double rate = RateOf(highest_frame);
    const auto seconds = [&](size_t i) { return timecodes[i].first + timecodes[i].second / rate; };
    for (size_t i = 0; i < frames_.size(); ++i) frames_[i].time_s = seconds(i) - seconds(0);
  }
  for (size_t i = 1; i < frames_.size(); ++i) {
    if (!(frames_[i].time_s >= frames_[i - 1].time_s)) {
      *error = "line " + std::to_string(i + 2) + ": time runs backwards";
      return false;
    }
  }
  return true;
}

void Baked::Sample(double time_s, FacePose* out) const {
  const auto next = std::upper_bound(frames_.begin(), frames_.end(), time_s,
                                     [](double t, const FacePose& frame) { return t < frame.time_s; });
  if (next == frames_.begin()) {
    *out = frames_.front();
  } else if (next == frames_.end()) {
    *out = frames_.back();
  } else {
    const FacePose& a = *(next - 1);
    const FacePose& b = *next;
    Mix(a, b, (time_s - a.time_s) / (b.time_s - a.time_s), out);
  }
  out->time_s = time_s;
}

}  // namespace visavis
