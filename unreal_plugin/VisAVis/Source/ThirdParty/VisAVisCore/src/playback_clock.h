// The moment of the sound that is heard, on the game's own smooth time.
#pragma once

namespace visavis {

// A sound device tells its position rarely and in steps; faces that followed it directly would stutter. This clock runs with the
// frames' time and is led to the device's position little by little.
class PlaybackClock {
 public:
  void Set(double seconds);
  // Frame time has passed.
  void Advance(double dt);
  // The device says where it is. A difference of more than kJump is taken at once, a smaller one is worked off.
  void Observe(double seconds);
  double seconds() const { return seconds_; }

  static constexpr double kJump = 0.15;      // seconds
  static constexpr double kWorkOff = 0.5;    // seconds in which a difference is worked off
  static constexpr double kMostHaste = 0.1;  // at most so much faster or slower than the frames' time

 private:
  double seconds_ = 0;
  double error_ = 0;
};

}  // namespace visavis
