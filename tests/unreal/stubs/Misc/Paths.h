#pragma once

#include "CoreMinimal.h"

struct FPaths {
  static FString Combine(const FString& a, const FString& b) { return a + TEXT("/") + b; }
  static bool IsRelative(const FString& path) { return path.IsEmpty() || (*path)[0] != u'/'; }
  static FString ProjectDir();
};
