#pragma once

#include "Components/SceneComponent.h"

class USoundWave;
class UAudioComponent : public USceneComponent {
  STUB_CLASS_BODY(UAudioComponent, USceneComponent)

 public:
  // Whether it tells how far it is, is settled here.
  virtual void Play(float = 0) {
    bPlaying = true;
    tells_ = OnAudioPlaybackPercentNative.IsBound();
  }
  virtual void Stop() { bPlaying = false; }
  void Stub_Heard(float percent) const {
    if (bPlaying && tells_) OnAudioPlaybackPercentNative.Broadcast(this, Sound, percent);
  }
  TStubMulticast<const UAudioComponent*, const USoundWave*, const float> OnAudioPlaybackPercentNative;
  uint8 bAllowSpatialization : 1 = 1;
  uint8 bIsUISound : 1 = 0;
  bool bPlaying = false;
  USoundWave* Sound = nullptr;

 private:
  bool tells_ = false;
};
