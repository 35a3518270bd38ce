#pragma once

#include "Components/ActorComponent.h"

class USceneComponent : public UActorComponent {
  STUB_CLASS_BODY(USceneComponent, UActorComponent)
};
