#pragma once

#include "CoreMinimal.h"

class UDataAsset : public UObject {
  STUB_CLASS_BODY(UDataAsset, UObject)
};
