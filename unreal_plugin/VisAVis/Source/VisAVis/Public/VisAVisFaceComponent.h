#pragma once

#include "CoreMinimal.h"
#include "Components/ActorComponent.h"
#include "VisAVisTypes.h"

#include "VisAVisFaceComponent.generated.h"

class FVisAVisSession;
class USkeletalMeshComponent;
class UVisAVisProfile;

/**
 * Puts one person's face on this actor's morph targets (ARKit, VRM, Reallusion, Ready Player Me, Oculus visemes, or your own by a
 * profile), and offers head and eye rotations to the animation Blueprint.
 */
UCLASS(ClassGroup = (VisAVis), meta = (BlueprintSpawnableComponent, DisplayName = "Vis-a-Vis Face"))
class VISAVIS_API UVisAVisFaceComponent : public UActorComponent
{
	GENERATED_BODY()

public:
	UVisAVisFaceComponent();

	/** The conversation to follow. None: the first there is. */
	UPROPERTY(EditAnywhere, BlueprintReadWrite, Category = "Vis-a-Vis")
	FName ConversationName;

	/** Which of the two this character is. */
	UPROPERTY(EditAnywhere, BlueprintReadWrite, Category = "Vis-a-Vis")
	EVisAVisParticipant Participant = EVisAVisParticipant::A;

	/** Name of the skeletal mesh component that has the morph targets. None: the first that has some. */
	UPROPERTY(EditAnywhere, BlueprintReadWrite, Category = "Vis-a-Vis")
	FName MeshComponentName;

	/** Name of a preset, such as "arkit". None: recognised from the mesh's own morph targets. */
	UPROPERTY(EditAnywhere, BlueprintReadWrite, Category = "Vis-a-Vis")
	FName Preset;

	/** A profile of your own; wins over the preset. */
	UPROPERTY(EditAnywhere, BlueprintReadWrite, Category = "Vis-a-Vis")
	TObjectPtr<UVisAVisProfile> Profile;

	/** Size of everything: 1 as it comes, 0 nothing. */
	UPROPERTY(EditAnywhere, BlueprintReadWrite, Category = "Vis-a-Vis", meta = (ClampMin = "0", ClampMax = "1"))
	float Weight = 1.0f;

	/** The chest's turn towards the partner, relative to the body; from the Gaze component. X forward, Y right, Z up. */
	UPROPERTY(BlueprintReadOnly, Category = "Vis-a-Vis")
	FRotator ChestRotation = FRotator::ZeroRotator;

	/** The head relative to the chest. X forward, Y right, Z up. */
	UPROPERTY(BlueprintReadOnly, Category = "Vis-a-Vis")
	FRotator HeadRotation = FRotator::ZeroRotator;

	/** The left eye relative to the head. */
	UPROPERTY(BlueprintReadOnly, Category = "Vis-a-Vis")
	FRotator LeftEyeRotation = FRotator::ZeroRotator;

	/** The right eye relative to the head. */
	UPROPERTY(BlueprintReadOnly, Category = "Vis-a-Vis")
	FRotator RightEyeRotation = FRotator::ZeroRotator;

	/** The preset or profile in use, and how many of the mesh's morph targets it drives. */
	UFUNCTION(BlueprintPure, Category = "Vis-a-Vis", meta = (ToolTip = "The preset or profile in use, and how many of the mesh's morph targets it drives."))
	FString GetProfileDescription() const;

	/** Looks at the mesh and the profile anew. */
	UFUNCTION(BlueprintCallable, Category = "Vis-a-Vis", meta = (ToolTip = "Looks at the mesh and the profile anew; call it after either has changed. True when some morph target is driven."))
	bool Rebind();

	/** The face as it was put on last, gaze correction included. */
	UFUNCTION(BlueprintPure, Category = "Vis-a-Vis", meta = (ToolTip = "The face as it was put on last, gaze correction included."))
	FVisAVisFacePose GetFacePose() const { return Pose; }

	/** The mesh that is driven, null when there is none. */
	USkeletalMeshComponent* GetMesh() const { return Mesh; }

	/** The session of this face's conversation, null when there is none. */
	TSharedPtr<FVisAVisSession> FindSession() const;

	//~ UActorComponent
	virtual void BeginPlay() override;
	virtual void EndPlay(const EEndPlayReason::Type EndPlayReason) override;
	virtual void TickComponent(float DeltaTime, ELevelTick TickType, FActorComponentTickFunction* ThisTickFunction) override;

private:
	friend class UVisAVisGazeComponent;

	struct FBinding;

	UPROPERTY(Transient)
	TObjectPtr<USkeletalMeshComponent> Mesh;

	TSharedPtr<FBinding> Binding;
	FVisAVisFacePose Pose;
	/** What a Gaze component has to say, once a frame before this ticks. */
	TFunction<void(FVisAVisFacePose&, float)> AimGaze;
};
