// The sound of one track: what was pushed, what was sent, and the recent past in case it must be sent again.
#pragma once

#include <cstdint>
#include <vector>

namespace visavis {

class AudioTrack {
 public:
  // Keeps at most `capacity_samples` samples of `sample_size` bytes.
  void Configure(int64_t capacity_samples, int sample_size);

  // Appends up to `count` samples that begin at `start`; a gap before them is silence. Returns how many were taken: fewer when
  // sound that was not sent yet fills the memory. With `forget_unsent` the oldest makes room instead.
  int64_t Push(int64_t start, const uint8_t* samples, int64_t count, bool forget_unsent);

  // The next stretch to send, at most `limit` samples and in one piece; returns its length and where it begins.
  int64_t Peek(int64_t limit, int64_t* start, const uint8_t** samples) const;
  void MarkSent(int64_t up_to) { sent_ = up_to; }
  // Goes back (or forward) to `sample`, or to the oldest that is still kept.
  void Rewind(int64_t sample);

  int64_t end() const { return end_; }
  int64_t sent() const { return sent_; }
  bool used() const { return used_; }

  // "Silence up to here."
  int64_t clock = 0;
  int64_t clock_sent = 0;

 private:
  void Append(const uint8_t* samples, int64_t count);  // null: silence

  std::vector<uint8_t> ring_;
  int64_t capacity_ = 0;
  int64_t size_ = 1;
  int64_t first_ = 0;
  int64_t end_ = 0;
  int64_t sent_ = 0;
  bool used_ = false;
};

}  // namespace visavis
