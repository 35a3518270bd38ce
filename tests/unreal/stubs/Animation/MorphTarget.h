#pragma once

#include "CoreMinimal.h"

class UMorphTarget : public UObject {
  STUB_CLASS_BODY(UMorphTarget, UObject)
};
