#pragma once

#include "ILiveLinkSource.h"

class ULiveLinkSourceFactory : public UObject {
  STUB_CLASS_BODY(ULiveLinkSourceFactory, UObject)

 public:
  enum class EMenuType { SubPanel, MenuEntry, Disabled };
  virtual FText GetSourceDisplayName() const = 0;
  virtual FText GetSourceTooltip() const = 0;
  virtual EMenuType GetMenuType() const { return EMenuType::Disabled; }
  virtual TSharedPtr<ILiveLinkSource> CreateSource(const FString&) const { return nullptr; }
};
