// From FLAME coefficients to ARKit weights, for one person. docs/retargeting.md, step 1.
#pragma once

#include <string>
#include <vector>

#include "frame.h"
#include "messages.h"
#include "pose.h"

namespace visavis {

// Least squares within [0, 1]: minimises ||M w - p||^2 + ridge ||w||^2 by projected coordinate descent.
class RetargetSolver {
 public:
  // `matrix` is rows x columns, row by row.
  RetargetSolver(const std::vector<double>& matrix, int rows, int columns, double ridge, int sweeps);

  // Improves `weights` (columns values) for `target` (rows values). Allocates nothing.
  void Solve(const double* target, double* weights);

 private:
  int rows_;
  int columns_;
  double ridge_;
  int sweeps_;
  std::vector<double> matrix_;
  std::vector<double> gram_;
  std::vector<double> projected_;  // M^T p
};

class FaceRetargeter {
 public:
  explicit FaceRetargeter(const Rig& rig);

  // The pose of a frame. Starts from the weights of the frame before; allocates nothing.
  void Retarget(const PersonFrame& frame, double time_s, FacePose* out);
  // Forgets the frame before: after a seek or a reconnect.
  void Reset();

 private:
  int expression_size_;
  double eye_look_range_[4];
  RetargetSolver solver_;
  std::vector<double> target_;
  std::vector<double> warm_;
};

// Steps 5 and 6, and the weights where the frame carries them.
void PoseOf(const PersonFrame& frame, double time_s, FacePose* out);

}  // namespace visavis
