#include "audio_track.h"

#include <algorithm>
#include <cstring>

namespace visavis {

void AudioTrack::Configure(int64_t capacity_samples, int sample_size) {
  capacity_ = capacity_samples;
  size_ = sample_size;
  ring_.assign(static_cast<size_t>(capacity_ * size_), 0);
}

int64_t AudioTrack::Push(int64_t start, const uint8_t* samples, int64_t count, bool forget_unsent) {
  used_ = true;
  if (start - end_ >= capacity_) {
    // A silence longer than the memory: nothing before it is worth keeping once it is sent.
    if (sent_ < end_ && !forget_unsent) return 0;
    first_ = end_ = sent_ = start;
  }
  const int64_t gap = start - end_;
  if (!forget_unsent) {
    const int64_t room = capacity_ - (end_ - std::min(sent_, end_));
    if (room <= gap) return 0;
    count = std::min(count, room - gap);
  }
  Append(nullptr, gap);
  int64_t taken = 0;
  while (taken < count) {
    const int64_t piece = std::min(count - taken, capacity_);
    Append(samples + taken * size_, piece);
    taken += piece;
  }
  return count;
}

void AudioTrack::Append(const uint8_t* samples, int64_t count) {
  while (count > 0) {
    const int64_t at = end_ % capacity_;
    const int64_t piece = std::min(count, capacity_ - at);
    uint8_t* to = ring_.data() + at * size_;
    if (samples != nullptr) {
      std::memcpy(to, samples, static_cast<size_t>(piece * size_));
      samples += piece * size_;
    } else {
      std::memset(to, 0, static_cast<size_t>(piece * size_));
    }
    end_ += piece;
    count -= piece;
  }
  first_ = std::max(first_, end_ - capacity_);
  sent_ = std::max(sent_, first_);
}

int64_t AudioTrack::Peek(int64_t limit, int64_t* start, const uint8_t** samples) const {
  if (sent_ >= end_) return 0;
  const int64_t at = sent_ % capacity_;
  *start = sent_;
  *samples = ring_.data() + at * size_;
  return std::min({limit, end_ - sent_, capacity_ - at});
}

void AudioTrack::Rewind(int64_t sample) {
  // Going forward past the end is meant: what comes before `sample` is of no more use.
  sent_ = std::max(sample, first_);
  clock_sent = 0;
}

}  // namespace visavis
