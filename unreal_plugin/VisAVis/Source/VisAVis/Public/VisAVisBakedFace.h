#pragma once

#include "CoreMinimal.h"
#include "Engine/DataAsset.h"

#include "VisAVisBakedFace.generated.h"

/** One person's face over a recording, imported from what `visavis bake --format arkit-csv` wrote or from a Live Link Face CSV. */
UCLASS(BlueprintType)
class VISAVIS_API UVisAVisBakedFace : public UDataAsset
{
	GENERATED_BODY()

public:
	/** The number of values per frame in Values: 52 weights, head, left eye and right eye as quaternions (X, Y, Z, W), speaking. */
	static constexpr int32 ValuesPerFrame = 52 + 3 * 4 + 1;

	/** When each frame is, seconds, rising. */
	UPROPERTY()
	TArray<float> Times;

	/** ValuesPerFrame values per frame. Rotations in Unreal axes. */
	UPROPERTY()
	TArray<float> Values;

	/** The file it was imported from. */
	UPROPERTY(VisibleAnywhere, Category = "Vis-a-Vis")
	FString SourceFile;

	/** How many frames there are. */
	UFUNCTION(BlueprintPure, Category = "Vis-a-Vis", meta = (ToolTip = "How many frames there are."))
	int32 GetFrameCount() const { return Times.Num(); }

	/** Time of the last frame, seconds. */
	UFUNCTION(BlueprintPure, Category = "Vis-a-Vis", meta = (ToolTip = "Time of the last frame, seconds."))
	float GetDuration() const { return Times.Num() > 0 ? Times.Last() : 0.0f; }

	/**
	 * Reads CSV text.
	 * @param OutError what is wrong and where, when it returns false
	 */
	bool ImportCsv(const FString& Text, FString& OutError);

	/** Between the frames around a moment; held at both ends. `OutValues` has room for ValuesPerFrame. False without frames. */
	bool Sample(double Seconds, float* OutValues) const;
};
