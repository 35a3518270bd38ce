// Vectors, quaternions and rotations. Right-handed; radians.
#pragma once

namespace visavis {

struct Vec3 {
  double x = 0, y = 0, z = 0;
};

// (w, x, y, z), of length 1.
struct Quaternion {
  double w = 1, x = 0, y = 0, z = 0;
};

Vec3 operator+(Vec3 a, Vec3 b);
Vec3 operator-(Vec3 a, Vec3 b);
Vec3 operator*(Vec3 a, double s);
double Dot(Vec3 a, Vec3 b);
Vec3 Cross(Vec3 a, Vec3 b);
double Length(Vec3 v);

Vec3 Load(const float v[3]);
void Store(Vec3 v, float out[3]);

Quaternion operator*(Quaternion a, Quaternion b);
Quaternion Conjugate(Quaternion q);
Quaternion Normalized(Quaternion q);
// The rotation about `axis_angle` by its length.
Quaternion FromAxisAngle(Vec3 axis_angle);
// The inverse; length in [0, pi].
Vec3 ToAxisAngle(Quaternion q);
Vec3 Rotate(Quaternion q, Vec3 v);
// The shortest way from a (t = 0) to b (t = 1) at constant speed.
Quaternion Slerp(Quaternion a, Quaternion b, double t);

// Angles of R = Ry(yaw) Rx(pitch) Rz(roll): yaw + to the own left, pitch + down, roll + to the right shoulder.
struct HeadAngles {
  double yaw = 0, pitch = 0, roll = 0;
};
HeadAngles ToHeadAngles(Quaternion q);
Quaternion FromHeadAngles(HeadAngles angles);

}  // namespace visavis
