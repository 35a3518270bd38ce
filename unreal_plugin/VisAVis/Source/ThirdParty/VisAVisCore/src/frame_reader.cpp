#include "frame_reader.h"

#include <cmath>
#include <cstring>

namespace visavis {
namespace {

enum WireType { kVarint = 0, kFixed64 = 1, kBytes = 2, kFixed32 = 5 };

// A reading position in protobuf-encoded bytes. After the first fault everything reads as the end.
class Cursor {
 public:
  Cursor(const uint8_t* begin, size_t size) : at_(begin), end_(begin + size) {}

  bool failed() const { return failed_; }

  // The next field's number and wire type; false at the end or at a fault.
  bool Next(uint32_t* field, int* wire_type) {
    if (failed_ || at_ == end_) return false;
    const uint64_t key = Varint();
    if (failed_) return false;
    *wire_type = static_cast<int>(key & 7);
    const uint64_t number = key >> 3;
    if (number == 0 || number > 0x1fffffff) return Fail();
    *field = static_cast<uint32_t>(number);
    return true;
  }

  uint64_t Varint() {
    uint64_t value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      if (at_ == end_) return Fail();
      const uint8_t byte = *at_++;
      if (shift == 63 && byte > 1) return Fail();
      value |= static_cast<uint64_t>(byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
    return Fail();
  }

  float Float() {
    float value = 0;
    if (!Take(&value, sizeof value)) return 0;
    return value;
  }

  double Double() {
    double value = 0;
    if (!Take(&value, sizeof value)) return 0;
    return value;
  }

  // The bytes of a length-delimited field.
  Cursor Bytes() {
    const uint64_t size = Varint();
    if (failed_ || size > static_cast<uint64_t>(end_ - at_)) {
      Fail();
      return Cursor(end_, 0);
    }
    Cursor inside(at_, static_cast<size_t>(size));
    at_ += size;
    return inside;
  }

  size_t left() const { return static_cast<size_t>(end_ - at_); }
  const uint8_t* at() const { return at_; }

  void Skip(int wire_type) {
    switch (wire_type) {
      case kVarint: Varint(); break;
      case kFixed64: Advance(8); break;
      case kBytes: Bytes(); break;
      case kFixed32: Advance(4); break;
      default: Fail();  // groups are not used by proto3
    }
  }

  bool Fail() {
    failed_ = true;
    return false;
  }

 private:
  void Advance(size_t count) {
    if (left() < count) {
      Fail();
      return;
    }
    at_ += count;
  }

  // Little-endian on every platform this library is built for.
  bool Take(void* out, size_t count) {
    if (failed_ || left() < count) return Fail();
    std::memcpy(out, at_, count);
    at_ += count;
    return true;
  }

  const uint8_t* at_;
  const uint8_t* end_;
  bool failed_ = false;
};

// Appends a repeated float field, packed or not, to `out`; a fault when more than `capacity` values come.
bool ReadFloats(Cursor* cursor, int wire_type, float* out, int capacity, int* count) {
  if (wire_type == kFixed32) {
    if (*count >= capacity) return false;
    out[(*count)++] = cursor->Float();
    return !cursor->failed();
  }
  if (wire_type != kBytes) return false;
  Cursor packed = cursor->Bytes();
  if (cursor->failed() || packed.left() % sizeof(float) != 0) return false;
  const size_t values = packed.left() / sizeof(float);
  if (values > static_cast<size_t>(capacity - *count)) return false;
  if (values > 0) std::memcpy(out + *count, packed.at(), values * sizeof(float));
  *count += static_cast<int>(values);
  return true;
}

bool AllFinite(const float* values, int count) {
  for (int i = 0; i < count; ++i) {
    if (!std::isfinite(values[i])) return false;
  }
  return true;
}

bool ReadFloat(Cursor* cursor, int wire_type, float* out) {
  if (wire_type != kFixed32) return false;
  *out = cursor->Float();
  return !cursor->failed() && std::isfinite(*out);
}

bool ReadVector(Cursor cursor, std::array<float, 3>* out) {
  uint32_t field = 0;
  int wire_type = 0;
  while (cursor.Next(&field, &wire_type)) {
    if (field >= 1 && field <= 3) {
      if (!ReadFloat(&cursor, wire_type, &(*out)[field - 1])) return false;
    } else {
      cursor.Skip(wire_type);
    }
  }
  return !cursor.failed();
}

bool ReadGaze(Cursor cursor, PersonFrame* out) {
  uint32_t field = 0;
  int wire_type = 0;
  while (cursor.Next(&field, &wire_type)) {
    switch (field) {
      case 1: {
        if (wire_type != kVarint) return false;
        const uint64_t kind = cursor.Varint();
        // A kind that a newer service knows is looked at as "away": its point still says where.
        out->gaze_kind = kind <= 4 ? static_cast<GazeKind>(kind) : GazeKind::kAverted;
        break;
      }
      case 2:
        if (wire_type != kBytes || !ReadVector(cursor.Bytes(), &out->gaze_point)) return false;
        break;
      case 3:
        if (!ReadFloat(&cursor, wire_type, &out->gaze_on_partner)) return false;
        break;
      case 4: {
        if (wire_type != kBytes) return false;
        const Cursor name = cursor.Bytes();
        if (cursor.failed() || name.left() >= out->gaze_object.size()) return false;
        out->gaze_object.fill(0);
        if (name.left() > 0) std::memcpy(out->gaze_object.data(), name.at(), name.left());
        break;
      }
      default: cursor.Skip(wire_type);
    }
  }
  return !cursor.failed();
}

bool ReadPerson(Cursor cursor, PersonFrame* out) {
  // Fields 2 to 8 have a fixed number of values.
  struct Fixed {
    float* values;
    int size;
    int count;
  };
  Fixed fixed[] = {{out->global_rotation.data(), 3, 0}, {out->neck.data(), 3, 0},      {out->jaw.data(), 3, 0},
                   {out->left_eye.data(), 3, 0},        {out->right_eye.data(), 3, 0}, {out->translation.data(), 3, 0},
                   {out->eyelids.data(), 2, 0}};
  uint32_t field = 0;
  int wire_type = 0;
  while (cursor.Next(&field, &wire_type)) {
    switch (field) {
      case 1:
        if (!ReadFloats(&cursor, wire_type, out->expression.data(), kMaxExpression, &out->expression_size)) return false;
        break;
      case 2: case 3: case 4: case 5: case 6: case 7: case 8: {
        Fixed& f = fixed[field - 2];
        if (!ReadFloats(&cursor, wire_type, f.values, f.size, &f.count)) return false;
        break;
      }
      case 9:
        if (wire_type != kBytes || !ReadGaze(cursor.Bytes(), out)) return false;
        break;
      case 10:
        if (!ReadFloat(&cursor, wire_type, &out->speaking)) return false;
        break;
      case 11:
        if (!ReadFloats(&cursor, wire_type, out->arkit.data(), kArkitCount, &out->arkit_size)) return false;
        break;
      default: cursor.Skip(wire_type);
    }
    if (cursor.failed()) return false;
  }
  if (cursor.failed()) return false;
  for (const Fixed& f : fixed) {
    if (f.count != f.size || !AllFinite(f.values, f.size)) return false;
  }
  if (out->arkit_size != 0 && out->arkit_size != kArkitCount) return false;
  return AllFinite(out->expression.data(), out->expression_size) && AllFinite(out->arkit.data(), out->arkit_size);
}

bool ReadFrame(Cursor cursor, ConversationFrame* out) {
  *out = ConversationFrame{};
  bool has_a = false;
  bool has_b = false;
  uint32_t field = 0;
  int wire_type = 0;
  while (cursor.Next(&field, &wire_type)) {
    switch (field) {
      case 1:
        if (wire_type != kVarint) return false;
        out->index = static_cast<int64_t>(cursor.Varint());
        break;
      case 2:
        if (wire_type != kFixed64) return false;
        out->time_s = cursor.Double();
        break;
      case 3:
        if (wire_type != kBytes || has_a || !ReadPerson(cursor.Bytes(), &out->a)) return false;
        has_a = true;
        break;
      case 4:
        if (wire_type != kBytes || has_b || !ReadPerson(cursor.Bytes(), &out->b)) return false;
        has_b = true;
        break;
      default: cursor.Skip(wire_type);
    }
  }
  return !cursor.failed() && has_a && has_b && out->index >= 0 && std::isfinite(out->time_s) && out->time_s >= 0;
}

}  // namespace

ResponseKind ReadResponse(const uint8_t* bytes, size_t size, ConversationFrame* frame) {
  Cursor cursor(bytes, size);
  ResponseKind kind = ResponseKind::kNone;
  uint32_t field = 0;
  int wire_type = 0;
  while (cursor.Next(&field, &wire_type)) {
    if (field >= 1 && field <= 6) {
      if (wire_type != kBytes) return ResponseKind::kMalformed;
      kind = static_cast<ResponseKind>(field);  // of a oneof the last one counts
      const Cursor inside = cursor.Bytes();
      if (cursor.failed()) return ResponseKind::kMalformed;
      if (kind == ResponseKind::kFrame && !ReadFrame(inside, frame)) return ResponseKind::kMalformed;
    } else {
      cursor.Skip(wire_type);
    }
  }
  return cursor.failed() ? ResponseKind::kMalformed : kind;
}

}  // namespace visavis
