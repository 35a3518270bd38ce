#pragma once

#include "CoreMinimal.h"

class IModularFeature {
 public:
  virtual ~IModularFeature() = default;
};
class IModularFeatures {
 public:
  static IModularFeatures& Get();
  bool IsModularFeatureAvailable(const FName& type) const { return features_.Find(type) != nullptr; }
  template <typename T> T& GetModularFeature(const FName& type) { return *static_cast<T*>(*features_.Find(type)); }
  void RegisterModularFeature(const FName& type, IModularFeature* feature) { features_.Add(type, feature); }

 private:
  TMap<FName, IModularFeature*> features_;
};
