// A fixed queue of events for the caller to poll. When nobody polls, the oldest are forgotten.
#pragma once

#include <array>
#include <string>

#include "../include/visavis/visavis.h"

namespace visavis {

// Copies as much of `from` as fits, cut between UTF-8 characters, and ends it with zero.
void CopyText(const std::string& from, char* to, size_t size);

class EventQueue {
 public:
  void Push(const vav_event& event);
  bool Pop(vav_event* out);

 private:
  static constexpr int kCapacity = 128;
  std::array<vav_event, kCapacity> ring_{};
  int first_ = 0;
  int count_ = 0;
};

}  // namespace visavis
