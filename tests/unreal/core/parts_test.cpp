// The small parts: JSON, profiles, baked files, tracks, clock, events.
#include <fstream>
#include <sstream>

#include "../check.h"
#include "audio_track.h"
#include "baked.h"
#include "decimal.h"
#include "events.h"
#include "json.h"
#include "mutation.h"
#include "playback.h"
#include "playback_clock.h"
#include "presets.h"
#include "profile.h"

namespace visavis {
namespace {

TEST("json: values of every kind are read, escapes and pairs of surrogates too") {
  Json json;
  std::string error;
  CHECK(ParseJson(R"( {"a": [1, -2.5e2, true, false, null], "b": "\u00e9\ud83d\ude00\n\"", "c": {}} )", &json, &error));
  CHECK(json.Find("a")->array.size() == 5);
  CHECK_NEAR(json.Find("a")->array[1].number, -250, 0);
  CHECK(json.Find("b")->string == "\xc3\xa9\xf0\x9f\x98\x80\n\"");
  CHECK(json.Find("nothing") == nullptr);
}

TEST("json: what is not JSON is refused with a place") {
  for (const char* text : {"", "{", "[1,]", "{\"a\":1,}", "01", "1.", "1e", "+1", "nul", "\"\\x\"", "\"\\ud800\"", "[1] 2",
                           "{\"a\":1,\"a\":2}", "\"\n\"", "1e999", "{1:2}"}) {
    Json json;
    std::string error;
    CHECK(!ParseJson(text, &json, &error));
    CHECK(error.find("byte") == 0);
  }
  Json json;
  std::string error;
  CHECK(!ParseJson(std::string(100, '[') + std::string(100, ']'), &json, &error));
}

TEST("decimals: read alike whatever the locale, refused when anything else is there") {
  double value = 0;
  CHECK(ParseDecimal("-12.5e-1", &value));
  CHECK_NEAR(value, -1.25, 1e-15);
  CHECK(ParseDecimal("+.5", &value));
  CHECK_NEAR(value, 0.5, 0);
  CHECK(ParseDecimal("0.1234567890123", &value));
  CHECK_NEAR(value, 0.1234567890123, 1e-16);
  for (const char* text : {"", "-", ".", "1,5", "1 ", "e5", "1e", "nan", "inf", "0x10", "1e400"}) CHECK(!ParseDecimal(text, &value));
}

TEST("profiles: all presets are there, in order, and drive a mesh of their own names") {
  CHECK(ProfilePresets().size() >= 8);
  for (size_t p = 0; p < ProfilePresets().size(); ++p) {
    const Profile& preset = ProfilePresets()[p];
    std::vector<std::string> names;
    for (const ProfileChannel& channel : preset.channels) names.push_back(channel.targets.front());
    for (const ProfileBasis& face : preset.basis) names.push_back(face.targets.front());
    double score = 0;
    CHECK(ProfileDetector::Detect(names, &score) >= 0);
    ProfileMapper mapper(preset, names);
    CHECK(mapper.target_count() > 0);
  }
}

TEST("profiles: what is wrong is named") {
  const std::pair<const char*, const char*> wrong[] = {
      {R"([])", "object"},
      {R"({"format":"x","name":"n"})", "format"},
      {R"({"format":"visavis-profile-1"})", "name"},
      {R"({"format":"visavis-profile-1","name":"n","kind":"other"})", "kind"},
      {R"({"format":"visavis-profile-1","name":"n","channels":[]})", "channels"},
      {R"({"format":"visavis-profile-1","name":"n","channels":[{"channel":"jawopen","targets":["x"]}]})", "jawopen"},
      {R"({"format":"visavis-profile-1","name":"n","channels":[{"channel":"jawOpen","targets":"x"}]})", "targets"},
      {R"({"format":"visavis-profile-1","name":"n","channels":[{"channel":"jawOpen","targets":["x"],"gain":"1"}]})", "gain"},
      {R"({"format":"visavis-profile-1","name":"n","channels":[{"channel":"jawOpen","targets":["x"],"clamp":[1,0]}]})", "clamp"},
      {R"({"format":"visavis-profile-1","name":"n","channels":[{"channel":"jawOpen","targets":["x"],"curve":[[0]]}]})", "curve"},
      {R"({"format":"visavis-profile-1","name":"n","kind":"basis","basis":[]})", "basis"},
      {R"({"format":"visavis-profile-1","name":"n","kind":"basis","basis":[{"targets":["x"],"weights":{"jaw":1}}]})", "jaw"},
  };
  for (const auto& [text, named] : wrong) {
    Profile profile;
    std::string error;
    CHECK(!ParseProfile(text, &profile, &error));
    if (error.find(named) == std::string::npos) check_harness::Fail(__FILE__, __LINE__, std::string(text) + ": " + error);
  }
}

TEST("profiles: a hundred thousand mutations of the presets do no harm, and what is read can be used") {
  Mutator mutator(7);
  const std::vector<std::string> names = {"jawOpen", "viseme_aa", "Head.Jaw_Open"};
  float weights[kArkitCount] = {};
  weights[kJawOpen] = 0.5f;
  int taken = 0;
  for (int i = 0; i < 100'000; ++i) {
    const std::string text = kPresets[i % kPresetCount].json;
    // A piece of the file, so that most mutations land where they matter.
    const std::string mutated = mutator.Mutate(i % 2 == 0 ? text : text.substr(0, 600) + "]}");
    Profile profile;
    std::string error;
    if (!ParseProfile(mutated, &profile, &error)) {
      CHECK(!error.empty());
      continue;
    }
    ++taken;
    ProfileMapper mapper(profile, names);
    float out[3];
    CHECK(mapper.target_count() <= 3);
    mapper.Map(weights, out);
    for (int t = 0; t < mapper.target_count(); ++t) CHECK(std::isfinite(out[t]));
  }
  CHECK(taken > 100);
}

const char* const kCsv =
    "time,jawOpen,eyeBlinkLeft,headYaw,headPitch,headRoll,leftEyeYaw,leftEyePitch,rightEyeYaw,rightEyePitch,speaking\n"
    "0,0,0,0,0,0,0,0,0,0,1\r\n"
    "0.1,0.5,1,90,0,0,0,0,0,0,0\n";

TEST("baked files: an arkit-csv is read by its columns' names and sampled between its frames") {
  Baked baked;
  std::string error;
  CHECK(baked.Parse(kCsv, &error));
  CHECK(baked.frame_count() == 2);
  FacePose pose;
  baked.Sample(0.05, &pose);
  CHECK_NEAR(pose.weights[kJawOpen], 0.25, 1e-6);
  CHECK_NEAR(pose.weights[kEyeBlinkLeft], 0.5, 1e-6);
  const HeadAngles angles = ToHeadAngles(LoadQuaternion(pose.head));
  CHECK_NEAR(angles.yaw, 3.14159265 / 4, 1e-3);
  baked.Sample(99, &pose);
  CHECK_NEAR(pose.weights[kJawOpen], 0.5, 1e-6);
  baked.Sample(-1, &pose);
  CHECK_NEAR(pose.speaking, 1, 0);
}

TEST("baked files: a Live Link Face capture is read too, whatever the order of its columns") {
  Baked baked;
  std::string error;
  CHECK(baked.Parse("Timecode,BlendshapeCount,JawRight,JawLeft,HeadYaw,HeadPitch,LeftEyeYaw\n"
                    "10:00:00:58.250,61,0.25,0.75,0,0,0\n"
                    "10:00:00:59.250,61,0,0,0,0,0\n"
                    "10:00:01:00.250,61,0,1,0.5,0.2,0.1\n",
                    &error));
  CHECK_NEAR(baked.frame(0).weights[kJawLeft], 0.75, 1e-6);
  CHECK_NEAR(baked.frame(0).weights[kJawRight], 0.25, 1e-6);
  CHECK_NEAR(baked.frame(1).time_s, 1.0 / 60, 1e-6);
  CHECK_NEAR(baked.frame(2).time_s, 2.0 / 60, 1e-6);
  const HeadAngles head = ToHeadAngles(LoadQuaternion(baked.frame(2).head));
  CHECK_NEAR(head.yaw, 0.5, 1e-6);
  CHECK_NEAR(head.pitch, -0.2, 1e-6);  // an app's pitch is positive up
  CHECK_NEAR(ToHeadAngles(LoadQuaternion(baked.frame(2).left_eye)).yaw, -0.1, 1e-6);
}

TEST("baked files: faults are told by line and column, and mutations do no harm") {
  Baked baked;
  std::string error;
  CHECK(!baked.Parse("", &error));
  CHECK(!baked.Parse("time,nothing\n0,0\n", &error));
  CHECK(!baked.Parse("time,jawOpen\n", &error));
  CHECK(!baked.Parse("time,jawOpen\n0,0\n0.1,x\n", &error));
  CHECK(error.find("line 3, column 2") == 0);
  CHECK(!baked.Parse("time,jawOpen\n1,0\n0.5,0\n", &error));
  CHECK(error.find("backwards") != std::string::npos);
  Mutator mutator(11);
  for (int i = 0; i < 50'000; ++i) {
    FacePose pose;
    if (baked.Parse(mutator.Mutate(kCsv), &error)) baked.Sample(0.05, &pose);
  }
}

std::vector<int16_t> Ramp(int64_t from, int64_t count) {
  std::vector<int16_t> out;
  for (int64_t i = 0; i < count; ++i) out.push_back(static_cast<int16_t>(from + i));
  return out;
}

int64_t Push(AudioTrack* track, int64_t from, int64_t count, bool forget = false) {
  return track->Push(from, reinterpret_cast<const uint8_t*>(Ramp(from, count).data()), count, forget);
}

TEST("tracks: what is pushed is sent once, in order, across the end of the ring") {
  AudioTrack track;
  track.Configure(100, 2);
  int64_t next = 0;
  for (int64_t from = 0; from < 1000; from += 40) {
    CHECK(Push(&track, from, 40) == 40);
    int64_t start = 0;
    const uint8_t* samples = nullptr;
    while (const int64_t count = track.Peek(16, &start, &samples)) {
      CHECK(start == next);
      for (int64_t i = 0; i < count; ++i) {
        int16_t value = 0;
        std::memcpy(&value, samples + 2 * i, 2);
        CHECK(value == static_cast<int16_t>(start + i));
      }
      next = start + count;
      track.MarkSent(next);
    }
  }
  CHECK(next == 1000);
}

TEST("tracks: unsent sound is not overwritten, unless the connection is down") {
  AudioTrack track;
  track.Configure(100, 2);
  CHECK(Push(&track, 0, 80) == 80);
  CHECK(Push(&track, 80, 80) == 20);
  CHECK(Push(&track, 100, 1) == 0);
  CHECK(Push(&track, 100, 50, true) == 50);
  CHECK(track.sent() == 50 && track.end() == 150);
}

TEST("tracks: gaps are silence, and sound can be sent again after a lost connection") {
  AudioTrack track;
  track.Configure(100, 2);
  CHECK(Push(&track, 0, 10) == 10);
  CHECK(Push(&track, 20, 10) == 10);
  track.MarkSent(30);
  track.Rewind(5);
  int64_t start = 0;
  const uint8_t* samples = nullptr;
  CHECK(track.Peek(100, &start, &samples) == 25 && start == 5);
  int16_t value = 1;
  std::memcpy(&value, samples + 2 * 10, 2);
  CHECK(value == 0);
  CHECK(Push(&track, 100000, 10, true) == 10);
  CHECK(track.end() == 100010);
}

TEST("clock: follows frames smoothly, works off small differences and takes large ones at once") {
  PlaybackClock clock;
  double device = 0;
  double last = 0;
  double largest_step = 0;
  double smallest_step = 1;
  for (int frame = 0; frame < 600; ++frame) {
    clock.Advance(1.0 / 60);
    device += 1.0 / 60 * 1.002;  // the sound card's quartz is another
    if (frame % 5 == 4) clock.Observe(device - 0.02);  // told rarely, and late
    largest_step = std::max(largest_step, clock.seconds() - last);
    smallest_step = std::min(smallest_step, clock.seconds() - last);
    last = clock.seconds();
  }
  CHECK_NEAR(clock.seconds(), device - 0.02, 0.01);
  CHECK(largest_step < 1.11 / 60 && smallest_step > 0.89 / 60);
  clock.Observe(100);
  CHECK_NEAR(clock.seconds(), 100, 0);
}

TEST("playback: a full buffer says so, and has room again when time has passed") {
  PlaybackBuffer buffer(16);
  FacePose pose = Idle();
  for (int i = 0; i < 16; ++i) {
    CHECK(buffer.HasRoom());
    pose.time_s = i / 30.0;
    buffer.Push(pose);
  }
  CHECK(!buffer.HasRoom());
  buffer.Sample(5 / 30.0, &pose);
  CHECK(buffer.HasRoom());
}

TEST("events: the newest are kept when nobody polls, and texts are cut between characters") {
  EventQueue queue;
  vav_event event{};
  for (int i = 0; i < 1000; ++i) {
    event.number = i;
    queue.Push(event);
  }
  int64_t last = -1;
  int count = 0;
  while (queue.Pop(&event)) {
    last = event.number;
    ++count;
  }
  CHECK(last == 999 && count == 128);
  char text[8];
  CopyText("abcdef\xc3\xa9", text, sizeof text);
  CHECK(std::strcmp(text, "abcdef") == 0);
}

}  // namespace
}  // namespace visavis
