#pragma once

#include "CoreMinimal.h"

enum ELevelTick { LEVELTICK_All };
enum ETickingGroup { TG_PrePhysics, TG_DuringPhysics, TG_PostPhysics };
namespace EEndPlayReason { enum Type { Destroyed, Quit }; }
struct FActorComponentTickFunction {
  bool bCanEverTick = false;
  ETickingGroup TickGroup = TG_DuringPhysics;
};
struct FAttachmentTransformRules {
  static const FAttachmentTransformRules SnapToTargetNotIncludingScale;
};
inline const FAttachmentTransformRules FAttachmentTransformRules::SnapToTargetNotIncludingScale{};
