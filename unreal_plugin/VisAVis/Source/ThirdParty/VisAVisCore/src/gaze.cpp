#include "gaze.h"

#include <algorithm>
#include <cmath>

namespace visavis {
namespace {

constexpr double kPi = 3.14159265358979323846;
constexpr double kDegree = kPi / 180;
enum Axis { kYaw = 0, kPitch = 1 };

constexpr double kEyeLimit[2] = {30 * kDegree, 25 * kDegree};
constexpr double kHeadShare[2] = {0.55, 0.50};
constexpr double kHeadLimit[2] = {70 * kDegree, 40 * kDegree};
constexpr double kChestShare[2] = {0.15, 0.00};
constexpr double kChestLimit[2] = {40 * kDegree, 15 * kDegree};
constexpr double kErrorLimit[2] = {150 * kDegree, 60 * kDegree};
constexpr double kHeadTime = 0.20;    // seconds
constexpr double kChestTime = 0.50;
constexpr double kWeightTime = 0.1;
constexpr double kNearest = 0.05;     // metres; nearer than that eyes do not converge further

struct Angles {
  double of[2] = {0, 0};  // yaw, pitch
};

double Wrap(double angle) {
  const double turned = std::remainder(angle, 2 * kPi);
  return turned <= -kPi ? turned + 2 * kPi : turned;
}

Angles Direction(Vec3 v) { return {{std::atan2(v.x, v.z), std::atan2(-v.y, std::sqrt(v.x * v.x + v.z * v.z))}}; }

Vec3 Forward(const Angles& a) {
  return {std::sin(a.of[kYaw]) * std::cos(a.of[kPitch]), -std::sin(a.of[kPitch]),
          std::cos(a.of[kYaw]) * std::cos(a.of[kPitch])};
}

Angles EyeAngles(Quaternion eye) { return Direction(Rotate(eye, {0, 0, 1})); }

Quaternion FromAngles(double yaw, double pitch, double roll = 0) { return FromHeadAngles({yaw, pitch, roll}); }

double Limit(double x, double limit) { return std::clamp(x, -limit, limit); }

}  // namespace

GazeResult GazeSolver::Step(const GazeInput& in, double dt) {
  weight_ += Limit(in.wanted - weight_, dt / kWeightTime);
  const Angles scene = Direction(in.scene_target);
  const Angles stream = Direction(in.stream_target);
  const HeadAngles head = ToHeadAngles(in.head);
  const double head0[2] = {head.yaw, head.pitch};
  const Angles left = EyeAngles(in.left_eye);
  const Angles right = EyeAngles(in.right_eye);
  Angles eye0;
  Angles error;
  for (const Axis axis : {kYaw, kPitch}) {
    error.of[axis] = weight_ * Limit(Wrap(scene.of[axis] - stream.of[axis]), kErrorLimit[axis]);
    eye0.of[axis] = (left.of[axis] + right.of[axis]) / 2;
    double c = Limit(kChestShare[axis] * error.of[axis], kChestLimit[axis]);
    double h = kHeadShare[axis] * error.of[axis];
    const double x = eye0.of[axis] + error.of[axis] - h - c;
    // What the eyes cannot reach, the head does. Nothing is limited more than the stream itself already turned.
    h += x - Limit(x, std::max(kEyeLimit[axis], std::abs(eye0.of[axis])));
    const double y = head0[axis] + h;
    const double over = y - Limit(y, std::max(kHeadLimit[axis], std::abs(head0[axis])));
    h -= over;
    c = Limit(c + over, kChestLimit[axis]);  // what the head cannot, the chest does
    head_[axis] += (h - head_[axis]) * (1 - std::exp(-dt / kHeadTime));
    chest_[axis] += (c - chest_[axis]) * (1 - std::exp(-dt / kChestTime));
  }
  GazeResult out;
  out.head = FromAngles(head0[kYaw] + head_[kYaw], head0[kPitch] + head_[kPitch], head.roll);
  out.chest = FromAngles(chest_[kYaw], chest_[kPitch]);

  // The eyes make up for what head and chest have not done yet.
  Angles look = Direction(Rotate(in.head, Forward(eye0)));
  for (const Axis axis : {kYaw, kPitch}) look.of[axis] += error.of[axis];
  const Angles eye = Direction(Rotate(Conjugate(out.chest * out.head), Forward(look)));
  const double turn[2] = {Wrap(eye.of[kYaw] - eye0.of[kYaw]), Wrap(eye.of[kPitch] - eye0.of[kPitch])};
  const auto half_angle = [](double distance, Vec3 target) {
    return std::atan2(distance / 2, std::max(kNearest, Length(target)));
  };
  const double verge =
      weight_ * (half_angle(in.scene_eye_distance, in.scene_target) - half_angle(in.stream_eye_distance, in.stream_target));
  const auto turned = [&](const Angles& own, double aside) {
    const auto limited = [&own](Axis axis, double angle) {
      return Limit(angle, std::max(kEyeLimit[axis], std::abs(own.of[axis])));
    };
    return FromAngles(limited(kYaw, own.of[kYaw] + turn[kYaw] + aside), limited(kPitch, own.of[kPitch] + turn[kPitch]));
  };
  out.left_eye = turned(left, -verge);
  out.right_eye = turned(right, verge);
  return out;
}

}  // namespace visavis
