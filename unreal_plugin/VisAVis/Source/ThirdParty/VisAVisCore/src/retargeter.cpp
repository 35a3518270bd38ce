#include "retargeter.h"

#include <algorithm>
#include <cmath>

#include "geometry.h"

namespace visavis {
namespace {

float Clamp01(double x) { return static_cast<float>(std::clamp(x, 0.0, 1.0)); }

}  // namespace

Retargeter::Retargeter(const Rig& rig)
    : rig_id_(rig.rig_id),
      expression_size_(rig.expression_size),
      sweeps_(rig.sweeps),
      map_(rig.arkit_to_flame.begin(), rig.arkit_to_flame.end()),
      gram_(kArkitCount * kArkitCount),
      target_(kArkitCount),
      weights_(kArkitCount) {
  const int rows = expression_size_ + 3;
  for (int i = 0; i < kArkitCount; ++i) {
    for (int j = 0; j < kArkitCount; ++j) {
      double sum = i == j ? rig.ridge : 0;
      for (int r = 0; r < rows; ++r) sum += map_[r * kArkitCount + i] * map_[r * kArkitCount + j];
      gram_[i * kArkitCount + j] = sum;
    }
  }
  std::copy(rig.eye_look_range, rig.eye_look_range + 4, eye_look_range_);
}

void Retargeter::Reset() { std::fill(weights_.begin(), weights_.end(), 0.0); }

void Retargeter::Solve(const PersonFrame& frame) {
  std::fill(target_.begin(), target_.end(), 0.0);
  for (int r = 0; r < expression_size_ + 3; ++r) {
    const double p = r < expression_size_ ? (r < frame.expression_size ? frame.expression[r] : 0)
                                          : frame.jaw[r - expression_size_];
    const double* row = &map_[r * kArkitCount];
    for (int i = 0; i < kArkitCount; ++i) target_[i] += row[i] * p;
  }
  // Projected coordinate descent: each weight in turn to its best value within [0, 1], the others held.
  for (int sweep = 0; sweep < sweeps_; ++sweep) {
    for (int i = 0; i < kArkitCount; ++i) {
      const double* row = &gram_[i * kArkitCount];
      if (row[i] <= 0) continue;
      double sum = target_[i];
      for (int j = 0; j < kArkitCount; ++j) sum -= row[j] * weights_[j];
      weights_[i] = std::clamp(weights_[i] + sum / row[i], 0.0, 1.0);
    }
  }
}

void Retargeter::Retarget(const PersonFrame& frame, float weights[kArkitCount]) {
  Solve(frame);
  for (int i = 0; i < kArkitCount; ++i) weights[i] = static_cast<float>(weights_[i]);
  weights[kEyeBlinkLeft] = Clamp01(frame.eyelids[0]);
  weights[kEyeBlinkRight] = Clamp01(frame.eyelids[1]);
  const HeadAngles left = ToHeadAngles(FromAxisAngle(Load(frame.left_eye.data())));
  const HeadAngles right = ToHeadAngles(FromAxisAngle(Load(frame.right_eye.data())));
  const auto look = [this](double angle, int range) {
    return eye_look_range_[range] > 0 ? Clamp01(angle / eye_look_range_[range]) : 0.0f;
  };
  weights[kEyeLookUpLeft] = look(-left.pitch, 0);
  weights[kEyeLookDownLeft] = look(left.pitch, 1);
  weights[kEyeLookInLeft] = look(-left.yaw, 2);  // the left eye's inner side is the right one
  weights[kEyeLookOutLeft] = look(left.yaw, 3);
  weights[kEyeLookUpRight] = look(-right.pitch, 0);
  weights[kEyeLookDownRight] = look(right.pitch, 1);
  weights[kEyeLookInRight] = look(right.yaw, 2);
  weights[kEyeLookOutRight] = look(-right.yaw, 3);
}

}  // namespace visavis
