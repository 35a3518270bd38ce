#pragma once

#include "CoreMinimal.h"

template <typename T>
class TStrongObjectPtr {
 public:
  void Reset(T* raw) { raw_ = raw; }
  T* Get() const { return raw_; }

 private:
  T* raw_ = nullptr;
};
