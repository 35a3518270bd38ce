#pragma once

#include "Components/SceneComponent.h"

class USkeletalMesh;
class USkeletalMeshComponent : public USceneComponent {
  STUB_CLASS_BODY(USkeletalMeshComponent, USceneComponent)

 public:
  USkeletalMesh* GetSkeletalMeshAsset() const { return Asset; }
  void SetMorphTarget(FName name, float value, bool bRemoveZeroWeight = true) {
    (void)bRemoveZeroWeight;
    MorphWeights.Add(name, value);
  }
  bool DoesSocketExist(FName name) const { return Sockets.Find(name) != nullptr; }
  FVector GetSocketLocation(FName name) const { return *Sockets.Find(name); }
  USkeletalMesh* Asset = nullptr;
  TMap<FName, float> MorphWeights;
  TMap<FName, FVector> Sockets;
};
