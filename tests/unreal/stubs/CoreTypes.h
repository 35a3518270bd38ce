// Basic types, assertions and text of the stub engine.
#pragma once

#include <algorithm>
#include <atomic>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

using int8 = std::int8_t;
using int16 = std::int16_t;
using int32 = std::int32_t;
using int64 = std::int64_t;
using uint8 = std::uint8_t;
using uint16 = std::uint16_t;
using uint32 = std::uint32_t;
using uint64 = std::uint64_t;
using TCHAR = char16_t;  // as on Linux and Mac
using ANSICHAR = char;

#define TEXT(x) u##x
#define PLATFORM_WINDOWS 0
#define PLATFORM_MAC 0
#define PLATFORM_LINUX 1
#define FORCEINLINE inline

#define VISAVIS_API
#define VISAVISEDITOR_API

#define UCLASS(...)
#define USTRUCT(...)
#define UENUM(...)
#define UPROPERTY(...)
#define UFUNCTION(...)
#define UMETA(...)
#define STUB_JOIN_INNER(A, B, C, D) A##B##C##D
#define STUB_JOIN(A, B, C, D) STUB_JOIN_INNER(A, B, C, D)
#define GENERATED_BODY(...) STUB_JOIN(CURRENT_FILE_ID, _, __LINE__, _GENERATED_BODY)

#define check(expression) do { if (!(expression)) { std::fprintf(stderr, "check failed: %s\n", #expression); std::abort(); } } while (false)

template <typename T> constexpr std::remove_reference_t<T>&& MoveTemp(T&& value) { return static_cast<std::remove_reference_t<T>&&>(value); }
template <typename T> constexpr T&& Forward(std::remove_reference_t<T>& value) { return static_cast<T&&>(value); }

struct FMemory {
  static void* Memcpy(void* to, const void* from, std::size_t size) { return std::memcpy(to, from, size); }
};
