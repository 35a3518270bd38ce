// The wire's messages as plain values: what is said to the service, and what it says apart from frames.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "../include/visavis/visavis.h"

namespace visavis {

struct Placement {
  vav_placement a;
  vav_placement b;
};

struct SceneObject {
  std::string name;
  float position[3] = {0, 0, 0};
  float salience = -1;
};

struct SceneUpdate {
  double time_s = 0;
  std::string pose_text;
  bool has_placement = false;
  Placement placement{};
  double transition_s = -1;
  std::vector<SceneObject> objects;
  std::vector<std::string> removed_objects;
};

struct RoleSpans {
  std::vector<vav_role_span> spans;
  double known_until_s = 0;
  bool replace = false;
};

// Everything that is settled when a conversation opens.
struct ConversationConfig {
  int sample_rate = 0;
  vav_audio_encoding encoding = 0;
  vav_audio_layout layout = 0;
  int fps = 30;
  vav_look_ahead look_ahead = 0;
  uint64_t seed = 0;
  bool include_arkit = false;
  SceneUpdate scene;
  std::string voice_a, voice_b;
  vav_participant first_speaker = 0;
  bool has_style_a = false, has_style_b = false;
  vav_style style_a{}, style_b{};
  double resume_at_s = 0;
};

struct PoseReading {
  Placement placement{};
  double transition_s = 0;
  std::string reading;
  float confidence = 0;
  std::string not_understood;  // words, separated by ", "
};

struct StreamHeader {
  std::string conversation_id, rig_id, model_id;
  int fps = 30;
  int look_ahead = 0;
  int look_ahead_ms = 0;
  bool has_pose = false;
  PoseReading pose;
};

struct RoleEvent {
  int kind = 0;
  int participant = 0;
  double time_s = 0;
};

struct Notice {
  int severity = 0;
  std::string code, message;
  double time_s = 0;
};

struct StreamSummary {
  int64_t frames = 0;
  double audio_s = 0;
};

// The rig as the service gives it.
struct Rig {
  std::string rig_id;
  int expression_size = 0;
  std::vector<float> arkit_to_flame;  // (expression_size + 3) x 52, row by row
  float ridge = 0;
  int sweeps = 0;
  float joints[5][3] = {};
  float eye_look_range[4] = {0, 0, 0, 0};  // radians at weight 1: up, down, in, out
};

struct ServiceInfo {
  std::string version, model_id, rig_id, device;
  int max_conversations = 0, conversations_open = 0;
  double max_audio_ahead_s = 0;
};

// Requests, as bytes of ConverseRequest.
std::string EncodeOpen(const ConversationConfig& config);
std::string EncodeRoles(const RoleSpans& roles);
std::string EncodeScene(const SceneUpdate& scene);
// Without allocating once `out` has grown: sound goes out many times a second.
void EncodeAudio(int participant, int64_t start_sample, const uint8_t* samples, size_t size, std::string* out);
void EncodeClock(int participant, int64_t up_to_sample, std::string* out);

// Answers, from bytes of ConverseResponse; false when they cannot be read as that.
bool DecodeHeader(const uint8_t* bytes, size_t size, StreamHeader* out);
bool DecodeRoleEvent(const uint8_t* bytes, size_t size, RoleEvent* out);
bool DecodeNotice(const uint8_t* bytes, size_t size, Notice* out);
bool DecodeSummary(const uint8_t* bytes, size_t size, StreamSummary* out);
bool DecodePose(const uint8_t* bytes, size_t size, PoseReading* out);

// The unary calls.
std::string EncodeGetRigRequest();
bool DecodeRig(const uint8_t* bytes, size_t size, Rig* out);
std::string EncodeServiceInfoRequest();
bool DecodeServiceInfo(const uint8_t* bytes, size_t size, ServiceInfo* out);
std::string EncodeInterpretPoseRequest(const std::string& text);
bool DecodeInterpretPose(const uint8_t* bytes, size_t size, PoseReading* out);
std::string EncodeEnrollVoice(int sample_rate, int encoding, const uint8_t* samples, size_t size);
bool DecodeEnrolledVoice(const uint8_t* bytes, size_t size, std::string* print, double* speech_s);

}  // namespace visavis
