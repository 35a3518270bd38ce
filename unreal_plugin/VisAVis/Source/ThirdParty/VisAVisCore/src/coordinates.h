// From the conversation frame into the engines' spaces.
#pragma once

#include "geometry.h"

namespace visavis {

// Values as in visavis.h.
enum class Space { kFlame = 0, kUnity = 1, kUnrealActor = 2, kUnrealMesh = 3 };

// Metres in, the engine's unit out.
Vec3 ConvertPosition(Space space, Vec3 position);
// The engine's unit in, metres out: the inverse.
Vec3 ConvertPositionBack(Space space, Vec3 position);
Vec3 ConvertAxisAngle(Space space, Vec3 axis_angle);
Quaternion ConvertRotation(Space space, Quaternion rotation);
Quaternion ConvertRotationBack(Space space, Quaternion rotation);

}  // namespace visavis
