// The C ABI: checks what comes in, keeps exceptions in, hands on to the parts.
#include <algorithm>
#include <cmath>
#include <cstring>
#include <memory>
#include <new>
#include <string>

#include "arkit.h"
#include "baked.h"
#include "conversation.h"
#include "coordinates.h"
#include "events.h"
#include "gaze.h"
#include "playback_clock.h"
#include "profile.h"
#include "query.h"

struct vav_conversation {
  std::unique_ptr<visavis::Conversation> it;
};

struct vav_query {
  std::unique_ptr<vav_answer> answer;
  std::unique_ptr<visavis::Query> it;  // ends before the answer it writes to
};

struct vav_profile {
  std::unique_ptr<visavis::ProfileMapper> it;
};

struct vav_gaze {
  visavis::GazeSolver it;
};

struct vav_clock {
  visavis::PlaybackClock it;
};

struct vav_baked {
  visavis::Baked it;
};

namespace visavis {
namespace {

constexpr const char* kGetServiceInfo = "/visavis.v1.ConversationService/GetServiceInfo";
constexpr const char* kInterpretPose = "/visavis.v1.ConversationService/InterpretPose";
constexpr const char* kEnrollVoice = "/visavis.v1.ConversationService/EnrollVoice";

// A fixed buffer: reporting a full audio buffer must not allocate.
thread_local char last_error[VAV_TEXT_SIZE] = "";

vav_status Report(vav_status status, const char* sentence) {
  std::strncpy(last_error, sentence, sizeof last_error - 1);
  return status;
}

vav_status Invalid(const char* sentence) { return Report(VAV_INVALID_ARGUMENT, sentence); }

// Runs `body`; what it throws becomes a status. Only memory can run out.
template <typename Body>
vav_status Guarded(Body body) {
  try {
    return body();
  } catch (const std::bad_alloc&) {
    return Report(VAV_OUT_OF_MEMORY, "out of memory");
  } catch (const std::exception& error) {
    return Report(VAV_INVALID_ARGUMENT, error.what());
  }
}

// A struct as this library knows it, from one that an older or newer header laid out: what it lacks is zero.
template <typename Struct>
Struct Adopt(const Struct* given) {
  Struct own{};
  std::memcpy(&own, given, std::min<size_t>(given->struct_size, sizeof own));
  return own;
}

std::string Text(const char* text) { return text == nullptr ? std::string() : std::string(text); }
double Or(double value, double fallback) { return value > 0 ? value : fallback; }

vav_status ReadConnection(const vav_connection_options* connection, vav_connection_options* adopted, Endpoint* out) {
  if (connection == nullptr) return Invalid("connection must be given");
  *adopted = Adopt(connection);
  const vav_connection_options& given = *adopted;
  out->address = Text(given.address);
  if (out->address.find(':') == std::string::npos) return Invalid("connection.address: \"host:port\" is expected");
  out->use_tls = given.use_tls != 0;
  out->root_certificates = Text(given.root_certificates);
  out->client_certificate = Text(given.client_certificate);
  out->client_key = Text(given.client_key);
  out->server_name = Text(given.server_name);
  out->token = Text(given.token);
  if (out->client_certificate.empty() != out->client_key.empty()) {
    return Invalid("connection.client_key: a certificate and its key come together");
  }
  return VAV_OK;
}

vav_status ReadScene(const vav_scene_update* given, SceneUpdate* out) {
  const vav_scene_update scene = Adopt(given);
  out->time_s = scene.time_s;
  out->pose_text = Text(scene.pose_text);
  out->has_placement = scene.has_placement != 0;
  out->placement = {scene.a, scene.b};
  out->transition_s = scene.transition_s;
  if (scene.object_count < 0 || (scene.object_count > 0 && scene.objects == nullptr)) {
    return Invalid("scene.objects: fewer objects than object_count says");
  }
  if (scene.removed_object_count < 0 || (scene.removed_object_count > 0 && scene.removed_objects == nullptr)) {
    return Invalid("scene.removed_objects: fewer names than removed_object_count says");
  }
  for (int i = 0; i < scene.object_count; ++i) {
    SceneObject object;
    object.name = Text(scene.objects[i].name);
    if (object.name.empty() || object.name.size() >= kObjectNameSize) {
      return Invalid("scene.objects: a name has 1 to 64 characters");
    }
    std::memcpy(object.position, scene.objects[i].position, sizeof object.position);
    object.salience = scene.objects[i].salience;
    out->objects.push_back(std::move(object));
  }
  for (int i = 0; i < scene.removed_object_count; ++i) out->removed_objects.push_back(Text(scene.removed_objects[i]));
  return VAV_OK;
}

const char* LastError() { return last_error; }

vav_status ConversationOpen(const vav_conversation_options* given, vav_conversation** out) {
  if (given == nullptr || out == nullptr) return Invalid("options and out must be given");
  *out = nullptr;
  return Guarded([&]() -> vav_status {
    const vav_conversation_options o = Adopt(given);
    Endpoint endpoint;
    vav_connection_options connection;
    if (const vav_status refusal = ReadConnection(o.connection, &connection, &endpoint)) return refusal;
    if (o.sample_rate < 8000 || o.sample_rate > 48000) return Invalid("sample_rate: 8000 to 48000 is expected");
    if (o.encoding != VAV_AUDIO_S16 && o.encoding != VAV_AUDIO_F32) return Invalid("encoding: 16-bit or float is expected");
    if (o.layout < VAV_LAYOUT_BY_FIRST_CHUNK || o.layout > VAV_LAYOUT_SEPARATE) return Invalid("layout: unknown value");
    const int fps = o.fps == 0 ? 30 : o.fps;
    if (fps != 24 && fps != 25 && fps != 30 && fps != 50 && fps != 60) {
      return Invalid("fps: 24, 25, 30, 50 or 60 is expected");
    }
    ConversationOptions options;
    ConversationConfig& config = options.config;
    config.sample_rate = o.sample_rate;
    config.encoding = o.encoding;
    config.layout = o.layout;
    config.fps = fps;
    config.look_ahead = o.look_ahead;
    config.seed = o.seed;
    config.first_speaker = o.first_speaker;
    if (o.scene != nullptr) {
      if (const vav_status refusal = ReadScene(o.scene, &config.scene)) return refusal;
    }
    if (o.voice_print_a != nullptr) {
      config.voice_a.assign(static_cast<const char*>(o.voice_print_a), static_cast<size_t>(o.voice_print_a_size));
    }
    if (o.voice_print_b != nullptr) {
      config.voice_b.assign(static_cast<const char*>(o.voice_print_b), static_cast<size_t>(o.voice_print_b_size));
    }
    config.has_style_a = o.style_a != nullptr;
    if (config.has_style_a) config.style_a = *o.style_a;
    config.has_style_b = o.style_b != nullptr;
    if (config.has_style_b) config.style_b = *o.style_b;
    options.weights = o.weights;
    options.connect_timeout_s = Or(connection.connect_timeout_s, options.connect_timeout_s);
    options.stall_timeout_s = Or(connection.stall_timeout_s, options.stall_timeout_s);
    options.first_backoff_s = Or(connection.first_backoff_s, options.first_backoff_s);
    options.max_backoff_s = Or(connection.max_backoff_s, options.max_backoff_s);
    options.give_up_after_s = connection.give_up_after_s;
    options.audio_buffer_s = Or(o.audio_buffer_s, options.audio_buffer_s);
    if (options.audio_buffer_s > 3600) return Invalid("audio_buffer_s: at most 3600 is expected");
    if (o.frame_capacity < 0 || o.frame_capacity > 1 << 20) return Invalid("frame_capacity: 0 to 1048576 is expected");
    if (o.frame_capacity > 0) options.frame_capacity = o.frame_capacity;
    auto conversation = std::make_unique<vav_conversation>();
    conversation->it = std::make_unique<Conversation>(options, MakeWire(endpoint));
    *out = conversation.release();
    return VAV_OK;
  });
}

void ConversationClose(vav_conversation* conversation) { delete conversation; }

vav_state ConversationState(vav_conversation* conversation) { return conversation->it->state(); }

// What a status of the conversation means, in words.
vav_status Explained(vav_status status) {
  switch (status) {
    case VAV_CLOSED: return Report(status, "the conversation takes nothing more: it is finished, failed or cancelled");
    case VAV_FULL: return Report(status, "the sound not sent yet fills the buffer: try again when some of it is gone");
    default: return status;
  }
}

vav_status PushAudio(vav_conversation* conversation, vav_participant participant, int64_t start_sample, const void* samples,
                     int64_t sample_count, int64_t* taken) {
  int64_t ignored = 0;
  int64_t* const count = taken == nullptr ? &ignored : taken;
  *count = 0;
  if (samples == nullptr || sample_count <= 0) return Invalid("samples: at least one is expected");
  const vav_status status = conversation->it->PushAudio(participant, start_sample, samples, sample_count, count);
  if (status == VAV_INVALID_ARGUMENT) {
    return Invalid("participant or start_sample: a track of this layout, from where it ends on, is expected");
  }
  return Explained(status);
}

vav_status PushClock(vav_conversation* conversation, vav_participant participant, int64_t up_to_sample) {
  const vav_status status = conversation->it->PushClock(participant, up_to_sample);
  if (status == VAV_INVALID_ARGUMENT) return Invalid("up_to_sample: a clock of a track of this layout never runs backwards");
  return Explained(status);
}

vav_status PushRoles(vav_conversation* conversation, const vav_role_span* spans, int32_t span_count, double known_until_s,
                     int32_t replace) {
  if (span_count < 0 || (span_count > 0 && spans == nullptr)) return Invalid("spans: fewer than span_count says");
  for (int i = 0; i < span_count; ++i) {
    const bool known = spans[i].participant == VAV_PARTICIPANT_A || spans[i].participant == VAV_PARTICIPANT_B;
    if (!known) return Invalid("spans.participant: A or B is expected");
    if (!(spans[i].start_s >= 0) || !(spans[i].end_s > spans[i].start_s)) {
      return Invalid("spans.end_s: 0 <= start_s < end_s is expected");
    }
  }
  return Guarded([&] {
    RoleSpans roles;
    if (span_count > 0) roles.spans.assign(spans, spans + span_count);
    roles.known_until_s = known_until_s;
    roles.replace = replace != 0;
    return Explained(conversation->it->PushRoles(roles));
  });
}

vav_status PushScene(vav_conversation* conversation, const vav_scene_update* scene) {
  if (scene == nullptr) return Invalid("scene must be given");
  return Guarded([&]() -> vav_status {
    SceneUpdate update;
    if (const vav_status refusal = ReadScene(scene, &update)) return refusal;
    return Explained(conversation->it->PushScene(update));
  });
}

vav_status ConversationFinish(vav_conversation* conversation) { return Explained(conversation->it->Finish()); }

void ConversationCancel(vav_conversation* conversation) { conversation->it->Cancel(); }

vav_status NextEvent(vav_conversation* conversation, vav_event* out) {
  return conversation->it->NextEvent(out) ? VAV_OK : VAV_NOT_READY;
}

vav_status Sample(vav_conversation* conversation, vav_participant participant, double time_s, vav_face_pose* out) {
  if (participant != VAV_PARTICIPANT_A && participant != VAV_PARTICIPANT_B) return Invalid("participant: A or B is expected");
  if (!std::isfinite(time_s)) return Invalid("time_s: a finite time is expected");
  return conversation->it->Sample(participant, time_s, out) ? VAV_OK : VAV_NOT_READY;
}

vav_status GetStatistics(vav_conversation* conversation, vav_statistics* out) {
  *out = conversation->it->Statistics();
  return VAV_OK;
}

bool AnswerServiceInfo(const uint8_t* bytes, size_t size, vav_answer* out) {
  ServiceInfo info;
  if (!DecodeServiceInfo(bytes, size, &info)) return false;
  CopyText(info.version, out->version, sizeof out->version);
  CopyText(info.model_id, out->model_id, sizeof out->model_id);
  CopyText(info.rig_id, out->rig_id, sizeof out->rig_id);
  CopyText(info.device, out->device, sizeof out->device);
  out->conversations_open = info.conversations_open;
  out->max_conversations = info.max_conversations;
  out->max_audio_ahead_s = info.max_audio_ahead_s;
  return true;
}

bool AnswerPose(const uint8_t* bytes, size_t size, vav_answer* out) {
  PoseReading pose;
  if (!DecodeInterpretPose(bytes, size, &pose)) return false;
  out->a = pose.placement.a;
  out->b = pose.placement.b;
  out->transition_s = pose.transition_s;
  out->confidence = pose.confidence;
  CopyText(pose.reading, out->reading, sizeof out->reading);
  CopyText(pose.not_understood, out->not_understood, sizeof out->not_understood);
  return true;
}

bool AnswerVoice(const uint8_t* bytes, size_t size, vav_answer* out) {
  std::string print;
  if (!DecodeEnrolledVoice(bytes, size, &print, &out->speech_s) || print.size() > sizeof out->print) return false;
  std::memcpy(out->print, print.data(), print.size());
  out->print_size = static_cast<int32_t>(print.size());
  return true;
}

vav_status QueryStart(const vav_query_options* given, vav_query** out) {
  if (given == nullptr || out == nullptr) return Invalid("options and out must be given");
  *out = nullptr;
  return Guarded([&]() -> vav_status {
    const vav_query_options o = Adopt(given);
    Endpoint endpoint;
    vav_connection_options connection;
    if (const vav_status refusal = ReadConnection(o.connection, &connection, &endpoint)) return refusal;
    const char* method = nullptr;
    std::string request;
    bool (*read)(const uint8_t*, size_t, vav_answer*) = nullptr;
    switch (o.kind) {
      case VAV_QUERY_SERVICE_INFO:
        method = kGetServiceInfo;
        request = EncodeServiceInfoRequest();
        read = AnswerServiceInfo;
        break;
      case VAV_QUERY_INTERPRET_POSE:
        if (o.pose_text == nullptr || *o.pose_text == 0) return Invalid("pose_text: a sentence is expected");
        method = kInterpretPose;
        request = EncodeInterpretPoseRequest(o.pose_text);
        read = AnswerPose;
        break;
      case VAV_QUERY_ENROLL_VOICE: {
        if (o.samples == nullptr || o.sample_count <= 0) return Invalid("samples: a voice is expected");
        const size_t width = o.encoding == VAV_AUDIO_F32 ? 4 : 2;
        method = kEnrollVoice;
        request = EncodeEnrollVoice(o.sample_rate, o.encoding, static_cast<const uint8_t*>(o.samples),
                                    static_cast<size_t>(o.sample_count) * width);
        read = AnswerVoice;
        break;
      }
      default: return Invalid("kind: unknown value");
    }
    auto query = std::make_unique<vav_query>();
    query->answer = std::make_unique<vav_answer>();
    vav_answer* answer = query->answer.get();
    query->it = std::make_unique<Query>(
        MakeWire(endpoint), method, std::move(request), Or(o.timeout_s, 10),
        [answer, read](const uint8_t* bytes, size_t size) { return read(bytes, size, answer); });
    *out = query.release();
    return VAV_OK;
  });
}

vav_status QueryPoll(vav_query* query, vav_answer* out) {
  if (!query->it->done()) return VAV_NOT_READY;
  *out = *query->answer;
  out->grpc_status = query->it->status();
  CopyText(query->it->text(), out->error, sizeof out->error);
  return VAV_OK;
}

void QueryFree(vav_query* query) { delete query; }

const char* ArkitName(int32_t index) { return index >= 0 && index < kArkitCount ? kArkitNames[index] : nullptr; }

bool KnownSpace(vav_space space) { return space >= VAV_SPACE_FLAME && space <= VAV_SPACE_UNREAL_MESH; }

vav_status ConvertPositionTo(vav_space space, const float position[3], float out[3]) {
  if (!KnownSpace(space)) return Invalid("space: unknown value");
  Store(ConvertPosition(static_cast<Space>(space), Load(position)), out);
  return VAV_OK;
}

vav_status ConvertPositionFrom(vav_space space, const float position[3], float out[3]) {
  if (!KnownSpace(space)) return Invalid("space: unknown value");
  Store(ConvertPositionBack(static_cast<Space>(space), Load(position)), out);
  return VAV_OK;
}

vav_status ConvertRotationTo(vav_space space, const float quaternion[4], float out[4]) {
  if (!KnownSpace(space)) return Invalid("space: unknown value");
  StoreQuaternion(ConvertRotation(static_cast<Space>(space), LoadQuaternion(quaternion)), out);
  return VAV_OK;
}

vav_status ConvertRotationFrom(vav_space space, const float quaternion[4], float out[4]) {
  if (!KnownSpace(space)) return Invalid("space: unknown value");
  StoreQuaternion(ConvertRotationBack(static_cast<Space>(space), LoadQuaternion(quaternion)), out);
  return VAV_OK;
}

void AnglesOf(const float quaternion[4], float yaw_pitch_roll[3]) {
  const HeadAngles angles = ToHeadAngles(LoadQuaternion(quaternion));
  yaw_pitch_roll[0] = static_cast<float>(angles.yaw);
  yaw_pitch_roll[1] = static_cast<float>(angles.pitch);
  yaw_pitch_roll[2] = static_cast<float>(angles.roll);
}

// ---------------------------------------------------------------------------------------------- profiles

const Profile* PresetAt(int32_t index) {
  const std::vector<Profile>& presets = ProfilePresets();
  return index >= 0 && index < static_cast<int32_t>(presets.size()) ? &presets[static_cast<size_t>(index)] : nullptr;
}

int32_t PresetCount() { return static_cast<int32_t>(ProfilePresets().size()); }

const char* PresetName(int32_t index) {
  const Profile* preset = PresetAt(index);
  return preset == nullptr ? nullptr : preset->name.c_str();
}

const char* PresetTitle(int32_t index) {
  const Profile* preset = PresetAt(index);
  return preset == nullptr ? nullptr : preset->title.c_str();
}

bool ReadNames(const char* const* names, int32_t count, std::vector<std::string>* out) {
  if (count < 0 || (count > 0 && names == nullptr)) return false;
  for (int32_t i = 0; i < count; ++i) out->push_back(Text(names[i]));
  return true;
}

int32_t ProfileDetect(const char* const* names, int32_t count, float* score) {
  std::vector<std::string> mesh_names;
  double share = 0;
  const int found = ReadNames(names, count, &mesh_names) ? ProfileDetector::Detect(mesh_names, &share) : -1;
  if (score != nullptr) *score = static_cast<float>(share);
  return found;
}

vav_status ProfileOpen(const Profile& profile, const char* const* names, int32_t count, vav_profile** out) {
  std::vector<std::string> mesh_names;
  if (!ReadNames(names, count, &mesh_names)) return Invalid("mesh_names: fewer than count says");
  auto opened = std::make_unique<vav_profile>();
  opened->it = std::make_unique<ProfileMapper>(profile, mesh_names);
  *out = opened.release();
  return VAV_OK;
}

vav_status ProfileOpenPreset(const char* name, const char* const* names, int32_t count, vav_profile** out) {
  if (name == nullptr || out == nullptr) return Invalid("name and out must be given");
  *out = nullptr;
  return Guarded([&]() -> vav_status {
    for (const Profile& preset : ProfilePresets()) {
      if (preset.name == name) return ProfileOpen(preset, names, count, out);
    }
    return Report(VAV_NOT_FOUND, ("no preset is called '" + std::string(name) + "'").c_str());
  });
}

vav_status ProfileOpenJson(const char* json, int64_t size, const char* const* names, int32_t count, vav_profile** out) {
  if (json == nullptr || size < 0 || out == nullptr) return Invalid("json and out must be given");
  *out = nullptr;
  return Guarded([&]() -> vav_status {
    Profile profile;
    std::string error;
    if (!ParseProfile({json, static_cast<size_t>(size)}, &profile, &error)) return Invalid(("profile: " + error).c_str());
    return ProfileOpen(profile, names, count, out);
  });
}

void ProfileFree(vav_profile* profile) { delete profile; }

int32_t ProfileTargetCount(const vav_profile* profile) { return profile->it->target_count(); }

const char* ProfileTarget(const vav_profile* profile, int32_t index) {
  return index >= 0 && index < profile->it->target_count() ? profile->it->mesh_name(index).c_str() : nullptr;
}

int32_t ProfileMeshIndex(const vav_profile* profile, int32_t index) {
  return index >= 0 && index < profile->it->target_count() ? profile->it->mesh_index(index) : -1;
}

vav_status ProfileApply(vav_profile* profile, const float weights[VAV_ARKIT_COUNT], float* out, int32_t out_count) {
  if (out_count < profile->it->target_count()) return Invalid("out_count: room for every target is expected");
  profile->it->Map(weights, out);
  return VAV_OK;
}

// -------------------------------------------------------------------------------------------------- gaze

vav_status GazeCreate(vav_gaze** out) {
  if (out == nullptr) return Invalid("out must be given");
  *out = nullptr;
  return Guarded([&] {
    *out = new vav_gaze();
    return VAV_OK;
  });
}

void GazeFree(vav_gaze* gaze) { delete gaze; }
void GazeReset(vav_gaze* gaze) { gaze->it.Reset(); }

vav_status GazeStep(vav_gaze* gaze, const vav_gaze_input* input, const vav_rig_figures* rig, double dt_s,
                    vav_gaze_result* out) {
  if (!(dt_s >= 0) || !std::isfinite(dt_s)) return Invalid("dt_s: a time of 0 or more is expected");
  GazeInput in;
  in.stream_target = Load(input->stream_target);
  in.scene_target = Load(input->scene_target);
  in.wanted = input->wanted;
  in.head = LoadQuaternion(input->head);
  in.left_eye = LoadQuaternion(input->left_eye);
  in.right_eye = LoadQuaternion(input->right_eye);
  in.stream_eye_distance = input->stream_eye_distance;
  in.scene_eye_distance = input->scene_eye_distance;
  const GazeResult result = gaze->it.Step(in, dt_s);
  StoreQuaternion(result.chest, out->chest);
  StoreQuaternion(result.head, out->head);
  StoreQuaternion(result.left_eye, out->left_eye);
  StoreQuaternion(result.right_eye, out->right_eye);
  double range[4] = {0, 0, 0, 0};
  if (rig != nullptr) std::copy(rig->eye_look_range, rig->eye_look_range + 4, range);
  const EyeLook left = LookOf(ToAxisAngle(result.left_eye), true, range);
  const EyeLook right = LookOf(ToAxisAngle(result.right_eye), false, range);
  const double look[8] = {left.up, left.down, left.in, left.out, right.up, right.down, right.in, right.out};
  for (int i = 0; i < 8; ++i) out->eye_look[i] = static_cast<float>(look[i]);
  return VAV_OK;
}

vav_status RigFigures(vav_conversation* conversation, vav_rig_figures* out) {
  return Guarded([&]() -> vav_status {
    Rig rig;
    if (!conversation->it->GetRig(&rig)) return VAV_NOT_READY;
    CopyText(rig.rig_id, out->rig_id, sizeof out->rig_id);
    // Joints in FLAME's order: global, neck, jaw, left eye, right eye.
    std::memcpy(out->neck_joint, rig.joints[1], sizeof out->neck_joint);
    std::memcpy(out->left_eye_joint, rig.joints[3], sizeof out->left_eye_joint);
    std::memcpy(out->right_eye_joint, rig.joints[4], sizeof out->right_eye_joint);
    std::memcpy(out->eye_look_range, rig.eye_look_range, sizeof out->eye_look_range);
    return VAV_OK;
  });
}

// ------------------------------------------------------------------------------------------------- clock

vav_status ClockCreate(vav_clock** out) {
  if (out == nullptr) return Invalid("out must be given");
  *out = nullptr;
  return Guarded([&] {
    *out = new vav_clock();
    return VAV_OK;
  });
}

void ClockFree(vav_clock* clock) { delete clock; }
void ClockSet(vav_clock* clock, double seconds) { clock->it.Set(seconds); }

double ClockAdvance(vav_clock* clock, double dt_s) {
  clock->it.Advance(dt_s);
  return clock->it.seconds();
}

void ClockObserve(vav_clock* clock, double seconds) { clock->it.Observe(seconds); }

// ------------------------------------------------------------------------------------------------- baked

vav_status BakedOpenCsv(const char* text, int64_t size, vav_baked** out) {
  if (text == nullptr || size < 0 || out == nullptr) return Invalid("text and out must be given");
  *out = nullptr;
  return Guarded([&]() -> vav_status {
    auto baked = std::make_unique<vav_baked>();
    std::string error;
    if (!baked->it.Parse({text, static_cast<size_t>(size)}, &error)) return Invalid(error.c_str());
    *out = baked.release();
    return VAV_OK;
  });
}

void BakedFree(vav_baked* baked) { delete baked; }
int32_t BakedFrameCount(const vav_baked* baked) { return baked->it.frame_count(); }
double BakedDuration(const vav_baked* baked) { return baked->it.duration_s(); }

vav_status BakedFrame(const vav_baked* baked, int32_t index, vav_face_pose* out) {
  if (index < 0 || index >= baked->it.frame_count()) return Invalid("index: there is no such frame");
  *out = baked->it.frame(index);
  return VAV_OK;
}

vav_status BakedSample(const vav_baked* baked, double time_s, vav_face_pose* out) {
  if (!std::isfinite(time_s)) return Invalid("time_s: a finite time is expected");
  baked->it.Sample(time_s, out);
  return VAV_OK;
}

vav_api MakeApi() {
  static const std::string transport = WireName();
  vav_api api{};
  api.struct_size = sizeof api;
  api.abi_version = VAV_ABI_VERSION;
  api.version = VISAVIS_VERSION;
  api.transport = transport.c_str();
  api.last_error = LastError;
  api.conversation_open = ConversationOpen;
  api.conversation_close = ConversationClose;
  api.conversation_state = ConversationState;
  api.push_audio = PushAudio;
  api.push_clock = PushClock;
  api.push_roles = PushRoles;
  api.push_scene = PushScene;
  api.conversation_finish = ConversationFinish;
  api.conversation_cancel = ConversationCancel;
  api.next_event = NextEvent;
  api.sample = Sample;
  api.statistics = GetStatistics;
  api.query_start = QueryStart;
  api.query_poll = QueryPoll;
  api.query_free = QueryFree;
  api.arkit_name = ArkitName;
  api.convert_position = ConvertPositionTo;
  api.convert_position_back = ConvertPositionFrom;
  api.convert_rotation = ConvertRotationTo;
  api.convert_rotation_back = ConvertRotationFrom;
  api.angles = AnglesOf;
  api.preset_count = PresetCount;
  api.preset_name = PresetName;
  api.preset_title = PresetTitle;
  api.profile_detect = ProfileDetect;
  api.profile_open_preset = ProfileOpenPreset;
  api.profile_open_json = ProfileOpenJson;
  api.profile_free = ProfileFree;
  api.profile_target_count = ProfileTargetCount;
  api.profile_target = ProfileTarget;
  api.profile_mesh_index = ProfileMeshIndex;
  api.profile_apply = ProfileApply;
  api.gaze_create = GazeCreate;
  api.gaze_free = GazeFree;
  api.gaze_reset = GazeReset;
  api.gaze_step = GazeStep;
  api.rig_figures = RigFigures;
  api.clock_create = ClockCreate;
  api.clock_free = ClockFree;
  api.clock_set = ClockSet;
  api.clock_advance = ClockAdvance;
  api.clock_observe = ClockObserve;
  api.baked_open_csv = BakedOpenCsv;
  api.baked_free = BakedFree;
  api.baked_frame_count = BakedFrameCount;
  api.baked_duration_s = BakedDuration;
  api.baked_frame = BakedFrame;
  api.baked_sample = BakedSample;
  return api;
}

}  // namespace
}  // namespace visavis

extern "C" VAV_EXPORT const vav_api* vav_get_api(uint32_t abi_version) {
  static const vav_api api = visavis::MakeApi();
  return abi_version == VAV_ABI_VERSION ? &api : nullptr;
}
