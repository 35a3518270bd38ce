#pragma once

#include "CoreMinimal.h"

struct FSoundQualityInfo;  // complete in Interfaces/IAudioFormat.h
class ICompressedAudioInfo {
 public:
  virtual ~ICompressedAudioInfo() = default;
  virtual bool ReadCompressedInfo(const uint8* data, uint32 size, FSoundQualityInfo* out) = 0;
  virtual void ExpandFile(uint8* out, FSoundQualityInfo* info) = 0;
};
struct IAudioInfoFactoryRegistry {
  static IAudioInfoFactoryRegistry& Get();
  ICompressedAudioInfo* Create(FName format);
};
