#include "events.h"

#include <algorithm>
#include <cstring>

namespace visavis {

void CopyText(const std::string& from, char* to, size_t size) {
  size_t length = std::min(from.size(), size - 1);
  if (length < from.size()) {
    // A byte 10xxxxxx continues a character: step back to where that character begins.
    while (length > 0 && (static_cast<unsigned char>(from[length]) & 0xc0) == 0x80) --length;
  }
  std::memcpy(to, from.data(), length);
  std::memset(to + length, 0, size - length);
}

void EventQueue::Push(const vav_event& event) {
  if (count_ == kCapacity) {
    first_ = (first_ + 1) % kCapacity;
    --count_;
  }
  ring_[static_cast<size_t>((first_ + count_) % kCapacity)] = event;
  ++count_;
}

bool EventQueue::Pop(vav_event* out) {
  if (count_ == 0) return false;
  *out = ring_[static_cast<size_t>(first_)];
  first_ = (first_ + 1) % kCapacity;
  --count_;
  return true;
}

}  // namespace visavis
