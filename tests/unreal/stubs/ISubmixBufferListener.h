#pragma once

#include "CoreMinimal.h"
#include "Misc/EngineVersionComparison.h"

class USoundSubmix;
// From 5.4 on a shared object with a name; a bare pointer without a destructor of its own before.
class ISubmixBufferListener
#if !UE_VERSION_OLDER_THAN(5, 4, 0)
    : public TSharedFromThis<ISubmixBufferListener>
#endif
{
 public:
#if !UE_VERSION_OLDER_THAN(5, 4, 0)
  virtual ~ISubmixBufferListener() = default;
#endif
  virtual void OnNewSubmixBuffer(const USoundSubmix*, float* data, int32 samples, int32 channels, const int32 rate, double clock) = 0;
#if !UE_VERSION_OLDER_THAN(5, 4, 0)
  virtual const FString& GetListenerName() const {
    static const FString unset(TEXT("Unset"));
    return unset;
  }
#endif
};
