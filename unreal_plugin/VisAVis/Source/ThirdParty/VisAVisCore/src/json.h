// A small reader of JSON documents, for profiles. Strict: RFC 8259, limited depth, no duplicate of what it holds.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace visavis {

struct Json {
  enum Kind { kNull, kBoolean, kNumber, kString, kArray, kObject };
  Kind kind = kNull;
  bool boolean = false;
  double number = 0;
  std::string string;
  std::vector<Json> array;
  std::vector<std::pair<std::string, Json>> object;  // in the file's order

  bool Is(Kind wanted) const { return kind == wanted; }
  // The member of that name, null when there is none or this is no object.
  const Json* Find(std::string_view name) const;
};

// Reads one document. On a fault returns false and says where and what in `error`.
bool ParseJson(std::string_view text, Json* out, std::string* error);

}  // namespace visavis
