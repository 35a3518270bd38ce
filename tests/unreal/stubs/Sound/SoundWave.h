#pragma once

#include "Sound/SoundBase.h"

// Its "compressed" data: rate and channels as two uint32, then 16-bit samples.
class USoundWave : public USoundBase {
  STUB_CLASS_BODY(USoundWave, USoundBase)

 public:
  FName GetRuntimeFormat() const { return TEXT("STUB"); }
  void InitAudioResource(FName) {}
  const uint8* GetResourceData() const { return Data.Num() > 0 ? Data.GetData() : nullptr; }
  int32 GetResourceSize() const { return Data.Num(); }
  float GetDuration() const override { return static_cast<float>(Data.Num() - 8) / static_cast<float>(2 * Channels * Rate); }
  TArray<uint8> Data;
  int32 Rate = 16000;
  int32 Channels = 1;
};
