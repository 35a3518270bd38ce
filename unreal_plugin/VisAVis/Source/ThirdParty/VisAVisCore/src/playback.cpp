#include "playback.h"

#include <algorithm>
#include <limits>

namespace visavis {
namespace {

constexpr double kSameTime = 1e-6;       // seconds
constexpr double kSeek = 1.0;            // a jump of the clock that is no playing on
constexpr double kLongestPeriod = 1.0 / 24;
constexpr double kUsualPeriod = 1.0 / 30;

}  // namespace

PlaybackBuffer::PlaybackBuffer(int capacity, double hold, double ease)
    : capacity_(std::max(capacity, 4)),
      hold_(hold),
      ease_(ease),
      ring_(static_cast<size_t>(capacity_)),
      last_shown_(Idle()),
      return_from_(Idle()) {}

int PlaybackBuffer::LastAt(double time_s) const {
  // Frames are sorted; the moment asked for is mostly near the front.
  int low = 0;
  int high = count_;
  while (low < high) {
    const int middle = (low + high) / 2;
    if (At(middle).time_s <= time_s + kSameTime) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low - 1;
}

double PlaybackBuffer::newest_s() const { return count_ == 0 ? -1 : At(count_ - 1).time_s; }

bool PlaybackBuffer::HasRoom() const {
  if (count_ < capacity_) return true;
  return sampled_ && LastAt(last_time_s_) >= 1;  // the oldest is of no more use
}

void PlaybackBuffer::Push(const FacePose& pose) {
  if (sampled_) {
    if (pose.time_s < last_time_s_ - kSameTime) ++late_;
    const int last = LastAt(last_time_s_);
    // Older than the frame before the moment shown last: never to be seen again.
    if (last >= 0 && pose.time_s < At(last).time_s - kSameTime) return;
  }
  int at = LastAt(pose.time_s - 2 * kSameTime) + 1;  // the first frame that is not before it
  if (at < count_ && At(at).time_s <= pose.time_s + kSameTime) {
    At(at) = pose;
    return;
  }
  if (count_ == capacity_) {
    if (at == 0) return;
    first_ = (first_ + 1) % capacity_;
    --count_;
    --at;
  }
  for (int i = count_; i > at; --i) At(i) = At(i - 1);
  At(at) = pose;
  ++count_;
}

double PlaybackBuffer::FramePeriod() const {
  if (count_ < 2) return kUsualPeriod;
  return std::min(At(count_ - 1).time_s - At(count_ - 2).time_s, kLongestPeriod);
}

void PlaybackBuffer::ForgetEasing() {
  stalled_ = 0;
  returning_ = false;
}

void PlaybackBuffer::Reset() {
  count_ = 0;
  first_ = 0;
  late_ = 0;
  sampled_ = false;
  last_shown_ = Idle();
  ForgetEasing();
}

void PlaybackBuffer::Sample(double time_s, FacePose* out) {
  if (sampled_ && (time_s < last_time_s_ || time_s > last_time_s_ + kSeek)) ForgetEasing();

  FacePose target;
  double late = 0;
  const int last = LastAt(time_s);
  if (last < 0) {
    target = Idle();
    late = std::numeric_limits<double>::infinity();
  } else if (last + 1 < count_) {
    const FacePose& before = At(last);
    const FacePose& after = At(last + 1);
    const double gap = after.time_s - before.time_s;
    if (gap > hold_ + kSameTime) {
      target = before;
      late = std::max(0.0, time_s - before.time_s);
    } else {
      Mix(before, after, (time_s - before.time_s) / gap, &target);
    }
  } else {
    target = At(last);
    late = std::max(0.0, time_s - target.time_s);
  }

  const double period = FramePeriod();
  FacePose shown = target;
  if (late <= hold_ + period) {
    if (late > period) {
      stalled_ = late;
    } else if (stalled_ > 0) {
      // Frames have come back: from what was shown last into what is right, in about the time that was missed.
      returning_ = true;
      return_from_ = last_shown_;
      return_for_ = std::clamp(stalled_, period, ease_);
      return_at_ = time_s;
      stalled_ = 0;
    }
  } else {
    FacePose idle;
    IdleOf(target, &idle);
    Mix(target, idle, Smooth(std::clamp((late - hold_ - period) / ease_, 0.0, 1.0)), &shown);
    stalled_ = late;
  }
  if (returning_) {
    const double u = std::clamp((time_s - return_at_) / return_for_, 0.0, 1.0);
    Mix(return_from_, shown, Smooth(u), &shown);
    if (u >= 1) returning_ = false;
  }
  shown.time_s = time_s;
  sampled_ = true;
  last_time_s_ = time_s;
  last_shown_ = shown;
  *out = shown;
}

}  // namespace visavis
