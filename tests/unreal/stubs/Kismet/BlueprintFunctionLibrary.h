#pragma once

#include "CoreMinimal.h"

class UBlueprintFunctionLibrary : public UObject {
  STUB_CLASS_BODY(UBlueprintFunctionLibrary, UObject)
};
