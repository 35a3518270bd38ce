#pragma once

#include "Components/AudioComponent.h"
#include "Sound/SoundBase.h"

struct UGameplayStatics {
  static UAudioComponent* SpawnSoundAttached(USoundBase* sound, USceneComponent* to);
  static UAudioComponent* SpawnSound2D(const UObject* context, USoundBase* sound);
};
namespace Stub {
TArray<UAudioComponent*>& Sounds();
}  // namespace Stub
