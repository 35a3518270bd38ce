#pragma once

#include "CoreTypes.h"

struct FVector;
struct FMath {
  template <typename T> static T Min(T a, T b) { return a < b ? a : b; }
  template <typename T> static T Max(T a, T b) { return a < b ? b : a; }
  template <typename T> static T Max3(T a, T b, T c) { return Max(Max(a, b), c); }
  template <typename T> static T Clamp(T x, T low, T high) { return Min(Max(x, low), high); }
  template <typename T> static T Abs(T x) { return x < 0 ? -x : x; }
  template <typename T> static T Lerp(T a, T b, T t) { return a + t * (b - a); }
  static double Atan2(double y, double x) { return std::atan2(y, x); }
  static double RadiansToDegrees(double x) { return x * 180.0 / 3.14159265358979323846; }
  static double DegreesToRadians(double x) { return x * 3.14159265358979323846 / 180.0; }
  static double FindDeltaAngleDegrees(double a, double b) { return std::remainder(b - a, 360.0); }
};

struct FVector {
  double X = 0, Y = 0, Z = 0;
  static const FVector ZeroVector, UpVector;
  FVector() = default;
  FVector(double x, double y, double z) : X(x), Y(y), Z(z) {}
  FVector operator+(const FVector& o) const { return {X + o.X, Y + o.Y, Z + o.Z}; }
  FVector operator-(const FVector& o) const { return {X - o.X, Y - o.Y, Z - o.Z}; }
  FVector operator*(double s) const { return {X * s, Y * s, Z * s}; }
  double Size() const { return std::sqrt(X * X + Y * Y + Z * Z); }
  FVector GetSafeNormal() const { const double n = Size(); return n > 1e-8 ? *this * (1 / n) : FVector(); }
  FVector GetSafeNormal2D() const { return FVector(X, Y, 0).GetSafeNormal(); }
  static double Dist(const FVector& a, const FVector& b) { return (a - b).Size(); }
  static double DotProduct(const FVector& a, const FVector& b) { return a.X * b.X + a.Y * b.Y + a.Z * b.Z; }
  static FVector CrossProduct(const FVector& a, const FVector& b) {
    return {a.Y * b.Z - a.Z * b.Y, a.Z * b.X - a.X * b.Z, a.X * b.Y - a.Y * b.X};
  }
};
inline const FVector FVector::ZeroVector{};
inline const FVector FVector::UpVector{0, 0, 1};

struct FRotator {  // degrees
  double Pitch = 0, Yaw = 0, Roll = 0;
  static const FRotator ZeroRotator;
  FRotator() = default;
  FRotator(double pitch, double yaw, double roll) : Pitch(pitch), Yaw(yaw), Roll(roll) {}
};
inline const FRotator FRotator::ZeroRotator{};

struct FQuat {
  double X = 0, Y = 0, Z = 0, W = 1;
  static const FQuat Identity;
  FQuat() = default;
  FQuat(double x, double y, double z, double w) : X(x), Y(y), Z(z), W(w) {}
  FQuat(const FVector& axis, double radians) {
    const double s = std::sin(radians / 2);
    X = axis.X * s; Y = axis.Y * s; Z = axis.Z * s; W = std::cos(radians / 2);
  }
  FQuat operator*(const FQuat& q) const {
    return {W * q.X + X * q.W + Y * q.Z - Z * q.Y, W * q.Y - X * q.Z + Y * q.W + Z * q.X,
            W * q.Z + X * q.Y - Y * q.X + Z * q.W, W * q.W - X * q.X - Y * q.Y - Z * q.Z};
  }
  FQuat Inverse() const { return {-X, -Y, -Z, W}; }
  FVector RotateVector(const FVector& v) const {
    const FVector u(X, Y, Z);
    const FVector t = FVector::CrossProduct(u, v) * 2.0;
    return v + t * W + FVector::CrossProduct(u, t);
  }
  FVector UnrotateVector(const FVector& v) const { return Inverse().RotateVector(v); }
  FVector GetForwardVector() const { return RotateVector({1, 0, 0}); }
  double AngularDistance(const FQuat& q) const {
    const double dot = X * q.X + Y * q.Y + Z * q.Z + W * q.W;
    return std::acos(std::clamp(2 * dot * dot - 1, -1.0, 1.0));
  }
  static FQuat Slerp(const FQuat& a, const FQuat& b, double t) {
    double dot = a.X * b.X + a.Y * b.Y + a.Z * b.Z + a.W * b.W;
    const double sign = dot < 0 ? -1 : 1;
    dot = std::abs(dot);
    double p = 1 - t, q = t;
    if (dot < 0.99999) { const double w = std::acos(dot); p = std::sin((1 - t) * w) / std::sin(w); q = std::sin(t * w) / std::sin(w); }
    q *= sign;
    return {p * a.X + q * b.X, p * a.Y + q * b.Y, p * a.Z + q * b.Z, p * a.W + q * b.W};
  }
  FRotator Rotator() const {
    const double degrees = 180.0 / 3.14159265358979323846;
    const double sine = std::clamp(2 * (Z * X - W * Y), -1.0, 1.0);
    return {std::asin(sine) * degrees, std::atan2(2 * (W * Z + X * Y), 1 - 2 * (Y * Y + Z * Z)) * degrees,
            std::atan2(-2 * (W * X + Y * Z), 1 - 2 * (X * X + Y * Y)) * degrees};
  }
};
inline const FQuat FQuat::Identity{};

struct FTransform {
  static const FTransform Identity;
  FTransform() = default;
  FTransform(const FQuat& rotation, const FVector& location) : rotation_(rotation), location_(location) {}
  FQuat GetRotation() const { return rotation_; }
  FVector GetLocation() const { return location_; }
  FVector TransformPosition(const FVector& p) const { return rotation_.RotateVector(p) + location_; }
  FVector InverseTransformPosition(const FVector& p) const { return rotation_.UnrotateVector(p - location_); }

 private:
  FQuat rotation_;
  FVector location_;
};
inline const FTransform FTransform::Identity{};
