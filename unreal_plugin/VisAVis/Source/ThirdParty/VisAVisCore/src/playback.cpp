#include "playback.h"

#include <algorithm>

namespace visavis {
namespace {

constexpr double kSameTime = 1e-6;  // seconds
constexpr double kSeek = 1.0;       // a jump of the sampled time beyond this is a seek, not a stall

}  // namespace

PlaybackBuffer::PlaybackBuffer(int capacity, double hold, double ease)
    : capacity_(std::max(capacity, 4)), hold_(hold), ease_(ease), ring_(static_cast<size_t>(capacity_)) {
  Reset();
}

void PlaybackBuffer::Reset() {
  first_ = 0;
  count_ = 0;
  late_ = 0;
  newest_s_ = -1;
  sampled_ = false;
  shown_had_body_ = false;
  shown_ = Idle();
  ForgetStall();
}

void PlaybackBuffer::ForgetStall() {
  stalled_ = 0;
  returning_ = false;
}

int PlaybackBuffer::CountUpTo(double time_s) const {
  int low = 0;
  int high = count_;
  while (low < high) {
    const int middle = (low + high) / 2;
    if (At(middle).time_s <= time_s) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

void PlaybackBuffer::ForgetOldest(int count) {
  first_ = (first_ + count) % capacity_;
  count_ -= count;
}

void PlaybackBuffer::Push(const FacePose& pose) {
  if (sampled_ && pose.time_s < sampled_s_ - kSameTime) ++late_;
  newest_s_ = std::max(newest_s_, pose.time_s);
  int at = CountUpTo(pose.time_s + kSameTime);
  if (at > 0 && pose.time_s - At(at - 1).time_s <= kSameTime) {
    At(at - 1) = pose;
    return;
  }
  if (count_ == capacity_) {
    if (at == 0) return;  // it would be the oldest, and leave at once
    ForgetOldest(1);
    --at;
  }
  for (int i = count_; i > at; --i) At(i) = At(i - 1);
  At(at) = pose;
  ++count_;
}

void PlaybackBuffer::Sample(double time_s, FacePose* out) {
  if (sampled_ && (time_s < sampled_s_ || time_s > sampled_s_ + kSeek)) ForgetStall();
  sampled_ = true;
  sampled_s_ = time_s;

  FacePose target;
  FacePose idle;
  double late = 0;
  const int up_to = CountUpTo(time_s + kSameTime);
  if (up_to > 1) ForgetOldest(up_to - 1);  // what lies before the frame now shown will not be asked for again
  if (up_to == 0) {
    target = Idle();
    if (count_ > 0) IdleOf(At(0), &target);
    late = hold_ + ease_;
  } else {
    target = At(0);
    late = std::max(0.0, time_s - target.time_s);
    if (late <= kSameTime) {
      late = 0;
    } else if (count_ > 1 && At(1).time_s - target.time_s <= hold_ + kSameTime) {
      Mix(At(0), At(1), late / (At(1).time_s - At(0).time_s), &target);
      late = 0;
    }
  }

  FacePose shown = target;
  if (late > 0) {
    stalled_ = late;
    const double u = std::clamp((late - hold_) / ease_, 0.0, 1.0);
    if (u > 0) {
      IdleOf(target, &idle);
      Mix(target, idle, Smooth(u), &shown);
    }
  } else {
    if (stalled_ > 0) {
      // Frames have come back: from what was shown last into what is right, in about the time that was missed.
      returning_ = true;
      return_from_ = shown_;
      if (!shown_had_body_) IdleOf(target, &return_from_);
      return_at_ = time_s;
      return_for_ = std::min(stalled_, ease_);
    }
    stalled_ = 0;
  }
  if (returning_) {
    const double u = std::clamp((time_s - return_at_) / return_for_, 0.0, 1.0);
    if (u < 1) {
      Mix(return_from_, shown, Smooth(u), &shown);
    } else {
      returning_ = false;
    }
  }
  shown.time_s = time_s;
  shown_had_body_ = count_ > 0;
  shown_ = shown;
  *out = shown;
}

}  // namespace visavis
