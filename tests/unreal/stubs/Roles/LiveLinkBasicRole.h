#pragma once

#include "LiveLinkTypes.h"

class ULiveLinkBasicRole : public ULiveLinkRole {
  STUB_CLASS_BODY(ULiveLinkBasicRole, ULiveLinkRole)
};
