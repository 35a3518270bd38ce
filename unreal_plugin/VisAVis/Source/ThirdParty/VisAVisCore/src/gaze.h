// Re-aims the stream's look at the partner who is really there. docs/retargeting.md, step 3.
#pragma once

#include "geometry.h"

namespace visavis {

struct GazeInput {
  Vec3 stream_target, scene_target;  // body axes, metres
  double wanted = 0;
  Quaternion head, left_eye, right_eye;
  double stream_eye_distance = 0.06, scene_eye_distance = 0.06;
};

struct GazeResult {
  Quaternion chest, head, left_eye, right_eye;
};

class GazeSolver {
 public:
  GazeResult Step(const GazeInput& input, double dt);
  void Reset() { *this = GazeSolver(); }

 private:
  double weight_ = 0;
  double head_[2] = {0, 0};   // yaw, pitch added to the head
  double chest_[2] = {0, 0};  // yaw, pitch of the chest
};

}  // namespace visavis
