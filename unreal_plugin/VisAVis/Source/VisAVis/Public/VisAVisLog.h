#pragma once

#include "CoreMinimal.h"

/** Everything this plugin says. `Log LogVisAVis Verbose` on the console shows more. */
VISAVIS_API DECLARE_LOG_CATEGORY_EXTERN(LogVisAVis, Log, All);
