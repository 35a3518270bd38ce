#pragma once

#include "CoreMinimal.h"

class USoundSubmix : public UObject {
  STUB_CLASS_BODY(USoundSubmix, UObject)
};
