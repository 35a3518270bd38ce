#pragma once

#include "Components/AudioComponent.h"
#include "Sound/SoundBase.h"

struct UGameplayStatics {
  static UAudioComponent* CreateSound2D(const UObject* context, USoundBase* sound);  // does not play it yet
};
namespace Stub {
TArray<UAudioComponent*>& Sounds();
}  // namespace Stub
