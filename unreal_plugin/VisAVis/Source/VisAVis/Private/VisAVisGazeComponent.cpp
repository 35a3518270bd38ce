#include "VisAVisGazeComponent.h"

#include "Components/SkeletalMeshComponent.h"
#include "GameFramework/Actor.h"
#include "VisAVisCore.h"
#include "VisAVisFaceComponent.h"
#include "VisAVisLog.h"
#include "VisAVisSession.h"
#include "VisAVisSessionHandles.h"

namespace
{
	constexpr double MouthBelowEyes = 7.0;      // centimetres
	constexpr double UsualEyeDistance = 0.062;  // metres

	/** Where the eye-look shapes of both eyes are among the 52: up, down, in, out of the left one, then of the right one. */
	constexpr int32 EyeLookShapes[8] = {4, 1, 2, 3, 11, 8, 9, 10};
}

struct UVisAVisGazeComponent::FSolver
{
	vav_gaze* Gaze = nullptr;

	FSolver() { VisAVisCore::Api()->gaze_create(&Gaze); }
	~FSolver()
	{
		if (VisAVisCore::Api() != nullptr)
		{
			VisAVisCore::Api()->gaze_free(Gaze);
		}
	}
	FSolver(const FSolver&) = delete;
	FSolver& operator=(const FSolver&) = delete;
};

UVisAVisGazeComponent::UVisAVisGazeComponent()
{
	// The face asks when it is due.
	PrimaryComponentTick.bCanEverTick = false;
}

void UVisAVisGazeComponent::BeginPlay()
{
	Super::BeginPlay();
	const AActor* Owner = GetOwner();
	Face = Owner != nullptr ? Owner->FindComponentByClass<UVisAVisFaceComponent>() : nullptr;
	if (Face == nullptr)
	{
		UE_LOG(LogVisAVis, Warning, TEXT("%s needs a Vis-a-Vis Face component on the same actor."), *GetName());
		return;
	}
	if (VisAVisCore::Api() == nullptr)
	{
		return;
	}
	Solver = MakeShared<FSolver>();
	TWeakObjectPtr<UVisAVisGazeComponent> Weak(this);
	Face->AimGaze = [Weak](FVisAVisFacePose& Pose, float DeltaTime)
	{
		if (UVisAVisGazeComponent* Self = Weak.Get())
		{
			Self->Aim(Pose, DeltaTime);
		}
	};
}

void UVisAVisGazeComponent::EndPlay(const EEndPlayReason::Type EndPlayReason)
{
	if (Face != nullptr)
	{
		Face->AimGaze = nullptr;
	}
	Solver.Reset();
	Super::EndPlay(EndPlayReason);
}

void UVisAVisGazeComponent::SetObjectActor(FName Name, AActor* Actor)
{
	ObjectActors.Add(Name, Actor);
}

FVector UVisAVisGazeComponent::GetEyeMidpoint() const
{
	const USkeletalMeshComponent* Mesh = Face != nullptr ? Face->GetMesh() : nullptr;
	if (Mesh != nullptr && Mesh->DoesSocketExist(LeftEyeSocket) && Mesh->DoesSocketExist(RightEyeSocket))
	{
		return (Mesh->GetSocketLocation(LeftEyeSocket) + Mesh->GetSocketLocation(RightEyeSocket)) * 0.5;
	}
	const AActor* Owner = GetOwner();
	return Owner != nullptr ? Owner->GetActorLocation() + FVector(0.0, 0.0, EyeHeight) : FVector::ZeroVector;
}

double UVisAVisGazeComponent::GetEyeDistance() const
{
	const USkeletalMeshComponent* Mesh = Face != nullptr ? Face->GetMesh() : nullptr;
	if (Mesh != nullptr && Mesh->DoesSocketExist(LeftEyeSocket) && Mesh->DoesSocketExist(RightEyeSocket))
	{
		return FVector::Dist(Mesh->GetSocketLocation(LeftEyeSocket), Mesh->GetSocketLocation(RightEyeSocket)) / 100.0;
	}
	return UsualEyeDistance;
}

FVector UVisAVisGazeComponent::FindEyeMidpoint(const AActor* Actor, float FallbackHeight)
{
	if (Actor == nullptr)
	{
		return FVector::ZeroVector;
	}
	if (const UVisAVisGazeComponent* Gaze = Actor->FindComponentByClass<UVisAVisGazeComponent>())
	{
		return Gaze->GetEyeMidpoint();
	}
	return Actor->GetActorLocation() + FVector(0.0, 0.0, FallbackHeight);
}

bool UVisAVisGazeComponent::FindTarget(const FVisAVisFacePose& Pose, FVector& OutTarget, float& OutWanted) const
{
	OutWanted = 0.0f;
	OutTarget = Pose.GazePoint;
	switch (Pose.Gaze)
	{
	case EVisAVisGaze::PartnerEyes:
	case EVisAVisGaze::PartnerMouth:
		if (Partner == nullptr)
		{
			return false;
		}
		OutTarget = FindEyeMidpoint(Partner, EyeHeight);
		if (Pose.Gaze == EVisAVisGaze::PartnerMouth)
		{
			OutTarget.Z -= MouthBelowEyes;
		}
		OutWanted = Pose.GazeOnPartner;
		return true;
	case EVisAVisGaze::Object:
		if (const TObjectPtr<AActor>* Object = ObjectActors.Find(Pose.GazeObject))
		{
			if (*Object != nullptr)
			{
				OutTarget = (*Object)->GetActorLocation();
				OutWanted = 1.0f;
			}
		}
		return true;
	default: return true;
	}
}

void UVisAVisGazeComponent::Aim(FVisAVisFacePose& Pose, float DeltaTime)
{
	const vav_api* Api = VisAVisCore::Api();
	const TSharedPtr<FVisAVisSession> Session = Face != nullptr ? Face->FindSession() : nullptr;
	if (Api == nullptr || !Solver.IsValid() || !Session.IsValid())
	{
		return;
	}
	vav_rig_figures Rig = {};
	const bool bHasRig = Session->GetHandles().GetRig(Rig);
	FVector Target;
	float Wanted = 0.0f;
	if (!bHasRig || !FindTarget(Pose, Target, Wanted))
	{
		return;
	}

	// The stream's own eyes: above the joint about which its head turns.
	const auto EyeFromNeck = [&Rig](const float (&Eye)[3])
	{
		const float Offset[3] = {Eye[0] - Rig.neck_joint[0], Eye[1] - Rig.neck_joint[1], Eye[2] - Rig.neck_joint[2]};
		return VisAVisCore::ToUnreal(Offset);
	};
	const FVector LeftOffset = EyeFromNeck(Rig.left_eye_joint);
	const FVector RightOffset = EyeFromNeck(Rig.right_eye_joint);
	const FVector StreamEyes = Pose.HeadPosition + Pose.Body.RotateVector(Pose.Head.RotateVector((LeftOffset + RightOffset) * 0.5));

	vav_gaze_input Input = {};
	VisAVisCore::FromUnreal(Pose.Body.UnrotateVector(Pose.GazePoint - StreamEyes), Input.stream_target);
	VisAVisCore::FromUnreal(Pose.Body.UnrotateVector(Target - GetEyeMidpoint()), Input.scene_target);
	Input.wanted = Wanted * Weight;
	VisAVisCore::FromUnreal(Pose.Head, Input.head);
	VisAVisCore::FromUnreal(Pose.LeftEye, Input.left_eye);
	VisAVisCore::FromUnreal(Pose.RightEye, Input.right_eye);
	Input.stream_eye_distance = static_cast<float>(FVector::Dist(LeftOffset, RightOffset) / 100.0);
	Input.scene_eye_distance = static_cast<float>(GetEyeDistance());
	vav_gaze_result Result;
	if (Api->gaze_step(Solver->Gaze, &Input, &Rig, DeltaTime, &Result) != VAV_OK)
	{
		return;
	}
	Face->ChestRotation = VisAVisCore::ToUnreal(Result.chest).Rotator();
	Pose.Head = VisAVisCore::ToUnreal(Result.head);
	Pose.LeftEye = VisAVisCore::ToUnreal(Result.left_eye);
	Pose.RightEye = VisAVisCore::ToUnreal(Result.right_eye);
	for (int32 Index = 0; Index < 8; ++Index)
	{
		Pose.Weights[EyeLookShapes[Index]] = Result.eye_look[Index];
	}
}
