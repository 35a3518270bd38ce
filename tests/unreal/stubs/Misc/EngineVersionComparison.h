#pragma once

#include "CoreTypes.h"

#ifndef STUB_ENGINE_MINOR
#define STUB_ENGINE_MINOR 6
#endif
#define UE_VERSION_OLDER_THAN(major, minor, patch) (5 < (major) || (5 == (major) && STUB_ENGINE_MINOR < (minor)))
