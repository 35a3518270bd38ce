// The jitter buffer under frames that come at any moment. That it shows what the Python reference shows is in golden_test.cpp.
#include <cmath>
#include <random>
#include <vector>

#include "../check.h"
#include "arkit.h"
#include "playback.h"

namespace visavis {
namespace {

FacePose PoseAt(int frame) {
  FacePose pose = Idle();
  pose.time_s = frame / 30.0;
  for (float& weight : pose.weights) weight = static_cast<float>(0.5 + 0.4 * std::sin(frame / 5.0));
  pose.presence = 1;
  return pose;
}

TEST("playback: whenever frames arrive, stall and arrive again, the face never jumps") {
  std::mt19937 random(3);
  const auto between = [&random](double low, double high) { return std::uniform_real_distribution<double>(low, high)(random); };
  for (int round = 0; round < 100; ++round) {
    PlaybackBuffer buffer;
    std::vector<double> arrives;
    const double delay = between(-0.2, 0.1);
    const double stall = between(0, 1.5);
    for (int i = 0; i < 240; ++i) {
      double at = i / 30.0 + delay + (between(0, 1) < 0.1 ? stall * between(0, 1) : 0);
      if (!arrives.empty()) at = std::max(at, arrives.back());
      arrives.push_back(at);
    }
    size_t sent = 0;
    double last = -1;
    double largest = 0;
    for (int tick = 0; tick < 540; ++tick) {
      const double now = tick / 60.0;
      for (; sent < arrives.size() && arrives[sent] <= now; ++sent) buffer.Push(PoseAt(static_cast<int>(sent)));
      FacePose shown;
      buffer.Sample(now, &shown);
      // The face itself moves 0.04 a tick, the way to rest and back 0.08, catching up comes on top; a jump would be up to 0.9.
      if (tick > 1) largest = std::max(largest, std::abs(shown.weights[kJawOpen] - last));
      last = shown.weights[kJawOpen];
    }
    CHECK(largest < 0.18);
  }
}

}  // namespace
}  // namespace visavis
