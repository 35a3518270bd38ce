#pragma once

#include "CoreMinimal.h"
#include "Engine/EngineTypes.h"

class AActor;
class UActorComponent : public UObject {
  STUB_CLASS_BODY(UActorComponent, UObject)

 public:
  virtual void BeginPlay() {}
  virtual void EndPlay(const EEndPlayReason::Type) {}
  virtual void TickComponent(float, ELevelTick, FActorComponentTickFunction*) {}
  AActor* GetOwner() const { return OwnerPrivate; }
  FActorComponentTickFunction PrimaryComponentTick;
  AActor* OwnerPrivate = nullptr;
};
