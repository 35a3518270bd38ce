#pragma once

#include "CoreMinimal.h"

struct FConsoleCommandDelegate {
  template <typename F> static FConsoleCommandDelegate CreateLambda(F f) { return {std::function<void()>(f)}; }
  std::function<void()> run;
};
namespace Stub {
std::map<std::string, std::function<void()>>& ConsoleCommands();
}  // namespace Stub
class FAutoConsoleCommand {
 public:
  FAutoConsoleCommand(const TCHAR* name, const TCHAR* help, const FConsoleCommandDelegate& command) {
    check(help != nullptr && *help != 0);
    Stub::ConsoleCommands()[Stub::ToUtf8(name)] = command.run;
  }
};
