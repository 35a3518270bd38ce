#pragma once

#include "CoreTypes.h"
#include "Containers.h"
#include "Strings.h"
#include "Math.h"
#include "Object.h"
