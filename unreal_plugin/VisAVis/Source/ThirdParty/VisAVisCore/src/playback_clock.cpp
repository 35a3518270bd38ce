#include "playback_clock.h"

#include <algorithm>
#include <cmath>

namespace visavis {

void PlaybackClock::Set(double seconds) {
  seconds_ = seconds;
  error_ = 0;
}

void PlaybackClock::Advance(double dt) {
  if (!(dt > 0)) return;
  const double wanted = error_ * std::min(1.0, dt / kWorkOff);
  const double step = std::clamp(wanted, -kMostHaste * dt, kMostHaste * dt);
  seconds_ += dt + step;
  error_ -= step;
}

void PlaybackClock::Observe(double seconds) {
  const double error = seconds - seconds_;
  if (std::abs(error) > kJump) {
    Set(seconds);
  } else {
    error_ = error;
  }
}

}  // namespace visavis
