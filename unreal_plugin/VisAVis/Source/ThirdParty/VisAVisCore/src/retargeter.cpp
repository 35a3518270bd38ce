#include "retargeter.h"

#include <algorithm>
#include <cstring>

namespace visavis {

RetargetSolver::RetargetSolver(const std::vector<double>& matrix, int rows, int columns, double ridge, int sweeps)
    : rows_(rows),
      columns_(columns),
      ridge_(ridge),
      sweeps_(sweeps),
      matrix_(matrix),
      gram_(static_cast<size_t>(columns * columns)),
      projected_(static_cast<size_t>(columns)) {
  for (int i = 0; i < columns_; ++i) {
    for (int j = 0; j < columns_; ++j) {
      double sum = 0;
      for (int r = 0; r < rows_; ++r) sum += matrix_[r * columns_ + i] * matrix_[r * columns_ + j];
      gram_[i * columns_ + j] = sum;
    }
  }
}

void RetargetSolver::Solve(const double* target, double* weights) {
  constexpr double kInactive = 1e-9;  // the square of a column that does nothing
  std::fill(projected_.begin(), projected_.end(), 0.0);
  for (int r = 0; r < rows_; ++r) {
    const double* row = &matrix_[r * columns_];
    for (int j = 0; j < columns_; ++j) projected_[j] += row[j] * target[r];
  }
  for (int sweep = 0; sweep < sweeps_; ++sweep) {
    for (int j = 0; j < columns_; ++j) {
      const double* row = &gram_[j * columns_];
      if (row[j] <= kInactive) continue;
      double gradient = projected_[j] - ridge_ * weights[j];
      for (int k = 0; k < columns_; ++k) gradient -= row[k] * weights[k];
      weights[j] = std::clamp(weights[j] + gradient / (row[j] + ridge_), 0.0, 1.0);
    }
  }
}

FaceRetargeter::FaceRetargeter(const Rig& rig)
    : expression_size_(rig.expression_size),
      solver_(std::vector<double>(rig.arkit_to_flame.begin(), rig.arkit_to_flame.end()), rig.expression_size + 3, kArkitCount,
              rig.ridge, rig.sweeps),
      target_(static_cast<size_t>(rig.expression_size + 3)),
      warm_(kArkitCount) {
  std::copy(rig.eye_look_range, rig.eye_look_range + 4, eye_look_range_);
}

void FaceRetargeter::Reset() { std::fill(warm_.begin(), warm_.end(), 0.0); }

void FaceRetargeter::Retarget(const PersonFrame& frame, double time_s, FacePose* out) {
  PoseOf(frame, time_s, out);
  if (frame.arkit_size == kArkitCount) return;
  for (int i = 0; i < expression_size_; ++i) target_[i] = i < frame.expression_size ? frame.expression[i] : 0;
  for (int i = 0; i < 3; ++i) target_[expression_size_ + i] = frame.jaw[i];
  solver_.Solve(target_.data(), warm_.data());
  for (int i = 0; i < kArkitCount; ++i) out->weights[i] = static_cast<float>(warm_[i]);

  out->weights[kEyeBlinkLeft] = std::clamp(frame.eyelids[0], 0.0f, 1.0f);
  out->weights[kEyeBlinkRight] = std::clamp(frame.eyelids[1], 0.0f, 1.0f);
  const EyeLook left = LookOf(Load(frame.left_eye.data()), true, eye_look_range_);
  const EyeLook right = LookOf(Load(frame.right_eye.data()), false, eye_look_range_);
  out->weights[kEyeLookUpLeft] = static_cast<float>(left.up);
  out->weights[kEyeLookDownLeft] = static_cast<float>(left.down);
  out->weights[kEyeLookInLeft] = static_cast<float>(left.in);
  out->weights[kEyeLookOutLeft] = static_cast<float>(left.out);
  out->weights[kEyeLookUpRight] = static_cast<float>(right.up);
  out->weights[kEyeLookDownRight] = static_cast<float>(right.down);
  out->weights[kEyeLookInRight] = static_cast<float>(right.in);
  out->weights[kEyeLookOutRight] = static_cast<float>(right.out);
}

void PoseOf(const PersonFrame& frame, double time_s, FacePose* out) {
  const auto rotation = [](const std::array<float, 3>& r, float (&to)[4]) {
    StoreQuaternion(FromAxisAngle(Load(r.data())), to);
  };
  out->time_s = time_s;
  std::copy(frame.arkit.begin(), frame.arkit.end(), out->weights);
  rotation(frame.global_rotation, out->body);
  rotation(frame.neck, out->head);
  rotation(frame.left_eye, out->left_eye);
  rotation(frame.right_eye, out->right_eye);
  std::copy(frame.translation.begin(), frame.translation.end(), out->position);
  out->gaze_kind = static_cast<vav_gaze_kind>(frame.gaze_kind);
  std::copy(frame.gaze_point.begin(), frame.gaze_point.end(), out->gaze_point);
  out->gaze_on_partner = frame.gaze_on_partner;
  out->speaking = frame.speaking;
  out->presence = 1;
  static_assert(sizeof out->gaze_object == kObjectNameSize, "names have one size");
  std::memcpy(out->gaze_object, frame.gaze_object.data(), kObjectNameSize);
}

}  // namespace visavis
