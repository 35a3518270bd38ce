// From FLAME coefficients to ARKit weights, for one person. docs/retargeting.md describes the steps.
#pragma once

#include <string>
#include <vector>

#include "frame.h"
#include "messages.h"

namespace visavis {

class Retargeter {
 public:
  explicit Retargeter(const Rig& rig);

  // The 52 weights of a frame. Starts from the weights of the frame before; allocates nothing.
  void Retarget(const PersonFrame& frame, float weights[kArkitCount]);
  // Forgets the frame before.
  void Reset();

  const std::string& rig_id() const { return rig_id_; }
  int expression_size() const { return expression_size_; }

 private:
  void Solve(const PersonFrame& frame);

  std::string rig_id_;
  int expression_size_;
  int sweeps_;
  std::vector<double> map_;         // M, (expression_size + 3) x 52
  std::vector<double> gram_;        // M^T M + lambda I, 52 x 52
  std::vector<double> target_;      // M^T p, 52
  std::vector<double> weights_;     // of the shapes that are solved for, 52
  double eye_look_range_[4];
};

}  // namespace visavis
