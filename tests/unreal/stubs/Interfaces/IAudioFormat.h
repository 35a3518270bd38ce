#pragma once

#include "CoreMinimal.h"

struct FSoundQualityInfo {
  int32 Quality;
  uint32 NumChannels, SampleRate, SampleDataSize;
  float Duration;
  bool bStreaming;
};
