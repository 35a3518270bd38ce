#include "playback.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "geometry.h"

namespace visavis {
namespace {

// Times are compared with frame times on this grid, so that 0.1 s counts as frame 3 of 30.
constexpr double kTimeSlack = 1e-6;

double SmoothStep(double x) { return x * x * (3 - 2 * x); }

void BlendRotation(const float a[3], const float b[3], double t, float out[3]) {
  Store(ToAxisAngle(Slerp(FromAxisAngle(Load(a)), FromAxisAngle(Load(b)), t)), out);
}

void BlendVector(const float* a, const float* b, int count, double t, float* out) {
  for (int i = 0; i < count; ++i) out[i] = static_cast<float>(a[i] + (b[i] - a[i]) * t);
}

}  // namespace

void Blend(const vav_face& from, const vav_face& to, double t, vav_face* out) {
  if (t <= 0) {
    *out = from;
    return;
  }
  if (t >= 1) {
    *out = to;
    return;
  }
  vav_face face = t < 0.5 ? from : to;  // kinds and names do not blend
  face.time_s = from.time_s + (to.time_s - from.time_s) * t;
  BlendVector(from.weights, to.weights, VAV_ARKIT_COUNT, t, face.weights);
  BlendRotation(from.global_rotation, to.global_rotation, t, face.global_rotation);
  BlendRotation(from.neck, to.neck, t, face.neck);
  BlendRotation(from.jaw, to.jaw, t, face.jaw);
  BlendRotation(from.left_eye, to.left_eye, t, face.left_eye);
  BlendRotation(from.right_eye, to.right_eye, t, face.right_eye);
  BlendVector(from.translation, to.translation, 3, t, face.translation);
  BlendVector(from.eyelids, to.eyelids, 2, t, face.eyelids);
  BlendVector(from.gaze_point, to.gaze_point, 3, t, face.gaze_point);
  BlendVector(&from.gaze_on_partner, &to.gaze_on_partner, 1, t, &face.gaze_on_partner);
  BlendVector(&from.speaking, &to.speaking, 1, t, &face.speaking);
  BlendVector(&from.presence, &to.presence, 1, t, &face.presence);
  *out = face;
}

void Idle(const vav_face& like, vav_face* out) {
  vav_face face{};
  face.time_s = like.time_s;
  std::memcpy(face.global_rotation, like.global_rotation, sizeof face.global_rotation);
  std::memcpy(face.translation, like.translation, sizeof face.translation);
  std::memcpy(face.gaze_point, like.gaze_point, sizeof face.gaze_point);
  face.gaze_kind = VAV_GAZE_AVERTED;
  *out = face;
}

Playback::Playback(int fps, int capacity) : fps_(fps), slots_(static_cast<size_t>(std::max(capacity, 2))) {}

void Playback::Push(int64_t index, const vav_face& a, const vav_face& b) {
  Slot& slot = slots_[static_cast<size_t>(index % static_cast<int64_t>(slots_.size()))];
  if (slot.index > index) return;  // so old that its place is taken
  const double time_s = static_cast<double>(index) / fps_;
  if (sampled_[0] && time_s < last_time_[0] - kTimeSlack) ++late_;
  slot.index = index;
  slot.face[0] = a;
  slot.face[1] = b;
  newest_ = std::max(newest_, index);
}

const Playback::Slot* Playback::Find(int64_t index) const {
  if (index < 0) return nullptr;
  const Slot& slot = slots_[static_cast<size_t>(index % static_cast<int64_t>(slots_.size()))];
  return slot.index == index ? &slot : nullptr;
}

bool Playback::HasRoom(double time_s) const {
  return static_cast<double>(newest_) - time_s * fps_ < static_cast<double>(slots_.size()) - 2;
}

void Playback::Reset() {
  for (Slot& slot : slots_) slot.index = -1;
  newest_ = -1;
  late_ = 0;
  for (int person = 0; person < 2; ++person) {
    sampled_[person] = false;
    presence_[person] = 0;
  }
}

bool Playback::Sample(int person, double time_s, vav_face* out) {
  if (newest_ < 0) return false;
  const double position = time_s * fps_;
  const auto before = static_cast<int64_t>(std::floor(position + kTimeSlack));
  // The newest frame that is not after the moment. Gaps are short: the search ends after the hold and the ease.
  const int64_t oldest = std::max<int64_t>(0, before - static_cast<int64_t>(slots_.size()));
  const Slot* last = nullptr;
  for (int64_t index = std::min(before, newest_); index >= oldest && last == nullptr; --index) last = Find(index);
  const Slot* next = last != nullptr ? Find(last->index + 1) : nullptr;

  vav_face face;
  double age_s = 0;
  if (last == nullptr) {
    // Before the first frame: it is held as it will be.
    for (int64_t index = std::max<int64_t>(before + 1, 0); index <= newest_ && last == nullptr; ++index) last = Find(index);
    if (last == nullptr) return false;
    face = last->face[person];
    age_s = last->face[person].time_s - time_s;
  } else if (next != nullptr) {
    Blend(last->face[person], next->face[person], position - static_cast<double>(last->index), &face);
  } else {
    face = last->face[person];
    age_s = time_s - static_cast<double>(last->index) / fps_;
  }

  const double wanted = age_s > kHoldSeconds + kTimeSlack ? 0.0 : 1.0;
  double elapsed = sampled_[person] ? time_s - last_time_[person] : 0;
  if (wanted == 0 && elapsed > age_s - kHoldSeconds) elapsed = age_s - kHoldSeconds;  // easing begins when the hold ends
  elapsed = std::max(0.0, elapsed);
  double& presence = presence_[person];
  if (!sampled_[person]) presence = wanted;
  presence += std::clamp(wanted - presence, -elapsed / kEaseSeconds, elapsed / kEaseSeconds);
  sampled_[person] = true;
  last_time_[person] = time_s;

  const double eased = SmoothStep(std::clamp(presence, 0.0, 1.0));
  vav_face idle;
  Idle(face, &idle);
  Blend(idle, face, eased, out);
  out->time_s = time_s;
  out->presence = static_cast<float>(eased);
  return true;
}

}  // namespace visavis
