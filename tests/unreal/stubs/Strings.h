#pragma once

#include "Containers.h"

namespace Stub {
std::u16string ToWide(const char* utf8);
std::string ToUtf8(const char16_t* wide);
std::u16string Format(const char16_t* format, ...);
}  // namespace Stub

class FString {
 public:
  FString() = default;
  FString(const TCHAR* text) : text_(text == nullptr ? u"" : text) {}
  FString(std::u16string text) : text_(std::move(text)) {}
  const TCHAR* operator*() const { return text_.c_str(); }
  bool IsEmpty() const { return text_.empty(); }
  int32 Len() const { return static_cast<int32>(text_.size()); }
  FString Left(int32 count) const { return FString(text_.substr(0, static_cast<std::size_t>(std::max(0, count)))); }
  bool Contains(const TCHAR* part) const { return Lower(text_).find(Lower(part)) != std::u16string::npos; }
  bool FindChar(TCHAR c, int32& out) const {
    const auto at = text_.find(c);
    if (at == std::u16string::npos) { out = -1; return false; }
    out = static_cast<int32>(at);
    return true;
  }
  void AppendChars(const TCHAR* text, int32 count) { text_.append(text, static_cast<std::size_t>(count)); }
  FString& operator+=(const FString& other) { text_ += other.text_; return *this; }
  friend FString operator+(FString a, const FString& b) { return a += b; }
  friend FString operator+(FString a, const TCHAR* b) { return a += FString(b); }
  bool operator==(const FString& other) const { return Lower(text_) == Lower(other.text_); }  // ignores case, as the engine's
  bool operator!=(const FString& other) const { return !(*this == other); }
  template <typename... A> static FString Printf(const TCHAR* format, A... a) { return FString(Stub::Format(format, a...)); }
  static std::u16string Lower(std::u16string text) {
    for (char16_t& c : text) if (c >= u'A' && c <= u'Z') c = static_cast<char16_t>(c + 32);
    return text;
  }

 private:
  std::u16string text_;
};

enum EName { NAME_None };
class FName {
 public:
  FName() = default;
  FName(EName) {}
  FName(const TCHAR* text) : text_(text) { if (FString::Lower(text_) == u"none") text_.clear(); }
  bool IsNone() const { return text_.empty(); }
  FString ToString() const { return IsNone() ? FString(u"None") : FString(text_); }
  bool operator==(const FName& other) const { return FString::Lower(text_) == FString::Lower(other.text_); }
  bool operator!=(const FName& other) const { return !(*this == other); }

 private:
  std::u16string text_;
};

class FText {
 public:
  static FText FromString(const FString& text) { FText out; out.text_ = text; return out; }
  const FString& ToString() const { return text_; }

 private:
  FString text_;
};
#define LOCTEXT(key, text) FText::FromString(FString(TEXT(text)))

class FTCHARToUTF8 {
 public:
  explicit FTCHARToUTF8(const TCHAR* text) : text_(Stub::ToUtf8(text)) {}
  const char* Get() const { return text_.c_str(); }
  int32 Length() const { return static_cast<int32>(text_.size()); }

 private:
  std::string text_;
};
class FUTF8ToTCHAR {
 public:
  explicit FUTF8ToTCHAR(const char* text) : text_(Stub::ToWide(text)) {}
  const TCHAR* Get() const { return text_.c_str(); }

 private:
  std::u16string text_;
};
#define UTF8_TO_TCHAR(text) FUTF8ToTCHAR(text).Get()

struct FGuid {
  uint32 A = 0, B = 0, C = 0, D = 0;
  FGuid() = default;
  FGuid(uint32 a, uint32 b, uint32 c, uint32 d) : A(a), B(b), C(c), D(d) {}
  bool operator==(const FGuid& o) const { return A == o.A && B == o.B && C == o.C && D == o.D; }
};

namespace ELogVerbosity { enum Type { NoLogging, Fatal, Error, Warning, Display, Log, Verbose, VeryVerbose, All }; }
struct FLogCategory { const char* Name; };
namespace Stub {
// What was logged, for tests.
struct LogLine { std::string category; ELogVerbosity::Type verbosity; std::string text; };
std::vector<LogLine>& Log();
void WriteLog(const FLogCategory& category, ELogVerbosity::Type verbosity, const std::u16string& text);
}  // namespace Stub
#define DECLARE_LOG_CATEGORY_EXTERN(name, verbosity, limit) extern FLogCategory name
#define DEFINE_LOG_CATEGORY(name) FLogCategory name{#name}
#define UE_LOG(category, verbosity, format, ...) Stub::WriteLog(category, ELogVerbosity::verbosity, Stub::Format(format, ##__VA_ARGS__))
