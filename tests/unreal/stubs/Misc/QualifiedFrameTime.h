#pragma once

#include "CoreMinimal.h"

struct FFrameTime {
  int32 FrameNumber = 0;
  float SubFrame = 0;
};
struct FFrameRate {
  int32 Numerator = 60000, Denominator = 1001;
  FFrameRate() = default;
  FFrameRate(uint32 numerator, uint32 denominator) : Numerator(static_cast<int32>(numerator)), Denominator(static_cast<int32>(denominator)) {}
  FFrameTime AsFrameTime(double seconds) const {
    const double frames = seconds * Numerator / Denominator;
    const double whole = std::floor(frames);
    return {static_cast<int32>(whole), static_cast<float>(frames - whole)};
  }
};
struct FQualifiedFrameTime {
  FFrameTime Time;
  FFrameRate Rate;
  FQualifiedFrameTime() = default;
  FQualifiedFrameTime(const FFrameTime& time, const FFrameRate& rate) : Time(time), Rate(rate) {}
  double AsSeconds() const { return (Time.FrameNumber + static_cast<double>(Time.SubFrame)) * Rate.Denominator / Rate.Numerator; }
};
