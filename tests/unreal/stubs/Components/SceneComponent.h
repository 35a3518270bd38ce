#pragma once

#include "Components/ActorComponent.h"

class USceneComponent : public UActorComponent {
  STUB_CLASS_BODY(USceneComponent, UActorComponent)

 public:
  bool AttachToComponent(USceneComponent* parent, const FAttachmentTransformRules&, FName = NAME_None) {
    AttachParent = parent;
    return true;
  }
  USceneComponent* AttachParent = nullptr;
};
