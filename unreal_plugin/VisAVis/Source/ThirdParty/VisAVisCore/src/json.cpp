#include "json.h"

#include <charconv>
#include <cstdint>

#include "decimal.h"

namespace visavis {
namespace {

constexpr int kMaxDepth = 32;

class Parser {
 public:
  Parser(std::string_view text, std::string* error) : text_(text), error_(error) {}

  bool Document(Json* out) {
    Space();
    if (!Value(out, 0)) return false;
    Space();
    return at_ == text_.size() || Fault("something follows the document");
  }

 private:
  bool Fault(const char* what) {
    *error_ = "byte " + std::to_string(at_) + ": " + what;
    return false;
  }

  void Space() {
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (c != ' ' && c != '\t' && c != '\n' && c != '\r') break;
      ++at_;
    }
  }

  bool Take(char c) {
    if (at_ >= text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }

  bool Word(std::string_view word) {
    if (text_.substr(at_, word.size()) != word) return Fault("unknown word");
    at_ += word.size();
    return true;
  }

  bool Value(Json* out, int depth) {
    if (depth > kMaxDepth) return Fault("nested too deeply");
    if (at_ >= text_.size()) return Fault("the document ends too early");
    switch (text_[at_]) {
      case '{': return Object(out, depth);
      case '[': return Array(out, depth);
      case '"': out->kind = Json::kString; return String(&out->string);
      case 't': out->kind = Json::kBoolean; out->boolean = true; return Word("true");
      case 'f': out->kind = Json::kBoolean; return Word("false");
      case 'n': return Word("null");
      default: return Number(out);
    }
  }

  bool Object(Json* out, int depth) {
    out->kind = Json::kObject;
    ++at_;
    Space();
    if (Take('}')) return true;
    for (;;) {
      Space();
      std::string name;
      if (at_ >= text_.size() || text_[at_] != '"') return Fault("a member's name is expected");
      if (!String(&name)) return false;
      if (out->Find(name) != nullptr) return Fault("a member comes twice");
      Space();
      if (!Take(':')) return Fault("':' is expected");
      Space();
      Json value;
      if (!Value(&value, depth + 1)) return false;
      out->object.emplace_back(std::move(name), std::move(value));
      Space();
      if (Take('}')) return true;
      if (!Take(',')) return Fault("',' or '}' is expected");
    }
  }

  bool Array(Json* out, int depth) {
    out->kind = Json::kArray;
    ++at_;
    Space();
    if (Take(']')) return true;
    for (;;) {
      Space();
      out->array.emplace_back();
      if (!Value(&out->array.back(), depth + 1)) return false;
      Space();
      if (Take(']')) return true;
      if (!Take(',')) return Fault("',' or ']' is expected");
    }
  }

  bool String(std::string* out) {
    ++at_;
    while (at_ < text_.size()) {
      const char c = text_[at_++];
      if (c == '"') return true;
      if (static_cast<unsigned char>(c) < 0x20) return Fault("a control character in a string");
      if (c != '\\') {
        out->push_back(c);
        continue;
      }
      if (at_ >= text_.size()) break;
      switch (text_[at_++]) {
        case '"': out->push_back('"'); break;
        case '\\': out->push_back('\\'); break;
        case '/': out->push_back('/'); break;
        case 'b': out->push_back('\b'); break;
        case 'f': out->push_back('\f'); break;
        case 'n': out->push_back('\n'); break;
        case 'r': out->push_back('\r'); break;
        case 't': out->push_back('\t'); break;
        case 'u': {
          uint32_t code = 0;
          if (!Hex(&code)) return false;
          if (code >= 0xd800 && code < 0xdc00) {
            uint32_t low = 0;
            if (!Take('\\') || !Take('u') || !Hex(&low) || low < 0xdc00 || low > 0xdfff) {
              return Fault("half a surrogate pair");
            }
            code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00);
          } else if (code >= 0xdc00 && code < 0xe000) {
            return Fault("half a surrogate pair");
          }
          Utf8(code, out);
          break;
        }
        default: return Fault("unknown escape");
      }
    }
    return Fault("a string does not end");
  }

  bool Hex(uint32_t* out) {
    if (text_.size() - at_ < 4) return Fault("four hexadecimal digits are expected");
    const char* begin = text_.data() + at_;
    const auto result = std::from_chars(begin, begin + 4, *out, 16);
    if (result.ec != std::errc() || result.ptr != begin + 4) return Fault("four hexadecimal digits are expected");
    at_ += 4;
    return true;
  }

  static void Utf8(uint32_t code, std::string* out) {
    const auto put = [out](uint32_t byte) { out->push_back(static_cast<char>(byte)); };
    if (code < 0x80) {
      put(code);
    } else if (code < 0x800) {
      put(0xc0 | code >> 6);
      put(0x80 | (code & 0x3f));
    } else if (code < 0x10000) {
      put(0xe0 | code >> 12);
      put(0x80 | (code >> 6 & 0x3f));
      put(0x80 | (code & 0x3f));
    } else {
      put(0xf0 | code >> 18);
      put(0x80 | (code >> 12 & 0x3f));
      put(0x80 | (code >> 6 & 0x3f));
      put(0x80 | (code & 0x3f));
    }
  }

  bool Digits() {
    const size_t before = at_;
    while (at_ < text_.size() && text_[at_] >= '0' && text_[at_] <= '9') ++at_;
    return at_ > before;
  }

  bool Number(Json* out) {
    const size_t begin = at_;
    Take('-');
    if (Take('0')) {
      // A number does not begin with 0 unless it is 0 or a fraction.
    } else if (!Digits()) {
      return Fault("a value is expected");
    }
    if (Take('.') && !Digits()) return Fault("digits are expected after '.'");
    if (at_ < text_.size() && (text_[at_] == 'e' || text_[at_] == 'E')) {
      ++at_;
      if (!Take('+')) Take('-');
      if (!Digits()) return Fault("digits are expected in the exponent");
    }
    out->kind = Json::kNumber;
    return ParseDecimal(text_.substr(begin, at_ - begin), &out->number) || Fault("a number is too large");
  }

  std::string_view text_;
  std::string* error_;
  size_t at_ = 0;
};

}  // namespace

const Json* Json::Find(std::string_view name) const {
  for (const auto& member : object) {
    if (member.first == name) return &member.second;
  }
  return nullptr;
}

bool ParseJson(std::string_view text, Json* out, std::string* error) {
  *out = Json{};
  return Parser(text, error).Document(out);
}

}  // namespace visavis
