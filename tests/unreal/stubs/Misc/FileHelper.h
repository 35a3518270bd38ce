#pragma once

#include "CoreMinimal.h"

struct FFileHelper {
  static bool LoadFileToString(FString& out, const TCHAR* path);
};
