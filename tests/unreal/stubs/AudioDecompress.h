#pragma once

#include "CoreMinimal.h"

struct FSoundQualityInfo {
  uint32 NumChannels, SampleRate, SampleDataSize;
  float Duration;
};
class ICompressedAudioInfo {
 public:
  virtual ~ICompressedAudioInfo() = default;
  virtual bool ReadCompressedInfo(const uint8* data, uint32 size, FSoundQualityInfo* out) = 0;
  virtual void ExpandFile(uint8* out, FSoundQualityInfo* info) = 0;
};
class IAudioInfoFactoryRegistry {
 public:
  static IAudioInfoFactoryRegistry& Get();
  ICompressedAudioInfo* Create(const FName& format);
};
