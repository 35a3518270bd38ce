#pragma once

#include "Features/IModularFeatures.h"
#include "ILiveLinkSource.h"

class ILiveLinkClient : public IModularFeature {
 public:
  static FName ModularFeatureName;
  virtual FGuid AddSource(TSharedPtr<ILiveLinkSource> source) = 0;
  virtual void RemoveSource(TSharedPtr<ILiveLinkSource> source) = 0;
  virtual void PushSubjectStaticData_AnyThread(const FLiveLinkSubjectKey& key, TSubclassOf<ULiveLinkRole> role, FLiveLinkStaticDataStruct&& data) = 0;
  virtual void PushSubjectFrameData_AnyThread(const FLiveLinkSubjectKey& key, FLiveLinkFrameDataStruct&& data) = 0;
};
inline FName ILiveLinkClient::ModularFeatureName{TEXT("LiveLinkClient")};
