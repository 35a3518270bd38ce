// The 52 ARKit blendshapes in Apple's order.
#pragma once

#include <cstddef>

namespace visavis {

constexpr int kArkitCount = 52;

// Indices that have a meaning of their own.
enum ArkitIndex {
  kEyeBlinkLeft = 0,
  kEyeLookDownLeft = 1,
  kEyeLookInLeft = 2,
  kEyeLookOutLeft = 3,
  kEyeLookUpLeft = 4,
  kEyeBlinkRight = 7,
  kEyeLookDownRight = 8,
  kEyeLookInRight = 9,
  kEyeLookOutRight = 10,
  kEyeLookUpRight = 11,
  kJawForward = 14,
  kJawLeft = 15,
  kJawRight = 16,
  kJawOpen = 17,
};

// Apple's names (ARFaceAnchor.BlendShapeLocation), camelCase.
extern const char* const kArkitNames[kArkitCount];

// The index of a name in Apple's spelling, -1 for another name.
int FindArkit(const char* name, std::size_t length);

}  // namespace visavis
