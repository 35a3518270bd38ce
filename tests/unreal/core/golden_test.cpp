// The vectors that Python made hold here to 1e-4.
#include <algorithm>
#include <fstream>
#include <sstream>

#include "../check.h"
#include "coordinates.h"
#include "gaze.h"
#include "json.h"
#include "playback.h"
#include "profile.h"
#include "retargeter.h"

namespace visavis {
namespace {

constexpr double kTolerance = 1e-4;

Json Golden(const char* name) {
  std::ifstream file(std::string(VISAVIS_GOLDEN_DIR) + "/" + name);
  std::ostringstream text;
  text << file.rdbuf();
  Json json;
  std::string error;
  if (!ParseJson(text.str(), &json, &error)) check_harness::Fail(__FILE__, __LINE__, std::string(name) + ": " + error);
  return json;
}

const Json& At(const Json& json, const char* name) {
  const Json* found = json.Find(name);
  if (found != nullptr) return *found;
  check_harness::Fail(__FILE__, __LINE__, std::string("the golden file has no ") + name);
  static const Json nothing;
  return nothing;
}

std::vector<double> Numbers(const Json& json) {
  std::vector<double> out;
  for (const Json& item : json.array) {
    if (item.Is(Json::kArray)) {
      const std::vector<double> inside = Numbers(item);
      out.insert(out.end(), inside.begin(), inside.end());
    } else {
      out.push_back(item.number);
    }
  }
  return out;
}

std::vector<std::string> Texts(const Json& json) {
  std::vector<std::string> out;
  for (const Json& item : json.array) out.push_back(item.string);
  return out;
}

Vec3 Vector(const Json& json) {
  const std::vector<double> v = Numbers(json);
  return v.size() == 3 ? Vec3{v[0], v[1], v[2]} : Vec3{1e9, 1e9, 1e9};
}

Quaternion Rotation(const Json& json) {
  const std::vector<double> q = Numbers(json);
  return q.size() == 4 ? Quaternion{q[0], q[1], q[2], q[3]} : Quaternion{};
}

void Near(Vec3 a, Vec3 b, double tolerance = kTolerance) {
  CHECK_NEAR(a.x, b.x, tolerance);
  CHECK_NEAR(a.y, b.y, tolerance);
  CHECK_NEAR(a.z, b.z, tolerance);
}

void Near(Quaternion a, Quaternion b) {
  const double sign = a.w * b.w + a.x * b.x + a.y * b.y + a.z * b.z < 0 ? -1 : 1;
  CHECK_NEAR(a.w, sign * b.w, kTolerance);
  CHECK_NEAR(a.x, sign * b.x, kTolerance);
  CHECK_NEAR(a.y, sign * b.y, kTolerance);
  CHECK_NEAR(a.z, sign * b.z, kTolerance);
}

FacePose ReadPose(const Json& json, double time_s) {
  FacePose pose = Idle();
  pose.time_s = time_s;
  pose.presence = 1;
  const std::vector<double> weights = Numbers(At(json, "weights"));
  CHECK(weights.size() == kArkitCount);
  std::copy(weights.begin(), weights.end(), pose.weights);
  StoreQuaternion(Rotation(At(json, "body")), pose.body);
  StoreQuaternion(Rotation(At(json, "head")), pose.head);
  StoreQuaternion(Rotation(At(json, "left_eye")), pose.left_eye);
  StoreQuaternion(Rotation(At(json, "right_eye")), pose.right_eye);
  Store(Vector(At(json, "position")), pose.position);
  Store(Vector(At(json, "gaze_point")), pose.gaze_point);
  pose.gaze_kind = static_cast<vav_gaze_kind>(At(json, "gaze_kind").number);
  pose.gaze_on_partner = static_cast<float>(At(json, "on_partner").number);
  pose.speaking = static_cast<float>(At(json, "speaking").number);
  const std::string& object = At(json, "gaze_object").string;
  std::copy(object.begin(), object.end(), pose.gaze_object);
  return pose;
}

void Near(const FacePose& a, const FacePose& b) {
  for (int i = 0; i < kArkitCount; ++i) CHECK_NEAR(a.weights[i], b.weights[i], kTolerance);
  Near(LoadQuaternion(a.body), LoadQuaternion(b.body));
  Near(LoadQuaternion(a.head), LoadQuaternion(b.head));
  Near(LoadQuaternion(a.left_eye), LoadQuaternion(b.left_eye));
  Near(LoadQuaternion(a.right_eye), LoadQuaternion(b.right_eye));
  Near(Load(a.position), Load(b.position));
  Near(Load(a.gaze_point), Load(b.gaze_point));
  CHECK(a.gaze_kind == b.gaze_kind);
  CHECK(std::strcmp(a.gaze_object, b.gaze_object) == 0);
  CHECK_NEAR(a.gaze_on_partner, b.gaze_on_partner, kTolerance);
  CHECK_NEAR(a.speaking, b.speaking, kTolerance);
}

PersonFrame ReadFrame(const Json& json) {
  PersonFrame frame;
  const auto fill = [&json](const char* name, auto& to) {
    const std::vector<double> values = Numbers(At(json, name));
    CHECK(values.size() <= to.size());
    for (size_t i = 0; i < std::min(values.size(), to.size()); ++i) to[i] = static_cast<float>(values[i]);
    return static_cast<int>(values.size());
  };
  frame.expression_size = fill("expression", frame.expression);
  fill("global_rotation", frame.global_rotation);
  fill("neck", frame.neck);
  fill("jaw", frame.jaw);
  fill("left_eye", frame.left_eye);
  fill("right_eye", frame.right_eye);
  fill("translation", frame.translation);
  fill("eyelids", frame.eyelids);
  fill("gaze_point", frame.gaze_point);
  frame.gaze_kind = static_cast<GazeKind>(static_cast<int>(At(json, "gaze_kind").number));
  frame.gaze_on_partner = static_cast<float>(At(json, "gaze_on_partner").number);
  frame.speaking = static_cast<float>(At(json, "speaking").number);
  if (const Json* object = json.Find("gaze_object")) {
    std::copy(object->string.begin(), object->string.end(), frame.gaze_object.begin());
  }
  if (const Json* arkit = json.Find("arkit")) {
    const std::vector<double> values = Numbers(*arkit);
    if (values.size() == kArkitCount) {
      std::copy(values.begin(), values.end(), frame.arkit.begin());
      frame.arkit_size = kArkitCount;
    }
  }
  return frame;
}

TEST("golden: positions and rotations come out in every engine's space as in Python, and back again") {
  const Json golden = Golden("coordinates.json");
  const Json& given = At(golden, "given");
  const std::pair<const char*, Space> spaces[] = {{"gltf", Space::kFlame},
                                                  {"unity", Space::kUnity},
                                                  {"unreal_actor", Space::kUnrealActor},
                                                  {"unreal_skeletal", Space::kUnrealMesh}};
  for (const auto& [name, space] : spaces) {
    const Json& target = At(At(golden, "targets"), name);
    const size_t count = At(given, "position").array.size();
    CHECK(count > 0);
    for (size_t i = 0; i < count; ++i) {
      const Vec3 position = Vector(At(given, "position").array[i]);
      const Quaternion rotation = Rotation(At(given, "quaternion").array[i]);
      const Vec3 axis_angle = Vector(At(given, "axis_angle").array[i]);
      Near(ConvertPosition(space, position), Vector(At(target, "position").array[i]));
      Near(ConvertAxisAngle(space, axis_angle), Vector(At(target, "axis_angle").array[i]));
      Near(ConvertRotation(space, rotation), Rotation(At(target, "quaternion").array[i]));
      Near(ConvertPositionBack(space, ConvertPosition(space, position)), position);
      Near(ConvertRotationBack(space, ConvertRotation(space, rotation)), rotation);
    }
  }
}

TEST("golden: the solver finds Python's weights, warm-started from case to case") {
  const Json golden = Golden("retarget.json");
  const Json& solver = At(golden, "solver");
  const Json& matrix = At(solver, "matrix");
  const int rows = static_cast<int>(matrix.array.size());
  const int columns = static_cast<int>(matrix.array.front().array.size());
  RetargetSolver it(Numbers(matrix), rows, columns, At(solver, "ridge").number, static_cast<int>(At(solver, "sweeps").number));
  std::vector<double> weights(static_cast<size_t>(columns));
  CHECK(!At(solver, "cases").array.empty());
  for (const Json& one : At(solver, "cases").array) {
    it.Solve(Numbers(At(one, "p")).data(), weights.data());
    const std::vector<double> wanted = Numbers(At(one, "w"));
    for (int i = 0; i < columns; ++i) CHECK_NEAR(weights[i], wanted[i], kTolerance);
  }
}

TEST("golden: frames become Python's poses, one after another") {
  const Json golden = Golden("retarget.json");
  const Json& from = At(golden, "rig");
  Rig rig;
  rig.rig_id = At(from, "rig_id").string;
  rig.expression_size = static_cast<int>(At(from, "expression_size").number);
  rig.ridge = static_cast<float>(At(from, "ridge").number);
  rig.sweeps = static_cast<int>(At(from, "sweeps").number);
  for (const double value : Numbers(At(from, "arkit_to_flame"))) rig.arkit_to_flame.push_back(static_cast<float>(value));
  const std::vector<double> range = Numbers(At(from, "eye_look_range"));
  std::copy(range.begin(), range.end(), rig.eye_look_range);
  const std::vector<std::string> names = Texts(At(golden, "arkit_names"));
  CHECK(names.size() == kArkitCount);
  for (int i = 0; i < kArkitCount; ++i) CHECK(names[i] == kArkitNames[i]);
  FaceRetargeter retargeter(rig);
  CHECK(!At(golden, "frames").array.empty());
  for (const Json& one : At(golden, "frames").array) {
    FacePose pose;
    retargeter.Retarget(ReadFrame(At(one, "frame")), 0, &pose);
    Near(pose, ReadPose(At(one, "pose"), 0));
  }
}

// JSON as text again.
std::string Write(const Json& json) {
  std::string text;
  switch (json.kind) {
    case Json::kNull: return "null";
    case Json::kBoolean: return json.boolean ? "true" : "false";
    case Json::kNumber: {
      char number[40];
      std::snprintf(number, sizeof number, "%.17g", json.number);
      return number;
    }
    case Json::kString: return "\"" + json.string + "\"";
    case Json::kArray:
      for (const Json& item : json.array) text += (text.empty() ? "" : ",") + Write(item);
      return "[" + text + "]";
    case Json::kObject: break;
  }
  for (const auto& [name, value] : json.object) text += (text.empty() ? "\"" : ",\"") + name + "\":" + Write(value);
  return "{" + text + "}";
}

TEST("golden: profiles give the mesh Python's weights") {
  const Json golden = Golden("profiles.json");
  CHECK(!At(golden, "mapped").array.empty());
  for (const Json& one : At(golden, "mapped").array) {
    const std::vector<std::string> mesh_names = Texts(At(one, "mesh_names"));
    Profile profile;
    bool found = false;
    for (const Profile& preset : ProfilePresets()) {
      if (!found && one.Find("profile") != nullptr && preset.name == At(one, "profile").string) {
        profile = preset;
        found = true;
      }
    }
    if (!found && one.Find("definition") != nullptr) {
      std::string error;
      found = ParseProfile(Write(At(one, "definition")), &profile, &error);
      if (!found) check_harness::Fail(__FILE__, __LINE__, error);
    }
    CHECK(found);
    ProfileMapper mapper(profile, mesh_names);
    std::vector<float> out(static_cast<size_t>(mapper.target_count()));
    for (const Json& one_case : At(one, "cases").array) {
      const std::vector<double> weights = Numbers(At(one_case, "weights"));
      float in[kArkitCount];
      std::copy(weights.begin(), weights.end(), in);
      mapper.Map(in, out.data());
      std::vector<double> mesh(mesh_names.size());
      for (int i = 0; i < mapper.target_count(); ++i) mesh[static_cast<size_t>(mapper.mesh_index(i))] = out[i];
      const std::vector<double> wanted = Numbers(At(one_case, "mesh"));
      CHECK(wanted.size() == mesh.size());
      for (size_t i = 0; i < wanted.size(); ++i) CHECK_NEAR(mesh[i], wanted[i], kTolerance);
    }
  }
}

TEST("golden: every mesh is recognised as Python recognises it") {
  const Json golden = Golden("profiles.json");
  CHECK(!At(golden, "detected").array.empty());
  for (const Json& one : At(golden, "detected").array) {
    double score = 0;
    const int found = ProfileDetector::Detect(Texts(At(one, "mesh_names")), &score);
    const Json& wanted = At(one, "profile");
    if (wanted.Is(Json::kNull)) {
      CHECK(found == -1);
    } else {
      CHECK(found >= 0 && ProfilePresets()[static_cast<size_t>(found)].name == wanted.string);
    }
  }
}

TEST("golden: looks are re-aimed as in Python, step by step") {
  const Json golden = Golden("gaze.json");
  CHECK(!At(golden, "sequences").array.empty());
  for (const Json& sequence : At(golden, "sequences").array) {
    GazeSolver solver;
    for (const Json& step : At(sequence, "steps").array) {
      const Json& from = At(step, "input");
      GazeInput input;
      input.stream_target = Vector(At(from, "stream_target"));
      input.scene_target = Vector(At(from, "scene_target"));
      input.wanted = At(from, "wanted").number;
      input.head = Rotation(At(from, "head"));
      input.left_eye = Rotation(At(from, "left_eye"));
      input.right_eye = Rotation(At(from, "right_eye"));
      input.stream_eye_distance = At(from, "stream_eye_distance").number;
      input.scene_eye_distance = At(from, "scene_eye_distance").number;
      const GazeResult result = solver.Step(input, At(step, "dt").number);
      const Json& wanted = At(step, "result");
      Near(result.chest, Rotation(At(wanted, "chest")));
      Near(result.head, Rotation(At(wanted, "head")));
      Near(result.left_eye, Rotation(At(wanted, "left_eye")));
      Near(result.right_eye, Rotation(At(wanted, "right_eye")));
    }
  }
}

TEST("golden: late, missing and returning frames look as in Python") {
  const Json golden = Golden("playback.json");
  PlaybackBuffer buffer;
  int samples = 0;
  for (const Json& event : At(golden, "events").array) {
    const Json& pose = At(event, "pose");
    if (const Json* push = event.Find("push")) {
      buffer.Push(ReadPose(pose, push->number));
      continue;
    }
    FacePose shown;
    buffer.Sample(At(event, "sample").number, &shown);
    Near(shown, ReadPose(pose, 0));
    ++samples;
  }
  CHECK(samples > 20);
}

}  // namespace
}  // namespace visavis
