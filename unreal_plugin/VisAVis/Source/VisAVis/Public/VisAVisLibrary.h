#pragma once

#include "CoreMinimal.h"
#include "Kismet/BlueprintFunctionLibrary.h"
#include "VisAVisTypes.h"

#include "VisAVisLibrary.generated.h"

/** Small questions that need no conversation. */
UCLASS()
class VISAVIS_API UVisAVisLibrary : public UBlueprintFunctionLibrary
{
	GENERATED_BODY()

public:
	/** The 52 ARKit names. */
	UFUNCTION(BlueprintPure, Category = "Vis-a-Vis", meta = (ToolTip = "The 52 ARKit blendshapes in Apple's spelling and order; weights come in this order."))
	static TArray<FName> GetArkitNames();

	/** One weight by name. */
	UFUNCTION(BlueprintPure, Category = "Vis-a-Vis", meta = (ToolTip = "The weight of one ARKit blendshape of a face, 0 when there is no such name."))
	static float GetArkitWeight(const FVisAVisFacePose& Pose, FName Name);

	/** The presets. */
	UFUNCTION(BlueprintPure, Category = "Vis-a-Vis", meta = (ToolTip = "The presets for characters' blendshapes, in the order in which they are tried."))
	static TArray<FName> GetPresetNames();

	/** Recognises a preset. */
	UFUNCTION(BlueprintPure, Category = "Vis-a-Vis", meta = (ToolTip = "Recognises the preset from a mesh's own morph target names; None when none covers half of its targets."))
	static FName DetectPreset(const TArray<FName>& MorphTargets, float& Score);

	/** Whether the plugin's library is there. */
	UFUNCTION(BlueprintPure, Category = "Vis-a-Vis", meta = (ToolTip = "Whether the plugin's client library was found, and its version."))
	static bool IsAvailable(FString& Version);
};
