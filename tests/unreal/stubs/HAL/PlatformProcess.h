#pragma once

#include "CoreMinimal.h"

struct FPlatformProcess {
  static void* GetDllHandle(const TCHAR* path);
  static void* GetDllExport(void* handle, const TCHAR* name);
  static void FreeDllHandle(void* handle);
};
