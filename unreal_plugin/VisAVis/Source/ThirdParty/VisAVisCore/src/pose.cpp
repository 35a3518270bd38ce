#include "pose.h"

#include <algorithm>
#include <cstring>

namespace visavis {
namespace {

void MixValues(const float* a, const float* b, int count, double u, float* out) {
  for (int i = 0; i < count; ++i) out[i] = static_cast<float>(a[i] + u * (static_cast<double>(b[i]) - a[i]));
}

void MixRotation(const float a[4], const float b[4], double u, float out[4]) {
  const Quaternion p = LoadQuaternion(a);
  Quaternion q = LoadQuaternion(b);
  if (p.w * q.w + p.x * q.x + p.y * q.y + p.z * q.z < 0) q = {-q.w, -q.x, -q.y, -q.z};
  StoreQuaternion(Normalized({p.w + u * (q.w - p.w), p.x + u * (q.x - p.x), p.y + u * (q.y - p.y), p.z + u * (q.z - p.z)}),
                  out);
}

}  // namespace

Quaternion LoadQuaternion(const float q[4]) { return {q[0], q[1], q[2], q[3]}; }

void StoreQuaternion(Quaternion q, float out[4]) {
  out[0] = static_cast<float>(q.w);
  out[1] = static_cast<float>(q.x);
  out[2] = static_cast<float>(q.y);
  out[3] = static_cast<float>(q.z);
}

void Mix(const FacePose& a, const FacePose& b, double u, FacePose* out) {
  FacePose mixed;
  mixed.time_s = a.time_s + u * (b.time_s - a.time_s);
  MixValues(a.weights, b.weights, VAV_ARKIT_COUNT, u, mixed.weights);
  MixRotation(a.body, b.body, u, mixed.body);
  MixRotation(a.head, b.head, u, mixed.head);
  MixRotation(a.left_eye, b.left_eye, u, mixed.left_eye);
  MixRotation(a.right_eye, b.right_eye, u, mixed.right_eye);
  MixValues(a.position, b.position, 3, u, mixed.position);
  MixValues(a.gaze_point, b.gaze_point, 3, u, mixed.gaze_point);
  MixValues(&a.gaze_on_partner, &b.gaze_on_partner, 1, u, &mixed.gaze_on_partner);
  MixValues(&a.speaking, &b.speaking, 1, u, &mixed.speaking);
  MixValues(&a.presence, &b.presence, 1, u, &mixed.presence);
  const FacePose& nearer = u < 0.5 ? a : b;
  mixed.gaze_kind = nearer.gaze_kind;
  std::memcpy(mixed.gaze_object, nearer.gaze_object, sizeof mixed.gaze_object);
  *out = mixed;
}

void IdleOf(const FacePose& pose, FacePose* out) {
  FacePose idle = Idle();
  idle.time_s = pose.time_s;
  std::memcpy(idle.body, pose.body, sizeof idle.body);
  std::memcpy(idle.position, pose.position, sizeof idle.position);
  std::memcpy(idle.gaze_point, pose.gaze_point, sizeof idle.gaze_point);
  *out = idle;
}

FacePose Idle() {
  FacePose idle{};
  idle.body[0] = idle.head[0] = idle.left_eye[0] = idle.right_eye[0] = 1;
  idle.gaze_kind = VAV_GAZE_AVERTED;
  return idle;
}

double Smooth(double u) { return u * u * (3 - 2 * u); }

EyeLook LookOf(Vec3 r, bool left, const double range[4]) {
  const auto weight = [](double angle, double full) { return full > 0 ? std::clamp(angle / full, 0.0, 1.0) : 0.0; };
  const double outwards = left ? r.y : -r.y;
  return {weight(-r.x, range[0]), weight(r.x, range[1]), weight(-outwards, range[2]), weight(outwards, range[3])};
}

}  // namespace visavis
