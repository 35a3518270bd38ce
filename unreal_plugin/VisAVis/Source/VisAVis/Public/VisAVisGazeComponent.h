#pragma once

#include "CoreMinimal.h"
#include "Components/ActorComponent.h"
#include "VisAVisTypes.h"

#include "VisAVisGazeComponent.generated.h"

class UVisAVisFaceComponent;

/**
 * Aims this character's looks at the partner who is really there: avatars have other sizes and places than the stream assumed.
 * Put it beside a Vis-a-Vis Face component; the turn is split between eyes, head and chest.
 */
UCLASS(ClassGroup = (VisAVis), meta = (BlueprintSpawnableComponent, DisplayName = "Vis-a-Vis Gaze"))
class VISAVIS_API UVisAVisGazeComponent : public UActorComponent
{
	GENERATED_BODY()

public:
	UVisAVisGazeComponent();

	/** The partner. */
	UPROPERTY(EditAnywhere, BlueprintReadWrite, Category = "Vis-a-Vis")
	TObjectPtr<AActor> Partner;

	/** Sockets or bones of this character's eyes. None: Eye Height above the actor's feet. */
	UPROPERTY(EditAnywhere, BlueprintReadWrite, Category = "Vis-a-Vis")
	FName LeftEyeSocket;

	/** The right eye's socket or bone. */
	UPROPERTY(EditAnywhere, BlueprintReadWrite, Category = "Vis-a-Vis")
	FName RightEyeSocket;

	/** Height of the eyes above the actor's feet when there are no sockets, centimetres. */
	UPROPERTY(EditAnywhere, BlueprintReadWrite, Category = "Vis-a-Vis", meta = (ClampMin = "30", ClampMax = "250"))
	float EyeHeight = 160.0f;

	/** Size of the correction: 1 meets the partner's eyes, 0 leaves the stream's look alone. */
	UPROPERTY(EditAnywhere, BlueprintReadWrite, Category = "Vis-a-Vis", meta = (ClampMin = "0", ClampMax = "1"))
	float Weight = 1.0f;

	/** Where an object is that is glanced at by name. */
	UFUNCTION(BlueprintCallable, Category = "Vis-a-Vis", meta = (ToolTip = "Says which actor stands for an object that is glanced at by name."))
	void SetObjectActor(FName Name, AActor* Actor);

	/** Where this character's eyes are. */
	UFUNCTION(BlueprintPure, Category = "Vis-a-Vis", meta = (ToolTip = "The midpoint between this character's eyes, in the world."))
	FVector GetEyeMidpoint() const;

	/** Where a character's eyes are. */
	UFUNCTION(BlueprintPure, Category = "Vis-a-Vis", meta = (ToolTip = "The midpoint between an actor's eyes: from its Gaze component when it has one, else the given height above its feet."))
	static FVector FindEyeMidpoint(const AActor* Actor, float FallbackHeight);

	//~ UActorComponent
	virtual void BeginPlay() override;
	virtual void EndPlay(const EEndPlayReason::Type EndPlayReason) override;

private:
	void Aim(FVisAVisFacePose& Pose, float DeltaTime);
	bool FindTarget(const FVisAVisFacePose& Pose, FVector& OutTarget, float& OutWanted) const;
	double GetEyeDistance() const;

	struct FSolver;

	UPROPERTY(Transient)
	TObjectPtr<UVisAVisFaceComponent> Face;

	UPROPERTY(Transient)
	TMap<FName, TObjectPtr<AActor>> ObjectActors;

	TSharedPtr<FSolver> Solver;
};
