#pragma once

#include "Roles/LiveLinkBasicRole.h"

class ULiveLinkTransformRole : public ULiveLinkBasicRole {
  STUB_CLASS_BODY(ULiveLinkTransformRole, ULiveLinkBasicRole)
};
