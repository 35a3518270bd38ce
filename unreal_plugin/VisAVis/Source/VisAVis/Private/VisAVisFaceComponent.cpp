#include "VisAVisFaceComponent.h"

#include "Animation/MorphTarget.h"
#include "Components/SkeletalMeshComponent.h"
#include "Engine/SkeletalMesh.h"
#include "GameFramework/Actor.h"
#include "VisAVisCore.h"
#include "VisAVisLog.h"
#include "VisAVisMeshNames.h"
#include "VisAVisModule.h"
#include "VisAVisProfile.h"
#include "VisAVisSession.h"

/** A profile bound to a mesh. */
struct UVisAVisFaceComponent::FBinding
{
	vav_profile* Profile = nullptr;
	FString Description;
	TArray<FName> Targets;
	TArray<float> Values;

	~FBinding()
	{
		if (Profile != nullptr && VisAVisCore::Api() != nullptr)
		{
			VisAVisCore::Api()->profile_free(Profile);
		}
	}
};

UVisAVisFaceComponent::UVisAVisFaceComponent()
{
	PrimaryComponentTick.bCanEverTick = true;
	// Before animation is evaluated.
	PrimaryComponentTick.TickGroup = TG_PrePhysics;
}

void UVisAVisFaceComponent::BeginPlay()
{
	Super::BeginPlay();
	Rebind();
}

void UVisAVisFaceComponent::EndPlay(const EEndPlayReason::Type EndPlayReason)
{
	Binding.Reset();
	Super::EndPlay(EndPlayReason);
}

TSharedPtr<FVisAVisSession> UVisAVisFaceComponent::FindSession() const
{
	return IVisAVisModule::Get().FindSession(ConversationName);
}

bool UVisAVisFaceComponent::Rebind()
{
	Binding.Reset();
	Mesh = nullptr;
	const vav_api* Api = VisAVisCore::Api();
	const AActor* Owner = GetOwner();
	if (Api == nullptr || Owner == nullptr)
	{
		return false;
	}
	TArray<FName> MorphTargets;
	TArray<USkeletalMeshComponent*> Candidates;
	Owner->GetComponents(Candidates);
	for (USkeletalMeshComponent* Candidate : Candidates)
	{
		const USkeletalMesh* Asset = Candidate->GetSkeletalMeshAsset();
		const bool bRightName = MeshComponentName.IsNone() || Candidate->GetFName() == MeshComponentName;
		if (Asset == nullptr || !bRightName || Asset->GetMorphTargets().Num() == 0)
		{
			continue;
		}
		Mesh = Candidate;
		for (const TObjectPtr<UMorphTarget>& MorphTarget : Asset->GetMorphTargets())
		{
			MorphTargets.Add(MorphTarget->GetFName());
		}
		break;
	}
	if (Mesh == nullptr)
	{
		// A MetaHuman's face is driven over Live Link; then only the rotations are of use.
		UE_LOG(LogVisAVis, Verbose, TEXT("%s: no mesh with morph targets."), *GetName());
		return false;
	}

	const FVisAVisMeshNames Names(MorphTargets);
	TSharedRef<FBinding> Bound = MakeShared<FBinding>();
	vav_status Status = VAV_OK;
	if (Profile != nullptr)
	{
		const FTCHARToUTF8 Json(*Profile->Json);
		Status = Api->profile_open_json(Json.Get(), Json.Length(), Names.Get(), Names.Num(), &Bound->Profile);
		Bound->Description = Profile->GetName();
	}
	else
	{
		Bound->Description = Preset.ToString();
		if (Preset.IsNone())
		{
			const int32 Index = Api->profile_detect(Names.Get(), Names.Num(), nullptr);
			if (Index < 0)
			{
				UE_LOG(LogVisAVis, Warning, TEXT("%s: the morph targets fit no preset. Give the component a profile."), *GetName());
				return false;
			}
			Bound->Description = FString(UTF8_TO_TCHAR(Api->preset_name(Index)));
		}
		const FTCHARToUTF8 Name(*Bound->Description);
		Status = Api->profile_open_preset(Name.Get(), Names.Get(), Names.Num(), &Bound->Profile);
	}
	if (Status != VAV_OK)
	{
		UE_LOG(LogVisAVis, Error, TEXT("%s: %s"), *GetName(), UTF8_TO_TCHAR(Api->last_error()));
		return false;
	}
	const int32 Count = Api->profile_target_count(Bound->Profile);
	for (int32 Index = 0; Index < Count; ++Index)
	{
		Bound->Targets.Add(MorphTargets[Api->profile_mesh_index(Bound->Profile, Index)]);
	}
	Bound->Values.SetNumZeroed(Count);
	Bound->Description += FString::Printf(TEXT(": %d of %d morph targets"), Count, MorphTargets.Num());
	Binding = Bound;
	return Count > 0;
}

FString UVisAVisFaceComponent::GetProfileDescription() const
{
	return Binding.IsValid() ? Binding->Description : FString();
}

void UVisAVisFaceComponent::TickComponent(float DeltaTime, ELevelTick TickType, FActorComponentTickFunction* ThisTickFunction)
{
	Super::TickComponent(DeltaTime, TickType, ThisTickFunction);
	const TSharedPtr<FVisAVisSession> Session = FindSession();
	if (!Session.IsValid() || !Session->GetPose(Participant).bValid)
	{
		return;
	}
	Pose = Session->GetPose(Participant);
	ChestRotation = FRotator::ZeroRotator;
	if (AimGaze)
	{
		AimGaze(Pose, DeltaTime);
	}
	const auto Sized = [this](const FQuat& Rotation) { return FQuat::Slerp(FQuat::Identity, Rotation, Weight).Rotator(); };
	HeadRotation = Sized(Pose.Head);
	LeftEyeRotation = Sized(Pose.LeftEye);
	RightEyeRotation = Sized(Pose.RightEye);
	if (!Binding.IsValid() || Mesh == nullptr)
	{
		return;
	}
	FBinding& Bound = *Binding;
	VisAVisCore::Api()->profile_apply(Bound.Profile, Pose.Weights.GetData(), Bound.Values.GetData(), Bound.Values.Num());
	for (int32 Index = 0; Index < Bound.Targets.Num(); ++Index)
	{
		Mesh->SetMorphTarget(Bound.Targets[Index], Bound.Values[Index] * Weight, false);
	}
}
