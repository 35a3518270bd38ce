// The jitter buffer: frames come in keyed by audio time, the face of any moment goes out. docs/retargeting.md describes the steps.
#pragma once

#include <cstdint>
#include <vector>

#include "../include/visavis/visavis.h"

namespace visavis {

// Late frames: hold, then ease to idle, and ease back when they come. Seconds.
constexpr double kHoldSeconds = 0.1;
constexpr double kEaseSeconds = 0.3;

class Playback {
 public:
  // Keeps up to `capacity` frames; everything is allocated here.
  Playback(int fps, int capacity);

  // Frame `index` of both people. An index that was there before is replaced.
  void Push(int64_t index, const vav_face& a, const vav_face& b);
  // The face of `person` (0 is A) at `time_s` of audio time; false before the first frame ever came.
  bool Sample(int person, double time_s, vav_face* out);
  void Reset();

  // Whether another frame can come without pushing out one that `time_s` has not passed.
  bool HasRoom(double time_s) const;
  // Index of the newest frame, -1 before the first.
  int64_t newest() const { return newest_; }
  // Frames that came after their moment had been shown.
  int64_t late() const { return late_; }
  double presence(int person) const { return presence_[person]; }

 private:
  struct Slot {
    int64_t index = -1;
    vav_face face[2];
  };

  const Slot* Find(int64_t index) const;

  const int fps_;
  std::vector<Slot> slots_;
  int64_t newest_ = -1;
  int64_t late_ = 0;
  double presence_[2] = {0, 0};
  double last_time_[2];
  bool sampled_[2] = {false, false};
};

// Between two faces: weights and positions in proportion, rotations on the shortest way.
void Blend(const vav_face& from, const vav_face& to, double t, vav_face* out);
// The face at rest, in the place where `like` is.
void Idle(const vav_face& like, vav_face* out);

}  // namespace visavis
