#include "geometry.h"

#include <algorithm>
#include <cmath>

namespace visavis {

Vec3 operator+(Vec3 a, Vec3 b) { return {a.x + b.x, a.y + b.y, a.z + b.z}; }
Vec3 operator-(Vec3 a, Vec3 b) { return {a.x - b.x, a.y - b.y, a.z - b.z}; }
Vec3 operator*(Vec3 a, double s) { return {a.x * s, a.y * s, a.z * s}; }
double Dot(Vec3 a, Vec3 b) { return a.x * b.x + a.y * b.y + a.z * b.z; }
Vec3 Cross(Vec3 a, Vec3 b) { return {a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x}; }
double Length(Vec3 v) { return std::sqrt(Dot(v, v)); }

Vec3 Load(const float v[3]) { return {v[0], v[1], v[2]}; }

void Store(Vec3 v, float out[3]) {
  out[0] = static_cast<float>(v.x);
  out[1] = static_cast<float>(v.y);
  out[2] = static_cast<float>(v.z);
}

Quaternion operator*(Quaternion a, Quaternion b) {
  return {a.w * b.w - a.x * b.x - a.y * b.y - a.z * b.z, a.w * b.x + a.x * b.w + a.y * b.z - a.z * b.y,
          a.w * b.y - a.x * b.z + a.y * b.w + a.z * b.x, a.w * b.z + a.x * b.y - a.y * b.x + a.z * b.w};
}

Quaternion Conjugate(Quaternion q) { return {q.w, -q.x, -q.y, -q.z}; }

Quaternion Normalized(Quaternion q) {
  const double length = std::sqrt(q.w * q.w + q.x * q.x + q.y * q.y + q.z * q.z);
  if (!(length > 0)) return {};
  return {q.w / length, q.x / length, q.y / length, q.z / length};
}

Quaternion FromAxisAngle(Vec3 r) {
  const double angle = Length(r);
  // sin(angle / 2) / angle, by its series where the quotient would lose digits.
  const double s = angle < 1e-6 ? 0.5 - angle * angle / 48 : std::sin(angle / 2) / angle;
  return {std::cos(angle / 2), r.x * s, r.y * s, r.z * s};
}

Vec3 ToAxisAngle(Quaternion q) {
  if (q.w < 0) q = {-q.w, -q.x, -q.y, -q.z};
  const double sine = std::sqrt(q.x * q.x + q.y * q.y + q.z * q.z);
  const double scale = sine < 1e-9 ? 2.0 : 2.0 * std::atan2(sine, q.w) / sine;
  return {q.x * scale, q.y * scale, q.z * scale};
}

Vec3 Rotate(Quaternion q, Vec3 v) {
  const Vec3 u{q.x, q.y, q.z};
  const Vec3 t = Cross(u, v) * 2.0;
  return v + t * q.w + Cross(u, t);
}

Quaternion Slerp(Quaternion a, Quaternion b, double t) {
  double cosine = a.w * b.w + a.x * b.x + a.y * b.y + a.z * b.z;
  if (cosine < 0) {
    b = {-b.w, -b.x, -b.y, -b.z};
    cosine = -cosine;
  }
  double wa = 1 - t;
  double wb = t;
  if (cosine < 1 - 1e-9) {
    const double angle = std::acos(cosine);
    wa = std::sin(wa * angle) / std::sin(angle);
    wb = std::sin(wb * angle) / std::sin(angle);
  }
  return Normalized({wa * a.w + wb * b.w, wa * a.x + wb * b.x, wa * a.y + wb * b.y, wa * a.z + wb * b.z});
}

HeadAngles ToHeadAngles(Quaternion q) {
  // Entries of R = Ry Rx Rz: R12 = -sin(pitch), R02/R22 give yaw, R10/R11 give roll.
  const double r12 = 2 * (q.y * q.z - q.w * q.x);
  const double r02 = 2 * (q.x * q.z + q.w * q.y);
  const double r22 = 1 - 2 * (q.x * q.x + q.y * q.y);
  const double r10 = 2 * (q.x * q.y + q.w * q.z);
  const double r11 = 1 - 2 * (q.x * q.x + q.z * q.z);
  return {std::atan2(r02, r22), std::asin(std::clamp(-r12, -1.0, 1.0)), std::atan2(r10, r11)};
}

Quaternion FromHeadAngles(HeadAngles angles) {
  return FromAxisAngle({0, angles.yaw, 0}) * FromAxisAngle({angles.pitch, 0, 0}) *
         FromAxisAngle({0, 0, angles.roll});
}

}  // namespace visavis
