// The jitter buffer: poses come in by audio time, the pose of any moment goes out. docs/retargeting.md, step 4.
#pragma once

#include <cstdint>
#include <vector>

#include "pose.h"

namespace visavis {

class PlaybackBuffer {
 public:
  // `hold` and `ease` in seconds. Everything is allocated here.
  explicit PlaybackBuffer(int capacity = 512, double hold = 0.100, double ease = 0.300);

  void Push(const FacePose& pose);
  void Sample(double time_s, FacePose* out);
  void Reset();

  // Whether a further frame fits without pushing out one that is still to be shown.
  bool HasRoom() const { return count_ < capacity_; }
  bool empty() const { return count_ == 0; }
  // Time of the newest frame that ever came, -1 before the first.
  double newest_s() const { return newest_s_; }
  // Frames that came after their moment had been shown.
  int64_t late() const { return late_; }

 private:
  FacePose& At(int i) { return ring_[static_cast<size_t>((first_ + i) % capacity_)]; }
  const FacePose& At(int i) const { return ring_[static_cast<size_t>((first_ + i) % capacity_)]; }
  // Number of frames at or before `time_s`.
  int CountUpTo(double time_s) const;
  void ForgetOldest(int count);
  void ForgetStall();

  const int capacity_;
  const double hold_;
  const double ease_;
  std::vector<FacePose> ring_;
  int first_ = 0;
  int count_ = 0;
  int64_t late_ = 0;
  double newest_s_ = -1;

  bool sampled_ = false;
  double sampled_s_ = 0;
  FacePose caught_;      // where the face is on its way to what is right
  double stalled_ = 0;   // how late the frames were at the last sample, seconds
  double rest_ = 0;      // how far the face is on its way to idle, 0..1
  double catch_up_ = 0;  // how long what was missed may still take, seconds
};

}  // namespace visavis
