// In the steady state nothing is allocated, on any thread; and how long a face takes.
#include <atomic>
#include <chrono>
#include <cstdlib>
#include <thread>

#include "../check.h"
#include "conversation.h"
#include "gaze.h"
#include "profile.h"
#include "scripted_wire.h"

namespace {
std::atomic<long> allocations{0};
std::atomic<bool> counting{false};
void Count() {
  if (counting.load(std::memory_order_relaxed)) allocations.fetch_add(1, std::memory_order_relaxed);
}
}  // namespace

// Every allocation of the process comes through here: operator new ends in malloc too.
extern "C" {
void* __libc_malloc(std::size_t size);
void* __libc_calloc(std::size_t count, std::size_t size);
void* __libc_realloc(void* old, std::size_t size);
void* malloc(std::size_t size) {
  Count();
  return __libc_malloc(size);
}
void* calloc(std::size_t count, std::size_t size) {
  Count();
  return __libc_calloc(count, size);
}
void* realloc(void* old, std::size_t size) {
  Count();
  return __libc_realloc(old, size);
}
}

namespace visavis {
namespace {

using Clock = std::chrono::steady_clock;

TEST("steady state: pushing sound, reading frames, retargeting, playing back, mapping and aiming allocate nothing") {
  Script script;
  ConversationOptions options;
  options.config.sample_rate = 16000;
  options.config.encoding = VAV_AUDIO_S16;
  options.config.layout = VAV_LAYOUT_SEPARATE;
  options.config.fps = 30;
  options.config.look_ahead = VAV_LOOK_AHEAD_LIVE;
  Conversation conversation(options, std::make_unique<ScriptedWire>(&script));
  std::vector<std::string> names;
  for (const char* name : kArkitNames) names.push_back(name);
  double score = 0;
  const int preset = ProfileDetector::Detect(names, &score);
  CHECK(preset >= 0);
  ProfileMapper mapper(ProfilePresets()[static_cast<size_t>(preset)], names);
  std::vector<float> targets(static_cast<size_t>(mapper.target_count()));
  GazeSolver gaze;
  const std::vector<int16_t> sound(1600, 100);

  const auto frame = [&](int tick) {
    const double now = tick / 60.0;
    int64_t taken = 0;
    if (tick % 6 == 0) {
      for (const vav_participant who : {VAV_PARTICIPANT_A, VAV_PARTICIPANT_B}) {
        conversation.PushAudio(who, -1, sound.data(), 1600, &taken);
      }
    }
    vav_event event;
    while (conversation.NextEvent(&event)) {
    }
    for (const vav_participant who : {VAV_PARTICIPANT_A, VAV_PARTICIPANT_B}) {
      FacePose pose;
      conversation.Sample(who, std::max(0.0, now - 0.4), &pose);
      mapper.Map(pose.weights, targets.data());
      GazeInput input;
      input.stream_target = {0, 0, 1.2};
      input.scene_target = {0.3, 0.1, 1.0};
      input.wanted = pose.gaze_on_partner;
      input.head = LoadQuaternion(pose.head);
      gaze.Step(input, 1.0 / 60);
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  };
  for (int tick = 0; tick < 300; ++tick) frame(tick);
  const int64_t before = conversation.Statistics().frames_received;
  allocations = 0;
  counting = true;
  for (int tick = 300; tick < 900; ++tick) frame(tick);
  counting = false;
  const int64_t frames = conversation.Statistics().frames_received - before;
  std::printf("      %ld allocations in 600 ticks, while %lld frames of two faces came in\n", allocations.load(),
              static_cast<long long>(frames));
  CHECK(frames > 250);
  CHECK(allocations == 0);
}

TEST("steady state: one face is retargeted well within a millisecond") {
  const ::visavis::v1::Rig scripted = ScriptedRig();
  Rig rig;
  rig.rig_id = scripted.rig_id();
  rig.expression_size = 50;
  rig.ridge = scripted.ridge();
  rig.sweeps = scripted.sweeps();
  rig.arkit_to_flame.assign(scripted.arkit_to_flame().values().begin(), scripted.arkit_to_flame().values().end());
  for (float& range : rig.eye_look_range) range = 0.5f;
  FaceRetargeter retargeter(rig);
  PersonFrame frame;
  frame.expression_size = 50;
  FacePose pose;
  constexpr int kFaces = 20000;
  const auto began = Clock::now();
  float sum = 0;
  for (int i = 0; i < kFaces; ++i) {
    for (int e = 0; e < 50; ++e) frame.expression[static_cast<size_t>(e)] = 0.01f * static_cast<float>((i + e) % 40);
    retargeter.Retarget(frame, i / 30.0, &pose);
    sum += pose.weights[kJawOpen];
  }
  const double us = std::chrono::duration<double>(Clock::now() - began).count() / kFaces * 1e6;
  std::printf("      retargeting takes %.1f us per face (50 coefficients, %d sweeps)\n", us, rig.sweeps);
  CHECK(sum > 0);
  CHECK(us < 1000);
}

}  // namespace
}  // namespace visavis
