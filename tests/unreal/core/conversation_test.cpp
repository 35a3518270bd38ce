// A conversation against a scripted service: streaming, lost connections, refusals, cancellation.
#include <chrono>
#include <cmath>
#include <thread>

#include "../check.h"
#include "conversation.h"
#include "scripted_wire.h"

namespace visavis {
namespace {

namespace pb = ::visavis::v1;
using Clock = std::chrono::steady_clock;

ConversationOptions Options() {
  ConversationOptions options;
  options.config.sample_rate = 16000;
  options.config.encoding = VAV_AUDIO_S16;
  options.config.layout = VAV_LAYOUT_SEPARATE;
  options.config.fps = 30;
  options.config.look_ahead = VAV_LOOK_AHEAD_LIVE;
  options.first_backoff_s = 0.02;
  options.max_backoff_s = 0.05;
  options.connect_timeout_s = 0.3;
  options.stall_timeout_s = 0.3;
  return options;
}

// Waits until `done`. So long that only what never happens is given up, on the slowest machine.
template <typename Done>
bool Eventually(Done done) {
  const auto until = Clock::now() + std::chrono::seconds(60);
  while (Clock::now() < until) {
    if (done()) return true;
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
  }
  return done();
}

void PushBoth(Conversation* conversation, int64_t from, int64_t count) {
  const std::vector<int16_t> sound(static_cast<size_t>(count), 1000);
  int64_t taken = 0;
  for (const vav_participant who : {VAV_PARTICIPANT_A, VAV_PARTICIPANT_B}) {
    CHECK(conversation->PushAudio(who, from, sound.data(), count, &taken) == VAV_OK);
    CHECK(taken == count);
  }
}

std::vector<vav_event> Events(Conversation* conversation) {
  std::vector<vav_event> out;
  vav_event event;
  while (conversation->NextEvent(&event)) out.push_back(event);
  return out;
}

const vav_event* Find(const std::vector<vav_event>& events, vav_event_kind kind) {
  for (const vav_event& event : events) {
    if (event.kind == kind) return &event;
  }
  return nullptr;
}

TEST("conversation: sound goes in, faces come out, the end is told") {
  Script script;
  Conversation conversation(Options(), std::make_unique<ScriptedWire>(&script));
  PushBoth(&conversation, 0, 32000);
  CHECK(conversation.Finish() == VAV_OK);
  CHECK(Eventually([&] { return conversation.state() == VAV_STATE_FINISHED; }));
  const vav_statistics statistics = conversation.Statistics();
  CHECK(statistics.frames_received == 60);
  CHECK(statistics.retarget_us > 0);
  FacePose pose;
  CHECK(conversation.Sample(VAV_PARTICIPANT_A, 0.25, &pose));
  CHECK_NEAR(pose.weights[kJawOpen], 1.0, 0.05);
  CHECK_NEAR(pose.position[0], -0.6, 1e-6);
  CHECK(conversation.Sample(VAV_PARTICIPANT_B, 0.25, &pose));
  CHECK_NEAR(pose.position[0], 0.6, 1e-6);
  const std::vector<vav_event> events = Events(&conversation);
  CHECK(Find(events, VAV_EVENT_OPENED) != nullptr && Find(events, VAV_EVENT_FINISHED) != nullptr);
  int64_t taken = 0;
  const int16_t sample = 0;
  CHECK(conversation.PushAudio(VAV_PARTICIPANT_A, -1, &sample, 1, &taken) == VAV_CLOSED);
}

TEST("conversation: after a lost connection it goes on from where frames are needed, with the scene as it is by then") {
  Script script;
  script.break_at = {1.0};
  Conversation conversation(Options(), std::make_unique<ScriptedWire>(&script));
  SceneUpdate scene;
  scene.has_placement = true;
  scene.placement.a = {{-1, 0, 0}, 90, 1.7f, 0};
  scene.placement.b = {{1, 0, 0}, -90, 1.5f, 0};
  SceneObject lamp;
  lamp.name = "lamp";
  scene.objects.push_back(lamp);
  CHECK(conversation.PushScene(scene) == VAV_OK);
  RoleSpans roles;
  roles.spans.push_back({VAV_PARTICIPANT_A, 0, 5});
  CHECK(conversation.PushRoles(roles) == VAV_OK);
  PushBoth(&conversation, 0, 32000);
  CHECK(Eventually([&] { return conversation.Statistics().reconnects == 1; }));
  PushBoth(&conversation, 32000, 8000);
  CHECK(Eventually([&] { return conversation.Statistics().newest_frame_s > 2.2; }));
  const vav_statistics statistics = conversation.Statistics();
  CHECK(statistics.frames_received == static_cast<int64_t>(statistics.newest_frame_s * 30 + 1.5));  // none twice, none lost
  std::lock_guard<std::mutex> lock(script.mutex);
  CHECK(script.opens.size() == 2);
  pb::ConversationConfig config;
  CHECK(config.ParseFromString(script.opens[1]));
  CHECK_NEAR(config.resume_at_s(), 1.0, 1e-9);
  CHECK_NEAR(config.scene().placement().a().position().x(), -1, 0);
  CHECK(config.scene().objects_size() == 1 && config.scene().objects(0).name() == "lamp");
  bool roles_again = false;
  for (size_t i = 2; i < script.requests.size(); ++i) {
    pb::ConverseRequest request;
    roles_again = roles_again || (request.ParseFromString(script.requests[i]) && request.has_roles());
  }
  CHECK(roles_again);
}

TEST("conversation: a moment long past is not asked for again when the connection comes back") {
  Script script;
  script.break_at = {0.5};
  Conversation conversation(Options(), std::make_unique<ScriptedWire>(&script));
  PushBoth(&conversation, 0, 8000);
  CHECK(Eventually([&] { return conversation.Statistics().frames_received > 0; }));
  script.refuse_status = kUnavailable;
  PushBoth(&conversation, 8000, 8000);
  CHECK(Eventually([&] { return conversation.state() == VAV_STATE_RECONNECTING; }));
  FacePose pose;
  conversation.Sample(VAV_PARTICIPANT_A, 3.01, &pose);  // the game plays on meanwhile
  script.refuse_status = kOk;
  CHECK(Eventually([&] { return conversation.Statistics().reconnects == 1; }));
  std::lock_guard<std::mutex> lock(script.mutex);
  pb::ConversationConfig config;
  CHECK(config.ParseFromString(script.opens.back()));
  CHECK_NEAR(config.resume_at_s(), 91 / 30.0, 1e-9);
}

TEST("conversation: the face holds, eases to idle and eases back without a jump") {
  Script script;
  script.break_at = {1.0};
  Conversation conversation(Options(), std::make_unique<ScriptedWire>(&script));
  FacePose last = Idle();
  double largest = 0;
  double least_presence = 1;
  bool first = true;
  // The face is shown 0.3 s behind the sound, and every tick waits for the frames that its sound makes, so that what is late is
  // late by this test's own clock: nothing is sent for a while after the break, and again twice while the face is coming back.
  int64_t pushed = 0;
  for (int tick = 0; tick < 300; ++tick) {
    const double now = tick / 60.0;
    const bool outage = (now > 1.3 && now < 2.4) || (now > 2.45 && now < 2.7) || (now > 2.75 && now < 2.9);
    const auto due = static_cast<int64_t>(now * 16000);
    if (!outage && due > pushed) {
      PushBoth(&conversation, pushed, due - pushed);
      pushed = due;
      const double newest = std::floor((static_cast<double>(pushed) / 16000 - 0.2) * 30 - 1) / 30;
      CHECK(newest < 0 || Eventually([&] { return conversation.Statistics().newest_frame_s > newest - 1e-6; }));
    }
    FacePose pose;
    if (now < 0.3 || !conversation.Sample(VAV_PARTICIPANT_A, now - 0.3, &pose)) continue;
    if (!first) largest = std::max(largest, static_cast<double>(std::abs(pose.weights[kJawOpen] - last.weights[kJawOpen])));
    least_presence = std::min(least_presence, static_cast<double>(pose.presence));
    first = false;
    last = pose;
  }
  CHECK(least_presence < 0.05);
  CHECK(last.presence > 0.95);
  CHECK(largest < 0.15);  // the jaw itself moves 0.05 a tick, the way to rest and back 0.08; a jump would be up to 1
}

TEST("conversation: what cannot be mended is not tried again, what can be is") {
  Script script;
  script.refuse_status = kInvalidArgument;
  Conversation refused(Options(), std::make_unique<ScriptedWire>(&script));
  CHECK(Eventually([&] { return refused.state() == VAV_STATE_FAILED; }));
  CHECK(script.streams == 1);
  const std::vector<vav_event> events = Events(&refused);
  const vav_event* failed = Find(events, VAV_EVENT_FAILED);
  CHECK(failed != nullptr && failed->number == kInvalidArgument && std::strstr(failed->text, "on purpose") != nullptr);

  Script full;
  full.refuse_status = kResourceExhausted;
  ConversationOptions options = Options();
  options.give_up_after_s = 1.5;
  Conversation patient(options, std::make_unique<ScriptedWire>(&full));
  CHECK(Eventually([&] { return patient.state() == VAV_STATE_FAILED; }));
  CHECK(full.streams > 2);
}

TEST("conversation: a service that never answers is a lost connection, and cancelling does not wait for it") {
  Script script;
  script.deaf = true;
  const auto began = Clock::now();
  {
    Conversation conversation(Options(), std::make_unique<ScriptedWire>(&script));
    CHECK(Eventually([&] { return Find(Events(&conversation), VAV_EVENT_DISCONNECTED) != nullptr; }));
    conversation.Cancel();
    CHECK(Eventually([&] { return conversation.state() == VAV_STATE_CANCELLED; }));
  }
  CHECK(Clock::now() - began < std::chrono::seconds(30));
}

TEST("conversation: frames that are owed and do not come are a lost connection; silence that owes none is not") {
  Script script;
  script.stall = true;
  Conversation conversation(Options(), std::make_unique<ScriptedWire>(&script));
  CHECK(Eventually([&] { return conversation.state() == VAV_STATE_STREAMING; }));
  std::this_thread::sleep_for(std::chrono::milliseconds(500));
  CHECK(conversation.state() == VAV_STATE_STREAMING);
  PushBoth(&conversation, 0, 16000);
  CHECK(Eventually([&] { return Find(Events(&conversation), VAV_EVENT_DISCONNECTED) != nullptr; }));
}

TEST("conversation: damaged frames are not shown") {
  Script script;
  script.garble = true;
  Conversation conversation(Options(), std::make_unique<ScriptedWire>(&script));
  PushBoth(&conversation, 0, 16000);
  CHECK(Eventually([&] { return conversation.Statistics().frames_refused > 0; }));
  FacePose pose;
  CHECK(!conversation.Sample(VAV_PARTICIPANT_A, 0, &pose));
}

TEST("conversation: a full frame buffer holds the service back instead of losing frames") {
  Script script;
  ConversationOptions options = Options();
  options.frame_capacity = 16;
  Conversation conversation(options, std::make_unique<ScriptedWire>(&script));
  PushBoth(&conversation, 0, 48000);
  CHECK(conversation.Finish() == VAV_OK);
  CHECK(Eventually([&] { return conversation.Statistics().frames_received == 16; }));
  std::this_thread::sleep_for(std::chrono::milliseconds(500));
  CHECK(conversation.state() == VAV_STATE_STREAMING);
  FacePose pose;
  for (int i = 0; i < 90; ++i) {
    CHECK(Eventually([&] { return conversation.Statistics().newest_frame_s * 30 > i - 0.5; }));
    CHECK(conversation.Sample(VAV_PARTICIPANT_A, i / 30.0, &pose));
    conversation.Sample(VAV_PARTICIPANT_B, i / 30.0, &pose);
    CHECK_NEAR(pose.presence, 1, 1e-6);
  }
  CHECK(Eventually([&] { return conversation.state() == VAV_STATE_FINISHED; }));
}

TEST("conversation: wrong sound is refused by field, and a clock keeps silence going") {
  Script script;
  Conversation conversation(Options(), std::make_unique<ScriptedWire>(&script));
  const int16_t sound[16] = {};
  int64_t taken = 0;
  CHECK(conversation.PushAudio(VAV_PARTICIPANT_MIXED, 0, sound, 16, &taken) == VAV_INVALID_ARGUMENT);
  CHECK(conversation.PushAudio(VAV_PARTICIPANT_A, 100, sound, 16, &taken) == VAV_OK);
  CHECK(conversation.PushAudio(VAV_PARTICIPANT_A, 50, sound, 16, &taken) == VAV_INVALID_ARGUMENT);
  CHECK(conversation.PushClock(VAV_PARTICIPANT_MIXED, 16000) == VAV_OK);
  CHECK(conversation.PushClock(VAV_PARTICIPANT_A, 15000) == VAV_INVALID_ARGUMENT);
  CHECK(Eventually([&] { return conversation.Statistics().frames_received == 24; }));
  // What follows begins after the clock, and the service, which refuses anything else, goes on.
  CHECK(conversation.PushAudio(VAV_PARTICIPANT_A, -1, sound, 16, &taken) == VAV_OK);
  CHECK(conversation.PushClock(VAV_PARTICIPANT_MIXED, 32000) == VAV_OK);
  CHECK(Eventually([&] { return conversation.Statistics().frames_received == 54; }));
  CHECK(conversation.state() == VAV_STATE_STREAMING);
}

TEST("conversation: a hundred conversations opened and closed at any moment leave no thread and no wait") {
  const auto began = Clock::now();
  for (int i = 0; i < 100; ++i) {
    Script script;
    script.break_at = {0.1, 0.2, 0.3};
    Conversation conversation(Options(), std::make_unique<ScriptedWire>(&script));
    PushBoth(&conversation, 0, 8000);
    std::this_thread::sleep_for(std::chrono::microseconds(100 * (i % 50)));
  }
  CHECK(Clock::now() - began < std::chrono::seconds(120));
}

}  // namespace
}  // namespace visavis
