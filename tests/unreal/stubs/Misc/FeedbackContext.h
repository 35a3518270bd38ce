#pragma once

#include "CoreMinimal.h"

class FFeedbackContext {
 public:
  template <typename... A> void Logf(ELogVerbosity::Type, const TCHAR* format, A... a) { Last = Stub::Format(format, a...); }
  std::u16string Last;
};
