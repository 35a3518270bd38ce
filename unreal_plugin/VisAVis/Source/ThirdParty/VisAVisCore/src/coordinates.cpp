#include "coordinates.h"

namespace visavis {
namespace {
constexpr double kCentimetres = 100.0;
}

Vec3 ConvertPosition(Space space, Vec3 p) {
  switch (space) {
    case Space::kUnity: return {-p.x, p.y, p.z};
    case Space::kUnrealActor: return Vec3{p.z, -p.x, p.y} * kCentimetres;
    case Space::kUnrealMesh: return Vec3{p.x, p.z, p.y} * kCentimetres;
    case Space::kFlame: break;
  }
  return p;
}

Vec3 ConvertPositionBack(Space space, Vec3 p) {
  switch (space) {
    case Space::kUnity: return {-p.x, p.y, p.z};
    case Space::kUnrealActor: return Vec3{-p.y, p.z, p.x} * (1 / kCentimetres);
    case Space::kUnrealMesh: return Vec3{p.x, p.z, p.y} * (1 / kCentimetres);
    case Space::kFlame: break;
  }
  return p;
}

Vec3 ConvertAxisAngle(Space space, Vec3 r) {
  switch (space) {
    case Space::kUnity: return {r.x, -r.y, -r.z};
    case Space::kUnrealActor: return {-r.z, r.x, -r.y};
    case Space::kUnrealMesh: return {-r.x, -r.z, -r.y};
    case Space::kFlame: break;
  }
  return r;
}

Quaternion ConvertRotation(Space space, Quaternion q) {
  const Vec3 v = ConvertAxisAngle(space, {q.x, q.y, q.z});
  return {q.w, v.x, v.y, v.z};
}

Quaternion ConvertRotationBack(Space space, Quaternion q) {
  switch (space) {
    case Space::kUnity: return {q.w, q.x, -q.y, -q.z};
    case Space::kUnrealActor: return {q.w, q.y, -q.z, -q.x};
    case Space::kUnrealMesh: return {q.w, -q.x, -q.z, -q.y};
    case Space::kFlame: break;
  }
  return q;
}

}  // namespace visavis
