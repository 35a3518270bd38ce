#pragma once

#include "LiveLinkTypes.h"

struct FLiveLinkTransformStaticData : FLiveLinkBaseStaticData {
  STUB_STRUCT_BODY(FLiveLinkTransformStaticData)
  bool bIsLocationSupported = true, bIsRotationSupported = true, bIsScaleSupported = true;
};
struct FLiveLinkTransformFrameData : FLiveLinkBaseFrameData {
  STUB_STRUCT_BODY(FLiveLinkTransformFrameData)
  FTransform Transform;
};
namespace Stub {
inline const bool TransformStaticRegistered = RegisterStruct<FLiveLinkBaseStaticData, FLiveLinkTransformStaticData>();
inline const bool TransformFrameRegistered = RegisterStruct<FLiveLinkBaseFrameData, FLiveLinkTransformFrameData>();
}  // namespace Stub
