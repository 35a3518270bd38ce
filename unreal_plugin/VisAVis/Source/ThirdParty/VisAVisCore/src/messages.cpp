// The only file that includes the generated messages.
#include "messages.h"

#include <cmath>

#include "visavis/v1/conversation_service.pb.h"

namespace visavis {
namespace {

namespace pb = ::visavis::v1;

void Put(const float (&from)[3], pb::Vector3* to) {
  to->set_x(from[0]);
  to->set_y(from[1]);
  to->set_z(from[2]);
}

void Put(const vav_placement& from, pb::PersonPlacement* to) {
  Put(from.position, to->mutable_position());
  to->set_yaw_deg(from.yaw_deg);
  to->set_eye_height(from.eye_height);
  to->set_lean_deg(from.lean_deg);
}

void Put(const SceneUpdate& from, pb::SceneUpdate* to) {
  to->set_time_s(from.time_s);
  to->set_pose_text(from.pose_text);
  if (from.has_placement) {
    Put(from.placement.a, to->mutable_placement()->mutable_a());
    Put(from.placement.b, to->mutable_placement()->mutable_b());
  }
  if (from.transition_s >= 0) to->set_transition_s(from.transition_s);
  for (const SceneObject& object : from.objects) {
    pb::SceneObject* added = to->add_objects();
    added->set_name(object.name);
    Put(object.position, added->mutable_position());
    if (object.salience >= 0) added->set_salience(object.salience);
  }
  for (const std::string& name : from.removed_objects) to->add_removed_objects(name);
}

void Put(const vav_style& from, pb::PersonStyle* to) {
  to->set_articulation(from.articulation);
  to->set_liveliness(from.liveliness);
  to->set_mood(from.mood);
}

void Get(const pb::Vector3& from, float (&to)[3]) {
  to[0] = from.x();
  to[1] = from.y();
  to[2] = from.z();
}

void Get(const pb::PersonPlacement& from, vav_placement* to) {
  Get(from.position(), to->position);
  to->yaw_deg = from.yaw_deg();
  to->eye_height = from.eye_height();
  to->lean_deg = from.lean_deg();
}

void Get(const pb::PoseReading& from, PoseReading* to) {
  Get(from.placement().a(), &to->placement.a);
  Get(from.placement().b(), &to->placement.b);
  to->transition_s = from.transition_s();
  to->reading = from.reading();
  to->confidence = from.confidence();
  to->not_understood.clear();
  for (const std::string& word : from.not_understood()) {
    if (!to->not_understood.empty()) to->not_understood += ", ";
    to->not_understood += word;
  }
}

template <typename Message>
bool Parse(const uint8_t* bytes, size_t size, Message* message) {
  return size <= INT32_MAX && message->ParseFromArray(bytes, static_cast<int>(size));
}

void AppendVarint(uint64_t value, std::string* out) {
  while (value >= 0x80) {
    out->push_back(static_cast<char>(value | 0x80));
    value >>= 7;
  }
  out->push_back(static_cast<char>(value));
}

size_t VarintSize(uint64_t value) {
  size_t size = 1;
  for (; value >= 0x80; value >>= 7) ++size;
  return size;
}

}  // namespace

std::string EncodeOpen(const ConversationConfig& config) {
  pb::ConverseRequest request;
  pb::ConversationConfig* open = request.mutable_open();
  open->set_sample_rate(config.sample_rate);
  open->set_encoding(static_cast<pb::AudioEncoding>(config.encoding));
  open->set_layout(static_cast<pb::AudioLayout>(config.layout));
  open->set_fps(config.fps);
  open->set_look_ahead(static_cast<pb::LookAhead>(config.look_ahead));
  open->set_seed(config.seed);
  open->set_include_arkit(config.include_arkit);
  Put(config.scene, open->mutable_scene());
  if (!config.voice_a.empty()) open->mutable_voice_a()->set_data(config.voice_a);
  if (!config.voice_b.empty()) open->mutable_voice_b()->set_data(config.voice_b);
  open->set_first_speaker(static_cast<pb::Participant>(config.first_speaker));
  if (config.has_style_a) Put(config.style_a, open->mutable_style_a());
  if (config.has_style_b) Put(config.style_b, open->mutable_style_b());
  open->set_resume_at_s(config.resume_at_s);
  return request.SerializeAsString();
}

std::string EncodeRoles(const RoleSpans& roles) {
  pb::ConverseRequest request;
  pb::RoleSpans* message = request.mutable_roles();
  for (const vav_role_span& span : roles.spans) {
    pb::RoleSpan* added = message->add_spans();
    added->set_participant(static_cast<pb::Participant>(span.participant));
    added->set_start_s(span.start_s);
    added->set_end_s(span.end_s);
  }
  message->set_known_until_s(roles.known_until_s);
  message->set_replace(roles.replace);
  return request.SerializeAsString();
}

std::string EncodeScene(const SceneUpdate& scene) {
  pb::ConverseRequest request;
  Put(scene, request.mutable_scene());
  return request.SerializeAsString();
}

void EncodeAudio(int participant, int64_t start_sample, const uint8_t* samples, size_t size, std::string* out) {
  const uint64_t start = static_cast<uint64_t>(start_sample);
  size_t inner = 1 + VarintSize(size) + size;
  if (participant != 0) inner += 2;
  if (start != 0) inner += 1 + VarintSize(start);
  out->clear();
  out->push_back(2 << 3 | 2);  // ConverseRequest.audio
  AppendVarint(inner, out);
  if (participant != 0) {
    out->push_back(1 << 3);  // AudioChunk.participant
    AppendVarint(static_cast<uint64_t>(participant), out);
  }
  if (start != 0) {
    out->push_back(2 << 3);  // AudioChunk.start_sample
    AppendVarint(start, out);
  }
  out->push_back(3 << 3 | 2);  // AudioChunk.samples
  AppendVarint(size, out);
  out->append(reinterpret_cast<const char*>(samples), size);
}

void EncodeClock(int participant, int64_t up_to_sample, std::string* out) {
  const uint64_t up_to = static_cast<uint64_t>(up_to_sample);
  size_t inner = 0;
  if (participant != 0) inner += 2;
  if (up_to != 0) inner += 1 + VarintSize(up_to);
  out->clear();
  out->push_back(5 << 3 | 2);  // ConverseRequest.clock
  AppendVarint(inner, out);
  if (participant != 0) {
    out->push_back(1 << 3);  // Clock.participant
    AppendVarint(static_cast<uint64_t>(participant), out);
  }
  if (up_to != 0) {
    out->push_back(2 << 3);  // Clock.up_to_sample
    AppendVarint(up_to, out);
  }
}

bool DecodeHeader(const uint8_t* bytes, size_t size, StreamHeader* out) {
  pb::ConverseResponse response;
  if (!Parse(bytes, size, &response) || !response.has_header()) return false;
  const pb::StreamHeader& header = response.header();
  out->conversation_id = header.conversation_id();
  out->rig_id = header.rig_id();
  out->model_id = header.model_id();
  out->fps = header.fps();
  out->look_ahead = header.look_ahead();
  out->look_ahead_ms = header.look_ahead_ms();
  out->has_pose = header.has_pose();
  if (out->has_pose) Get(header.pose(), &out->pose);
  return out->fps >= 1 && out->fps <= 240;
}

bool DecodeRoleEvent(const uint8_t* bytes, size_t size, RoleEvent* out) {
  pb::ConverseResponse response;
  if (!Parse(bytes, size, &response) || !response.has_role_event()) return false;
  out->kind = response.role_event().kind();
  out->participant = response.role_event().participant();
  out->time_s = response.role_event().time_s();
  return true;
}

bool DecodeNotice(const uint8_t* bytes, size_t size, Notice* out) {
  pb::ConverseResponse response;
  if (!Parse(bytes, size, &response) || !response.has_notice()) return false;
  out->severity = response.notice().severity();
  out->code = response.notice().code();
  out->message = response.notice().message();
  out->time_s = response.notice().time_s();
  return true;
}

bool DecodeSummary(const uint8_t* bytes, size_t size, StreamSummary* out) {
  pb::ConverseResponse response;
  if (!Parse(bytes, size, &response) || !response.has_summary()) return false;
  out->frames = response.summary().frames();
  out->audio_s = response.summary().audio_s();
  return true;
}

bool DecodePose(const uint8_t* bytes, size_t size, PoseReading* out) {
  pb::ConverseResponse response;
  if (!Parse(bytes, size, &response) || !response.has_pose()) return false;
  Get(response.pose(), out);
  return true;
}

std::string EncodeGetRigRequest() { return pb::GetRigRequest().SerializeAsString(); }

bool DecodeRig(const uint8_t* bytes, size_t size, Rig* out) {
  pb::GetRigResponse response;
  if (!Parse(bytes, size, &response) || !response.has_rig()) return false;
  const pb::Rig& rig = response.rig();
  const pb::Matrix& matrix = rig.arkit_to_flame();
  if (rig.expression_size() < 1 || rig.expression_size() > VAV_MAX_EXPRESSION) return false;
  if (matrix.rows() != rig.expression_size() + 3 || matrix.columns() != VAV_ARKIT_COUNT) return false;
  if (matrix.values_size() != matrix.rows() * matrix.columns()) return false;
  for (const float value : matrix.values()) {
    if (!std::isfinite(value)) return false;
  }
  if (!std::isfinite(rig.ridge()) || rig.ridge() < 0 || rig.sweeps() < 1 || rig.sweeps() > 1000) return false;
  if (rig.joints_size() != 5 || rig.eye_look_range_size() != 4) return false;
  out->rig_id = rig.rig_id();
  out->expression_size = rig.expression_size();
  out->arkit_to_flame.assign(matrix.values().begin(), matrix.values().end());
  out->ridge = rig.ridge();
  out->sweeps = rig.sweeps();
  for (int j = 0; j < 5; ++j) Get(rig.joints(j), out->joints[j]);
  for (int i = 0; i < 4; ++i) out->eye_look_range[i] = rig.eye_look_range(i);
  return true;
}

std::string EncodeServiceInfoRequest() { return pb::GetServiceInfoRequest().SerializeAsString(); }

bool DecodeServiceInfo(const uint8_t* bytes, size_t size, ServiceInfo* out) {
  pb::GetServiceInfoResponse response;
  if (!Parse(bytes, size, &response)) return false;
  out->version = response.version();
  out->model_id = response.model_id();
  out->rig_id = response.rig_id();
  out->device = response.device();
  out->max_conversations = response.limits().max_conversations();
  out->max_audio_ahead_s = response.limits().max_audio_ahead_s();
  out->conversations_open = response.conversations_open();
  return true;
}

std::string EncodeInterpretPoseRequest(const std::string& text) {
  pb::InterpretPoseRequest request;
  request.set_text(text);
  return request.SerializeAsString();
}

bool DecodeInterpretPose(const uint8_t* bytes, size_t size, PoseReading* out) {
  pb::InterpretPoseResponse response;
  if (!Parse(bytes, size, &response) || !response.has_reading()) return false;
  Get(response.reading(), out);
  return true;
}

std::string EncodeEnrollVoice(int sample_rate, int encoding, const uint8_t* samples, size_t size) {
  pb::EnrollVoiceRequest request;
  request.set_sample_rate(sample_rate);
  request.set_encoding(static_cast<pb::AudioEncoding>(encoding));
  request.set_samples(samples, size);
  return request.SerializeAsString();
}

bool DecodeEnrolledVoice(const uint8_t* bytes, size_t size, std::string* print, double* speech_s) {
  pb::EnrollVoiceResponse response;
  if (!Parse(bytes, size, &response) || !response.has_print()) return false;
  *print = response.print().data();
  *speech_s = response.speech_s();
  return true;
}

}  // namespace visavis
