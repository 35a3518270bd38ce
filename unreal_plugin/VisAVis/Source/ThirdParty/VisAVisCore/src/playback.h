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
  bool HasRoom() const;
  bool empty() const { return count_ == 0; }
  double newest_s() const;
  // Frames that came after their moment had been shown.
  int64_t late() const { return late_; }

 private:
  FacePose& At(int i) { return ring_[static_cast<size_t>((first_ + i) % capacity_)]; }
  const FacePose& At(int i) const { return ring_[static_cast<size_t>((first_ + i) % capacity_)]; }
  // Index of the last frame at or before `time_s`, -1 before the first.
  int LastAt(double time_s) const;
  double FramePeriod() const;
  void ForgetEasing();

  const int capacity_;
  const double hold_;
  const double ease_;
  std::vector<FacePose> ring_;
  int first_ = 0;
  int count_ = 0;
  int64_t late_ = 0;

  bool sampled_ = false;
  double last_time_s_ = 0;
  FacePose last_shown_;
  double stalled_ = 0;
  bool returning_ = false;
  FacePose return_from_;
  double return_for_ = 0;
  double return_at_ = 0;
};

}  // namespace visavis
