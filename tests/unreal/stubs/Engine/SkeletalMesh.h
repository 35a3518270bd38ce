#pragma once

#include "Animation/MorphTarget.h"

class USkeletalMesh : public UObject {
  STUB_CLASS_BODY(USkeletalMesh, UObject)

 public:
  const TArray<TObjectPtr<UMorphTarget>>& GetMorphTargets() const { return MorphTargets; }
  TArray<TObjectPtr<UMorphTarget>> MorphTargets;
};
