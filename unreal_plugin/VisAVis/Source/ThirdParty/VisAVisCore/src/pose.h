// A face as avatars take it: FacePose, and what is between two of them. docs/retargeting.md.
#pragma once

#include "../include/visavis/visavis.h"
#include "geometry.h"

namespace visavis {

// Quaternions (w, x, y, z); it is the ABI's own struct, so that nothing is copied at the border.
using FacePose = vav_face_pose;

Quaternion LoadQuaternion(const float q[4]);
void StoreQuaternion(Quaternion q, float out[4]);

// `a + u (b - a)`; rotations on the shorter way, normalised; kinds and names of the nearer. `out` may be one of both.
void Mix(const FacePose& a, const FacePose& b, double u, FacePose* out);
// `pose` at rest: no expression, head and eyes straight, the place as it is.
void IdleOf(const FacePose& pose, FacePose* out);
// Before anything came.
FacePose Idle();
// u*u*(3 - 2u).
double Smooth(double u);

// Eye-look weights of one eye from its axis-angle vector; `range` is up, down, in, out at weight 1.
struct EyeLook {
  double up, down, in, out;
};
EyeLook LookOf(Vec3 axis_angle, bool left, const double range[4]);

}  // namespace visavis
