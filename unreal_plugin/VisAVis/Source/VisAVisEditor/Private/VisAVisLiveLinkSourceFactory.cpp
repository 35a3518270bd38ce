#include "VisAVisLiveLinkSourceFactory.h"

#include "VisAVisLiveLinkSource.h"

#define LOCTEXT_NAMESPACE "VisAVisEditor"

FText UVisAVisLiveLinkSourceFactory::GetSourceDisplayName() const
{
	return LOCTEXT("SourceName", "Vis-a-Vis");
}

FText UVisAVisLiveLinkSourceFactory::GetSourceTooltip() const
{
	return LOCTEXT("SourceTooltip", "Both faces of a Vis-a-Vis conversation that is going on in a level");
}

TSharedPtr<ILiveLinkSource> UVisAVisLiveLinkSourceFactory::CreateSource(const FString& ConnectionString) const
{
	const FName Name = ConnectionString.IsEmpty() ? FName(NAME_None) : FName(*ConnectionString);
	return MakeShared<FVisAVisLiveLinkSource>(Name);
}

#undef LOCTEXT_NAMESPACE
