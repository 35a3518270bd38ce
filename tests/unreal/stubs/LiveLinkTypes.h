#pragma once

#include "Misc/QualifiedFrameTime.h"

struct FLiveLinkSubjectName {
  FName Name;
  FLiveLinkSubjectName(FName name) : Name(name) {}
  operator FName() const { return Name; }
};
struct FLiveLinkSubjectKey {
  FGuid Source;
  FLiveLinkSubjectName SubjectName;
  FLiveLinkSubjectKey(FGuid source, FName name) : Source(source), SubjectName(name) {}
};
struct FLiveLinkWorldTime {
  double Seconds = 0;
  FLiveLinkWorldTime() = default;
  explicit FLiveLinkWorldTime(double seconds) : Seconds(seconds) {}
  double GetSourceTime() const { return Seconds; }
};
struct FLiveLinkMetaData {
  FQualifiedFrameTime SceneTime;
};
struct FLiveLinkBaseStaticData {
  virtual ~FLiveLinkBaseStaticData() = default;
  STUB_STRUCT_BODY(FLiveLinkBaseStaticData)
  TArray<FName> PropertyNames;
};
struct FLiveLinkBaseFrameData {
  virtual ~FLiveLinkBaseFrameData() = default;
  STUB_STRUCT_BODY(FLiveLinkBaseFrameData)
  FLiveLinkWorldTime WorldTime;
  FLiveLinkMetaData MetaData;
  TArray<float> PropertyValues;
};
namespace Stub {
template <typename Base> std::map<UScriptStruct*, std::shared_ptr<Base> (*)()>& StructMakers() {
  static std::map<UScriptStruct*, std::shared_ptr<Base> (*)()> it;
  return it;
}
template <typename Base, typename T> bool RegisterStruct() {
  StructMakers<Base>()[T::StaticStruct()] = []() -> std::shared_ptr<Base> { return std::make_shared<T>(); };
  return true;
}
template <typename Base>
class LiveLinkStruct {
 public:
  explicit LiveLinkStruct(UScriptStruct* type) : type_(type), it_(StructMakers<Base>().at(type)()) {}
  LiveLinkStruct(LiveLinkStruct&&) = default;
  LiveLinkStruct(const LiveLinkStruct&) = delete;
  template <typename T> T* Cast() { return T::StaticStruct() == type_ ? static_cast<T*>(it_.get()) : nullptr; }
  UScriptStruct* GetStruct() const { return type_; }
  std::shared_ptr<Base> Stub_Share() const { return it_; }

 private:
  UScriptStruct* type_;
  std::shared_ptr<Base> it_;
};
inline const bool BaseStaticRegistered = RegisterStruct<FLiveLinkBaseStaticData, FLiveLinkBaseStaticData>();
inline const bool BaseFrameRegistered = RegisterStruct<FLiveLinkBaseFrameData, FLiveLinkBaseFrameData>();
}  // namespace Stub
using FLiveLinkStaticDataStruct = Stub::LiveLinkStruct<FLiveLinkBaseStaticData>;
using FLiveLinkFrameDataStruct = Stub::LiveLinkStruct<FLiveLinkBaseFrameData>;

class ULiveLinkRole : public UObject {
  STUB_CLASS_BODY(ULiveLinkRole, UObject)
};
