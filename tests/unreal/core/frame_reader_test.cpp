// The reader of frames against the generated messages, whole, damaged and mutated.
#include "../check.h"
#include "frame_reader.h"
#include "messages.h"
#include "mutation.h"
#include "visavis/v1/conversation_service.pb.h"

namespace visavis {
namespace {

namespace pb = ::visavis::v1;

void Fill(pb::PersonFrame* person, float offset) {
  for (int i = 0; i < 50; ++i) person->add_expression(offset + static_cast<float>(i));
  for (int i = 0; i < 3; ++i) {
    person->add_global_rotation(offset + 0.1f);
    person->add_neck(offset + 0.2f);
    person->add_jaw(offset + 0.3f);
    person->add_left_eye(offset + 0.4f);
    person->add_right_eye(offset + 0.5f);
    person->add_translation(offset + static_cast<float>(i));
  }
  person->add_eyelids(0.25f);
  person->add_eyelids(0.75f);
  person->mutable_gaze()->set_kind(pb::GAZE_KIND_OBJECT);
  person->mutable_gaze()->mutable_point()->set_x(offset);
  person->mutable_gaze()->mutable_point()->set_z(-2);
  person->mutable_gaze()->set_on_partner(0.5f);
  person->mutable_gaze()->set_object_name("the red lamp");
  person->set_speaking(0.9f);
}

pb::ConverseResponse Response() {
  pb::ConverseResponse response;
  pb::ConversationFrame* frame = response.mutable_frame();
  frame->set_index(90);
  frame->set_time_s(3.0);
  Fill(frame->mutable_a(), 1);
  Fill(frame->mutable_b(), 2);
  for (int i = 0; i < 52; ++i) frame->mutable_b()->add_arkit(static_cast<float>(i) / 52);
  return response;
}

ResponseKind Read(const std::string& bytes, ConversationFrame* frame) {
  return ReadResponse(reinterpret_cast<const uint8_t*>(bytes.data()), bytes.size(), frame);
}

ResponseKind Read(const pb::ConverseResponse& response, ConversationFrame* frame) {
  return Read(response.SerializeAsString(), frame);
}

TEST("frames: everything that the generated code writes is read") {
  ConversationFrame frame;
  CHECK(Read(Response(), &frame) == ResponseKind::kFrame);
  CHECK(frame.index == 90);
  CHECK_NEAR(frame.time_s, 3.0, 0);
  CHECK(frame.a.expression_size == 50 && frame.a.arkit_size == 0 && frame.b.arkit_size == 52);
  CHECK_NEAR(frame.a.expression[49], 50, 0);
  CHECK_NEAR(frame.b.global_rotation[2], 2.1, 1e-6);
  CHECK_NEAR(frame.b.neck[0], 2.2, 1e-6);
  CHECK_NEAR(frame.b.jaw[0], 2.3, 1e-6);
  CHECK_NEAR(frame.b.left_eye[0], 2.4, 1e-6);
  CHECK_NEAR(frame.b.right_eye[0], 2.5, 1e-6);
  CHECK_NEAR(frame.b.translation[2], 4, 0);
  CHECK_NEAR(frame.a.eyelids[1], 0.75, 0);
  CHECK(frame.a.gaze_kind == GazeKind::kObject);
  CHECK_NEAR(frame.a.gaze_point[2], -2, 0);
  CHECK(std::strcmp(frame.a.gaze_object.data(), "the red lamp") == 0);
  CHECK_NEAR(frame.a.speaking, 0.9, 1e-6);
  CHECK_NEAR(frame.b.arkit[26], 0.5, 1e-6);
}

TEST("frames: unpacked values and unknown fields are read as protobuf demands") {
  // Field 2 (global_rotation) as three fixed32, then field 900 as varint, inside a person that lacks everything else.
  pb::ConverseResponse response = Response();
  response.mutable_frame()->mutable_a()->clear_global_rotation();
  std::string person = response.frame().a().SerializeAsString();
  for (int i = 0; i < 3; ++i) {
    const float value = 7;
    person.push_back(2 << 3 | 5);
    person.append(reinterpret_cast<const char*>(&value), 4);
  }
  person += "\xa0\x38\x05";  // field 900, varint 5
  pb::ConversationFrame rest = response.frame();
  rest.clear_a();
  std::string frame_bytes = rest.SerializeAsString();
  const auto append = [](std::string* to, int field, const std::string& inside) {
    to->push_back(static_cast<char>(field << 3 | 2));
    size_t size = inside.size();
    for (; size >= 0x80; size >>= 7) to->push_back(static_cast<char>(size | 0x80));
    to->push_back(static_cast<char>(size));
    *to += inside;
  };
  append(&frame_bytes, 3, person);
  std::string bytes;
  append(&bytes, 2, frame_bytes);
  ConversationFrame frame;
  CHECK(Read(bytes, &frame) == ResponseKind::kFrame);
  CHECK_NEAR(frame.a.global_rotation[1], 7, 0);
}

TEST("frames: a wrong number of values, a value that is not finite, a missing person are refused") {
  ConversationFrame frame;
  pb::ConverseResponse response = Response();
  response.mutable_frame()->mutable_a()->add_jaw(0);
  CHECK(Read(response, &frame) == ResponseKind::kMalformed);
  response = Response();
  response.mutable_frame()->mutable_a()->clear_eyelids();
  CHECK(Read(response, &frame) == ResponseKind::kMalformed);
  response = Response();
  response.mutable_frame()->mutable_b()->set_neck(1, NAN);
  CHECK(Read(response, &frame) == ResponseKind::kMalformed);
  response = Response();
  response.mutable_frame()->mutable_b()->mutable_arkit()->RemoveLast();
  CHECK(Read(response, &frame) == ResponseKind::kMalformed);
  response = Response();
  response.mutable_frame()->clear_b();
  CHECK(Read(response, &frame) == ResponseKind::kMalformed);
  response = Response();
  response.mutable_frame()->set_time_s(INFINITY);
  CHECK(Read(response, &frame) == ResponseKind::kMalformed);
  response = Response();
  for (int i = 0; i < 100; ++i) response.mutable_frame()->mutable_a()->add_expression(0);
  CHECK(Read(response, &frame) == ResponseKind::kMalformed);
  response = Response();
  response.mutable_frame()->mutable_a()->mutable_gaze()->set_object_name(std::string(200, 'x'));
  CHECK(Read(response, &frame) == ResponseKind::kMalformed);
}

TEST("frames: bytes cut off anywhere are refused or read as something shorter, never beyond their end") {
  const std::string bytes = Response().SerializeAsString();
  ConversationFrame frame;
  for (size_t size = 1; size < bytes.size(); ++size) {
    const std::string cut(bytes.data(), size);
    CHECK(Read(cut, &frame) == ResponseKind::kMalformed);
  }
  CHECK(Read(std::string(), &frame) == ResponseKind::kNone);
}

TEST("frames: two hundred thousand mutations do no harm, and what the reader takes the generated code takes too") {
  pb::ConverseResponse whole = Response();
  // The generated code also refuses names that are no UTF-8, at which the reader does not look.
  whole.mutable_frame()->mutable_a()->mutable_gaze()->clear_object_name();
  whole.mutable_frame()->mutable_b()->mutable_gaze()->clear_object_name();
  const std::string original = whole.SerializeAsString();
  Mutator mutator(20260310);
  ConversationFrame frame;
  int taken = 0;
  for (int i = 0; i < 200'000; ++i) {
    const std::string bytes = mutator.Mutate(original);
    if (Read(bytes, &frame) != ResponseKind::kFrame) continue;
    ++taken;
    if (i % 16 != 0) continue;  // the generated code is slower
    pb::ConverseResponse response;
    if (response.ParseFromString(bytes)) CHECK(response.has_frame() && response.frame().index() == frame.index);
  }
  CHECK(taken > 1000);
}

TEST("answers: header, events, notices, poses and summaries are told apart") {
  ConversationFrame frame;
  pb::ConverseResponse response;
  response.mutable_header()->set_conversation_id("c");
  CHECK(Read(response, &frame) == ResponseKind::kHeader);
  response.mutable_role_event()->set_time_s(1);
  CHECK(Read(response, &frame) == ResponseKind::kRoleEvent);
  response.mutable_notice()->set_code("c");
  CHECK(Read(response, &frame) == ResponseKind::kNotice);
  response.mutable_summary()->set_frames(1);
  CHECK(Read(response, &frame) == ResponseKind::kSummary);
  response.mutable_pose()->set_reading("r");
  CHECK(Read(response, &frame) == ResponseKind::kPose);
}

TEST("requests: sound and clocks written by hand are what the generated code writes") {
  const uint8_t samples[] = {1, 2, 3, 4, 5, 6};
  for (const int participant : {0, 1, 2}) {
    for (const int64_t start : {int64_t{0}, int64_t{1}, int64_t{300}, int64_t{5'000'000'000}}) {
      pb::ConverseRequest request;
      request.mutable_audio()->set_participant(static_cast<pb::Participant>(participant));
      request.mutable_audio()->set_start_sample(start);
      request.mutable_audio()->set_samples(samples, sizeof samples);
      std::string bytes;
      EncodeAudio(participant, start, samples, sizeof samples, &bytes);
      CHECK(bytes == request.SerializeAsString());
      request.mutable_clock()->set_participant(static_cast<pb::Participant>(participant));
      request.mutable_clock()->set_up_to_sample(start);
      EncodeClock(participant, start, &bytes);
      CHECK(bytes == request.SerializeAsString());
    }
  }
}

TEST("the rig: one of other sizes, or with values that are not finite, is refused") {
  pb::GetRigResponse response;
  pb::Rig* rig = response.mutable_rig();
  rig->set_rig_id("r");
  rig->set_expression_size(2);
  rig->set_sweeps(4);
  rig->mutable_arkit_to_flame()->set_rows(5);
  rig->mutable_arkit_to_flame()->set_columns(52);
  for (int i = 0; i < 5 * 52; ++i) rig->mutable_arkit_to_flame()->add_values(0.5f);
  for (int i = 0; i < 5; ++i) rig->add_joints()->set_y(static_cast<float>(i));
  for (int i = 0; i < 4; ++i) rig->add_eye_look_range(0.5f);
  const auto readable = [](const pb::GetRigResponse& message) {
    const std::string bytes = message.SerializeAsString();
    Rig out;
    return DecodeRig(reinterpret_cast<const uint8_t*>(bytes.data()), bytes.size(), &out);
  };
  CHECK(readable(response));
  pb::GetRigResponse wrong = response;
  wrong.mutable_rig()->mutable_arkit_to_flame()->set_columns(51);
  CHECK(!readable(wrong));
  wrong = response;
  wrong.mutable_rig()->mutable_arkit_to_flame()->set_values(7, INFINITY);
  CHECK(!readable(wrong));
  wrong = response;
  wrong.mutable_rig()->set_expression_size(100000);
  CHECK(!readable(wrong));
  wrong = response;
  wrong.mutable_rig()->mutable_joints()->RemoveLast();
  CHECK(!readable(wrong));
}

}  // namespace
}  // namespace visavis
