#pragma once

#include "Modules/ModuleInterface.h"

namespace Stub {
std::map<std::string, IModuleInterface* (*)()>& ModuleMakers();
}  // namespace Stub
class FModuleManager {
 public:
  // Loads it the first time.
  static IModuleInterface& Load(const FName& name);
  template <typename T> static T& LoadModuleChecked(const FName& name) { return static_cast<T&>(Load(name)); }
};
#define IMPLEMENT_MODULE(TYPE, NAME) \
  namespace { const bool StubRegistered##NAME = [] { \
    Stub::ModuleMakers()[#NAME] = []() -> IModuleInterface* { return new TYPE(); }; return true; }(); }
