// Objects, classes and delegates of the stub engine. Objects live to the end of the process.
#pragma once

#include "Strings.h"

enum EObjectFlags { RF_NoFlags = 0 };
class UObject;
class UWorld;

class UClass {
 public:
  UClass(const char* name, UClass* super, UObject* (*make)()) : Name(name), Super(super), Make(make) {}
  bool IsChildOf(const UClass* other) const {
    for (const UClass* c = this; c != nullptr; c = c->Super) if (c == other) return true;
    return false;
  }
  const char* Name;
  UClass* Super;
  UObject* (*Make)();
};

class UScriptStruct {
 public:
  const char* Name;
};

class UObject {
 public:
  virtual ~UObject() = default;
  static UClass* StaticClass() { static UClass it("Object", nullptr, nullptr); return &it; }
  virtual UClass* GetClass() const { return StaticClass(); }
  virtual UWorld* GetWorld() const { return OuterPrivate != nullptr ? OuterPrivate->GetWorld() : nullptr; }
  FString GetName() const { return NamePrivate.ToString(); }
  FName GetFName() const { return NamePrivate; }
  UObject* GetOuter() const { return OuterPrivate; }
  FName NamePrivate;
  UObject* OuterPrivate = nullptr;
};

template <typename T> T* Cast(UObject* object) {
  return object != nullptr && object->GetClass()->IsChildOf(T::StaticClass()) ? static_cast<T*>(object) : nullptr;
}

// Made by make_generated_headers.py for every reflected class.
#define STUB_CLASS_BODY(CLASS, BASE) \
 public: \
  using Super = BASE; \
  using ThisClass = CLASS; \
  static UClass* StaticClass() { \
    static UClass it(#CLASS, BASE::StaticClass(), Stub::Maker<CLASS>()); \
    return &it; \
  } \
  UClass* GetClass() const override { return StaticClass(); } \
 private:
#define STUB_STRUCT_BODY(STRUCT) \
  static UScriptStruct* StaticStruct() { static UScriptStruct it{#STRUCT}; return &it; }

namespace Stub {
template <typename T> auto Maker() -> UObject* (*)() {
  if constexpr (std::is_abstract_v<T>) return nullptr;
  else return []() -> UObject* { return new T(); };
}
}  // namespace Stub

template <typename T> T* NewObject(UObject* outer, const UClass* type, FName name = NAME_None, EObjectFlags = RF_NoFlags) {
  T* object = static_cast<T*>(type->Make());
  object->OuterPrivate = outer;
  object->NamePrivate = name;
  return object;
}
template <typename T> T* NewObject(UObject* outer = nullptr, FName name = NAME_None) { return NewObject<T>(outer, T::StaticClass(), name); }

template <typename T> T* GetMutableDefault() { static T* it = new T(); return it; }
template <typename T> const T* GetDefault() { return GetMutableDefault<T>(); }

template <typename T>
class TObjectPtr {
 public:
  TObjectPtr(T* raw = nullptr) : raw_(raw) {}
  T* Get() const { return raw_; }
  T* operator->() const { return raw_; }
  T& operator*() const { return *raw_; }
  operator T*() const { return raw_; }

 private:
  T* raw_;
};

template <typename T>
class TWeakObjectPtr {
 public:
  TWeakObjectPtr(T* raw = nullptr) : raw_(raw) {}
  bool IsValid() const { return raw_ != nullptr; }
  T* Get() const { return raw_; }
  T* operator->() const { return raw_; }
  T& operator*() const { return *raw_; }

 private:
  T* raw_;
};

template <typename T>
class TSubclassOf {
 public:
  TSubclassOf(UClass* type = nullptr) : type_(type) { check(type == nullptr || type->IsChildOf(T::StaticClass())); }
  UClass* Get() const { return type_; }
  operator UClass*() const { return type_; }

 private:
  UClass* type_;
};

template <typename... A>
class TStubMulticast {
 public:
  template <typename F> void AddLambda(F f) { handlers_.push_back(std::move(f)); }
  bool IsBound() const { return !handlers_.empty(); }
  void Broadcast(A... a) const { for (const auto& h : std::vector<std::function<void(A...)>>(handlers_)) h(a...); }

 private:
  std::vector<std::function<void(A...)>> handlers_;
};
#define DECLARE_DYNAMIC_MULTICAST_DELEGATE(name) using name = TStubMulticast<>
#define DECLARE_DYNAMIC_MULTICAST_DELEGATE_OneParam(name, T1, n1) using name = TStubMulticast<T1>
#define DECLARE_DYNAMIC_MULTICAST_DELEGATE_TwoParams(name, T1, n1, T2, n2) using name = TStubMulticast<T1, T2>
