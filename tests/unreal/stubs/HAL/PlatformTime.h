#pragma once

#include "CoreMinimal.h"

namespace Stub {
// The engine's clock stands still until a test moves it.
double& WorldSeconds();
}  // namespace Stub
struct FPlatformTime {
  static double Seconds() { return Stub::WorldSeconds(); }
};
