#pragma once

#include "CoreMinimal.h"

class UDeveloperSettings : public UObject {
  STUB_CLASS_BODY(UDeveloperSettings, UObject)

 public:
  virtual FName GetCategoryName() const { return NAME_None; }
};
