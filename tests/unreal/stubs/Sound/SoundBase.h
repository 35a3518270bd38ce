#pragma once

#include "CoreMinimal.h"

class USoundBase : public UObject {
  STUB_CLASS_BODY(USoundBase, UObject)

 public:
  virtual float GetDuration() const { return 0; }
};
