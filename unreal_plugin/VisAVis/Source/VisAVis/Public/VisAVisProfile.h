#pragma once

#include "CoreMinimal.h"
#include "Engine/DataAsset.h"

#include "VisAVisProfile.generated.h"

/** How ARKit weights are put on a character's own blendshapes, when none of the presets fits. */
UCLASS(BlueprintType)
class VISAVIS_API UVisAVisProfile : public UDataAsset
{
	GENERATED_BODY()

public:
	/** The profile as JSON, "visavis-profile-1". Begin with a copy of a preset: Get Preset Names lists them, docs/retargeting.md describes the format. */
	UPROPERTY(EditAnywhere, BlueprintReadOnly, Category = "Vis-a-Vis", meta = (MultiLine = "true"))
	FString Json;
};
