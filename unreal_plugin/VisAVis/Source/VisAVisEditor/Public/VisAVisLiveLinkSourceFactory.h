#pragma once

#include "CoreMinimal.h"
#include "LiveLinkSourceFactory.h"

#include "VisAVisLiveLinkSourceFactory.generated.h"

/** Adds "Vis-a-Vis" to the sources of the Live Link panel. The connection string is a conversation's name; empty follows the first. */
UCLASS()
class VISAVISEDITOR_API UVisAVisLiveLinkSourceFactory : public ULiveLinkSourceFactory
{
	GENERATED_BODY()

public:
	//~ ULiveLinkSourceFactory
	virtual FText GetSourceDisplayName() const override;
	virtual FText GetSourceTooltip() const override;
	virtual EMenuType GetMenuType() const override { return EMenuType::MenuEntry; }
	virtual TSharedPtr<ILiveLinkSource> CreateSource(const FString& ConnectionString) const override;
};
