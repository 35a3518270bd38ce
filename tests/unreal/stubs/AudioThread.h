#pragma once

#include "CoreMinimal.h"

namespace Stub {
// Commands for the audio thread wait here until a fence waits for them.
TArray<std::function<void()>>& AudioCommands();
}  // namespace Stub
class FAudioCommandFence {
 public:
  void BeginFence() { begun_ = true; }
  void Wait(bool = false) const {
    check(begun_);
    for (const std::function<void()>& command : Stub::AudioCommands()) command();
    Stub::AudioCommands().Empty();
  }

 private:
  bool begun_ = false;
};
