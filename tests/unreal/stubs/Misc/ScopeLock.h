#pragma once

#include "HAL/CriticalSection.h"

class FScopeLock {
 public:
  explicit FScopeLock(FCriticalSection* section) : section_(section) { section_->Lock(); }
  ~FScopeLock() { section_->Unlock(); }
  FScopeLock(const FScopeLock&) = delete;

 private:
  FCriticalSection* section_;
};
