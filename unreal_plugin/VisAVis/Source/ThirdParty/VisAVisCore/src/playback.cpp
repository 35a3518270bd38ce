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
  ForgetStall();
}

void PlaybackBuffer::ForgetStall() {
  stalled_ = 0;
  rest_ = 0;
  catch_up_ = 0;
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
  double dt = sampled_ ? time_s - sampled_s_ : 0;
  if (dt < 0 || dt > kSeek) {
    dt = 0;
    ForgetStall();
  }
  sampled_ = true;
  sampled_s_ = time_s;

  const int up_to = CountUpTo(time_s + kSameTime);
  if (up_to > 1) ForgetOldest(up_to - 1);  // what lies before the frame now shown will not be asked for again
  if (up_to == 0) {
    // Nothing to come back to: the first frame comes out of rest.
    rest_ = 1;
    *out = Idle();
    if (count_ > 0) IdleOf(At(0), out);
    out->time_s = time_s;
    return;
  }
  FacePose target = At(0);
  double late = std::max(0.0, time_s - target.time_s);
  if (late <= kSameTime) {
    late = 0;
  } else if (count_ > 1 && At(1).time_s - target.time_s <= hold_ + kSameTime) {
    Mix(At(0), At(1), late / (At(1).time_s - At(0).time_s), &target);
    late = 0;
  }

  rest_ = std::max(std::clamp((late - hold_) / ease_, 0.0, 1.0), rest_ - dt / ease_);
  if (late < stalled_) {
    // Newer frames have come, on time or late themselves: what was missed takes as long as it did, at most `ease`.
    catch_up_ = std::max(catch_up_, std::min(stalled_ - late, ease_));
  }
  stalled_ = late;
  if (dt < catch_up_) {
    Mix(caught_, target, dt / catch_up_, &target);
    catch_up_ -= dt;
  } else {
    catch_up_ = 0;
  }
  caught_ = target;
  if (rest_ > 0) {
    FacePose idle;
    IdleOf(target, &idle);
    Mix(target, idle, Smooth(rest_), &target);
  }
  target.time_s = time_s;
  *out = target;
}

}  // namespace visavis
