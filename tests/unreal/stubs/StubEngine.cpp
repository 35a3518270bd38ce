// What of the stub engine is not in its headers.
#include <dlfcn.h>

#include <cstdarg>
#include <fstream>
#include <sstream>

#include "AudioDecompress.h"
#include "AudioThread.h"
#include "CoreMinimal.h"
#include "Features/IModularFeatures.h"
#include "HAL/IConsoleManager.h"
#include "HAL/PlatformMisc.h"
#include "HAL/PlatformProcess.h"
#include "HAL/PlatformTime.h"
#include "Interfaces/IAudioFormat.h"
#include "Interfaces/IPluginManager.h"
#include "Kismet/GameplayStatics.h"
#include "Misc/FileHelper.h"
#include "Misc/Paths.h"
#include "Modules/ModuleManager.h"
#include "Sound/SoundWave.h"

namespace Stub {

std::u16string ToWide(const char* text) {
  std::u16string out;
  for (const unsigned char* at = reinterpret_cast<const unsigned char*>(text); *at != 0;) {
    uint32 code = *at++;
    const int more = code >= 0xf0 ? 3 : code >= 0xe0 ? 2 : code >= 0xc0 ? 1 : 0;
    if (more > 0) code &= 0x3fu >> more;
    for (int i = 0; i < more && *at != 0; ++i) code = code << 6 | (*at++ & 0x3f);
    if (code >= 0x10000) {
      out.push_back(static_cast<char16_t>(0xd800 + ((code - 0x10000) >> 10)));
      out.push_back(static_cast<char16_t>(0xdc00 + ((code - 0x10000) & 0x3ff)));
    } else {
      out.push_back(static_cast<char16_t>(code));
    }
  }
  return out;
}

std::string ToUtf8(const char16_t* text) {
  std::string out;
  for (; *text != 0; ++text) {
    uint32 code = *text;
    if (code >= 0xd800 && code < 0xdc00 && text[1] != 0) code = 0x10000 + ((code - 0xd800) << 10) + (*++text - 0xdc00u);
    if (code < 0x80) {
      out.push_back(static_cast<char>(code));
    } else {
      const int more = code >= 0x10000 ? 3 : code >= 0x800 ? 2 : 1;
      out.push_back(static_cast<char>((0xf00u >> more & 0xff) | code >> 6 * more));
      for (int i = more - 1; i >= 0; --i) out.push_back(static_cast<char>(0x80 | (code >> 6 * i & 0x3f)));
    }
  }
  return out;
}

// printf for TCHAR: %s takes a TCHAR string, everything else is handed on.
std::u16string Format(const char16_t* format, ...) {
  va_list arguments;
  va_start(arguments, format);
  std::string out;
  const std::string text = ToUtf8(format);
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      out.push_back(text[i]);
      continue;
    }
    std::string spec = "%";
    while (++i < text.size()) {
      spec.push_back(text[i]);
      if (std::strchr("diufgsx%c", text[i]) != nullptr) break;
    }
    char buffer[64] = "";
    switch (spec.back()) {
      case 's': out += ToUtf8(va_arg(arguments, const char16_t*)); continue;
      case '%': out.push_back('%'); continue;
      case 'f': case 'g': std::snprintf(buffer, sizeof buffer, spec.c_str(), va_arg(arguments, double)); break;
      default:
        if (spec.find("ll") != std::string::npos) {
          std::snprintf(buffer, sizeof buffer, spec.c_str(), va_arg(arguments, long long));
        } else {
          std::snprintf(buffer, sizeof buffer, spec.c_str(), va_arg(arguments, int));
        }
    }
    out += buffer;
  }
  va_end(arguments);
  return ToWide(out.c_str());
}

std::vector<LogLine>& Log() {
  static std::vector<LogLine> it;
  return it;
}

void WriteLog(const FLogCategory& category, ELogVerbosity::Type verbosity, const std::u16string& text) {
  Log().push_back({category.Name, verbosity, ToUtf8(text.c_str())});
}

double& WorldSeconds() {
  static double it = 1000.0;
  return it;
}

std::map<std::string, std::function<void()>>& ConsoleCommands() {
  static std::map<std::string, std::function<void()>> it;
  return it;
}

std::map<std::string, IModuleInterface* (*)()>& ModuleMakers() {
  static std::map<std::string, IModuleInterface* (*)()> it;
  return it;
}

TArray<std::function<void()>>& AudioCommands() {
  static TArray<std::function<void()>> it;
  return it;
}

TArray<UAudioComponent*>& Sounds() {
  static TArray<UAudioComponent*> it;
  return it;
}

namespace {
class Pcm final : public ICompressedAudioInfo {
 public:
  // Eight bytes of header: rate, channels.
  bool ReadCompressedInfo(const uint8* data, uint32 size, FSoundQualityInfo* out) override {
    if (size < 8) return false;
    data_ = data;
    uint32 header[2];
    std::memcpy(header, data, 8);
    *out = {0, header[1], header[0], size - 8, 0, false};
    return true;
  }
  void ExpandFile(uint8* out, FSoundQualityInfo* info) override { std::memcpy(out, data_ + 8, info->SampleDataSize); }

 private:
  const uint8* data_ = nullptr;
};
}  // namespace
}  // namespace Stub

void* FPlatformProcess::GetDllHandle(const TCHAR* path) { return dlopen(Stub::ToUtf8(path).c_str(), RTLD_NOW | RTLD_LOCAL); }
void* FPlatformProcess::GetDllExport(void* handle, const TCHAR* name) { return dlsym(handle, Stub::ToUtf8(name).c_str()); }
void FPlatformProcess::FreeDllHandle(void* handle) { dlclose(handle); }

FString FPlatformMisc::GetEnvironmentVariable(const TCHAR* name) {
  const char* value = std::getenv(Stub::ToUtf8(name).c_str());
  return value == nullptr ? FString() : FString(Stub::ToWide(value));
}

FString FPaths::ProjectDir() { return FString(u"."); }

bool FFileHelper::LoadFileToString(FString& out, const TCHAR* path) {
  std::ifstream file(Stub::ToUtf8(path), std::ios::binary);
  if (!file) return false;
  std::ostringstream text;
  text << file.rdbuf();
  out = FString(Stub::ToWide(text.str().c_str()));
  return true;
}

FString IPlugin::GetBaseDir() const { return FPlatformMisc::GetEnvironmentVariable(u"STUB_PLUGIN_DIR"); }
IPluginManager& IPluginManager::Get() {
  static IPluginManager it;
  return it;
}
TSharedPtr<IPlugin> IPluginManager::FindPlugin(const FString& name) {
  check(name == FString(u"VisAVis"));
  return MakeShared<IPlugin>();
}

IModuleInterface& FModuleManager::Load(const FName& name) {
  static std::map<std::string, IModuleInterface*> loaded;
  const std::string key = Stub::ToUtf8(*name.ToString());
  auto found = loaded.find(key);
  if (found == loaded.end()) {
    IModuleInterface* made = Stub::ModuleMakers().at(key)();
    found = loaded.emplace(key, made).first;
    made->StartupModule();
  }
  return *found->second;
}

IModularFeatures& IModularFeatures::Get() {
  static IModularFeatures it;
  return it;
}

IAudioInfoFactoryRegistry& IAudioInfoFactoryRegistry::Get() {
  static IAudioInfoFactoryRegistry it;
  return it;
}
ICompressedAudioInfo* IAudioInfoFactoryRegistry::Create(FName) { return new Stub::Pcm(); }

UAudioComponent* UGameplayStatics::CreateSound2D(const UObject*, USoundBase* sound) {
  UAudioComponent* audio = NewObject<UAudioComponent>();
  audio->bAllowSpatialization = 0;
  audio->bIsUISound = 1;
  audio->Sound = Cast<USoundWave>(sound);
  Stub::Sounds().Add(audio);
  return audio;
}
