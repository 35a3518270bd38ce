#include "arkit.h"

#include <cstring>

namespace visavis {

const char* const kArkitNames[kArkitCount] = {
    "eyeBlinkLeft",       "eyeLookDownLeft",   "eyeLookInLeft",    "eyeLookOutLeft",     "eyeLookUpLeft",
    "eyeSquintLeft",      "eyeWideLeft",       "eyeBlinkRight",    "eyeLookDownRight",   "eyeLookInRight",
    "eyeLookOutRight",    "eyeLookUpRight",    "eyeSquintRight",   "eyeWideRight",       "jawForward",
    "jawLeft",            "jawRight",          "jawOpen",          "mouthClose",         "mouthFunnel",
    "mouthPucker",        "mouthLeft",         "mouthRight",       "mouthSmileLeft",     "mouthSmileRight",
    "mouthFrownLeft",     "mouthFrownRight",   "mouthDimpleLeft",  "mouthDimpleRight",   "mouthStretchLeft",
    "mouthStretchRight",  "mouthRollLower",    "mouthRollUpper",   "mouthShrugLower",    "mouthShrugUpper",
    "mouthPressLeft",     "mouthPressRight",   "mouthLowerDownLeft", "mouthLowerDownRight", "mouthUpperUpLeft",
    "mouthUpperUpRight",  "browDownLeft",      "browDownRight",    "browInnerUp",        "browOuterUpLeft",
    "browOuterUpRight",   "cheekPuff",         "cheekSquintLeft",  "cheekSquintRight",   "noseSneerLeft",
    "noseSneerRight",     "tongueOut",
};

int FindArkit(const char* name, std::size_t length) {
  for (int i = 0; i < kArkitCount; ++i) {
    if (std::strlen(kArkitNames[i]) == length && std::memcmp(kArkitNames[i], name, length) == 0) return i;
  }
  return -1;
}

}  // namespace visavis
