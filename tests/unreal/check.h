// A test harness in a page: TEST("what it does") { CHECK(...); }. Runs all tests, or those whose names contain an argument.
#pragma once

#include <cmath>
#include <cstdio>
#include <cstring>
#include <string>
#include <vector>

namespace check_harness {

struct Test {
  const char* name;
  void (*run)();
};
inline std::vector<Test>& Tests() {
  static std::vector<Test> it;
  return it;
}
inline int& Failures() {
  static int it = 0;
  return it;
}
inline void Fail(const char* file, int line, const std::string& what) {
  ++Failures();
  std::printf("    %s:%d: %s\n", file, line, what.c_str());
}
struct Registrar {
  Registrar(const char* name, void (*run)()) { Tests().push_back({name, run}); }
};

inline int Main(int argc, char** argv) {
  int passed = 0;
  int failed = 0;
  for (const Test& test : Tests()) {
    if (argc > 1 && std::strstr(test.name, argv[1]) == nullptr) continue;
    const int before = Failures();
    test.run();
    const bool fine = Failures() == before;
    (fine ? passed : failed) += 1;
    std::printf("%s  %s\n", fine ? "ok  " : "FAIL", test.name);
    std::fflush(stdout);
  }
  std::printf("%d passed, %d failed\n", passed, failed);
  return failed > 0 || passed == 0 ? 1 : 0;
}

}  // namespace check_harness

#define CHECK_JOIN_INNER(a, b) a##b
#define CHECK_JOIN(a, b) CHECK_JOIN_INNER(a, b)
#define TEST(name)                                                                                                   \
  static void CHECK_JOIN(Test_, __LINE__)();                                                                         \
  static const check_harness::Registrar CHECK_JOIN(registrar_, __LINE__)(name, CHECK_JOIN(Test_, __LINE__));         \
  static void CHECK_JOIN(Test_, __LINE__)()
#define CHECK(condition)                                                                                             \
  do {                                                                                                               \
    if (!(condition)) check_harness::Fail(__FILE__, __LINE__, #condition);                                           \
  } while (false)
#define CHECK_NEAR(a, b, tolerance)                                                                                  \
  do {                                                                                                               \
    const double check_a = (a), check_b = (b);                                                                       \
    if (!(std::abs(check_a - check_b) <= (tolerance)))                                                               \
      check_harness::Fail(__FILE__, __LINE__, std::string(#a " is ") + std::to_string(check_a) + ", not " + std::to_string(check_b)); \
  } while (false)
