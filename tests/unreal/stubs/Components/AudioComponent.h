#pragma once

#include "Components/SceneComponent.h"

class USoundWave;
class UAudioComponent : public USceneComponent {
  STUB_CLASS_BODY(UAudioComponent, USceneComponent)

 public:
  void Stop() { bPlaying = false; }
  TStubMulticast<const UAudioComponent*, const USoundWave*, const float> OnAudioPlaybackPercentNative;
  bool bPlaying = true;
  USoundWave* Sound = nullptr;
};
