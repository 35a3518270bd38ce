#include "VisAVisLiveLinkSource.h"

#include "HAL/PlatformTime.h"
#include "ILiveLinkClient.h"
#include "Misc/QualifiedFrameTime.h"
#include "Roles/LiveLinkBasicRole.h"
#include "Roles/LiveLinkBasicTypes.h"
#include "Roles/LiveLinkTransformRole.h"
#include "Roles/LiveLinkTransformTypes.h"
#include "VisAVisCore.h"
#include "VisAVisModule.h"
#include "VisAVisSession.h"
#include "VisAVisSettings.h"

#define LOCTEXT_NAMESPACE "VisAVis"

namespace
{
	constexpr int32 AngleCount = 9;
	const TCHAR* const AngleNames[AngleCount] = {TEXT("headYaw"), TEXT("headPitch"), TEXT("headRoll"), TEXT("leftEyeYaw"),
		TEXT("leftEyePitch"), TEXT("leftEyeRoll"), TEXT("rightEyeYaw"), TEXT("rightEyePitch"), TEXT("rightEyeRoll")};

	/** Yaw (to the own left), pitch (down), roll (to the right shoulder), radians. */
	void ReadAngles(const FQuat& Rotation, float (&OutAngles)[3])
	{
		float Quaternion[4];
		VisAVisCore::FromUnreal(Rotation, Quaternion);
		VisAVisCore::Api()->angles(Quaternion, OutAngles);
	}

	/** The nine angles in Live Link Face's own signs: the head's pitch is positive up, an eye's yaw positive to the own right. */
	void PushAngles(const FVisAVisFacePose& Pose, TArray<float>& Out)
	{
		float Head[3];
		float Left[3];
		float Right[3];
		ReadAngles(Pose.Head, Head);
		ReadAngles(Pose.LeftEye, Left);
		ReadAngles(Pose.RightEye, Right);
		const float Angles[AngleCount] = {Head[0], -Head[1], Head[2], -Left[0], Left[1], 0.0f, -Right[0], Right[1], 0.0f};
		Out.Append(Angles, AngleCount);
	}
}

FVisAVisLiveLinkSource::FVisAVisLiveLinkSource(FName InConversationName)
	: ConversationName(InConversationName)
{
}

const TArray<FName>& FVisAVisLiveLinkSource::GetCurveNames()
{
	static const TArray<FName> Names = []()
	{
		TArray<FName> Out;
		const vav_api* Api = VisAVisCore::Api();
		for (int32 Index = 0; Api != nullptr && Index < VAV_ARKIT_COUNT; ++Index)
		{
			Out.Add(FName(UTF8_TO_TCHAR(Api->arkit_name(Index))));
		}
		for (const TCHAR* Name : AngleNames)
		{
			Out.Add(FName(Name));
		}
		return Out;
	}();
	return Names;
}

FName FVisAVisLiveLinkSource::GetFaceSubject(int32 Person) const
{
	const FString Base = ConversationName.IsNone() ? FString(TEXT("VisAVis")) : ConversationName.ToString();
	return FName(*(Base + (Person == 0 ? TEXT("_A") : TEXT("_B"))));
}

FName FVisAVisLiveLinkSource::GetPlacementSubject(int32 Person) const
{
	return FName(*(GetFaceSubject(Person).ToString() + TEXT("_Placement")));
}

void FVisAVisLiveLinkSource::ReceiveClient(ILiveLinkClient* InClient, FGuid InSourceGuid)
{
	Client = InClient;
	SourceGuid = InSourceGuid;
	bStaticDataPushed = false;
}

bool FVisAVisLiveLinkSource::IsSourceStillValid() const
{
	return Client != nullptr;
}

bool FVisAVisLiveLinkSource::RequestSourceShutdown()
{
	Client = nullptr;
	LastSession.Reset();
	return true;
}

void FVisAVisLiveLinkSource::PushStaticData()
{
	for (int32 Person = 0; Person < 2; ++Person)
	{
		FLiveLinkStaticDataStruct Face(FLiveLinkBaseStaticData::StaticStruct());
		Face.Cast<FLiveLinkBaseStaticData>()->PropertyNames = GetCurveNames();
		Client->PushSubjectStaticData_AnyThread(FLiveLinkSubjectKey(SourceGuid, GetFaceSubject(Person)), ULiveLinkBasicRole::StaticClass(), MoveTemp(Face));

		FLiveLinkStaticDataStruct Placement(FLiveLinkTransformStaticData::StaticStruct());
		FLiveLinkTransformStaticData& Transform = *Placement.Cast<FLiveLinkTransformStaticData>();
		Transform.bIsLocationSupported = true;
		Transform.bIsRotationSupported = true;
		Transform.bIsScaleSupported = false;
		Client->PushSubjectStaticData_AnyThread(FLiveLinkSubjectKey(SourceGuid, GetPlacementSubject(Person)), ULiveLinkTransformRole::StaticClass(), MoveTemp(Placement));
	}
	bStaticDataPushed = true;
}

void FVisAVisLiveLinkSource::Update()
{
	if (Client == nullptr || VisAVisCore::Api() == nullptr)
	{
		return;
	}
	const TSharedPtr<FVisAVisSession> Session = IVisAVisModule::Get().FindSession(ConversationName);
	if (!Session.IsValid())
	{
		return;
	}
	if (LastSession.Pin() != Session)
	{
		LastSession = Session;
		LastPushedSeconds = -1.0;
	}
	if (!bStaticDataPushed)
	{
		PushStaticData();
	}
	// One frame per moment: a paused conversation is not pushed again and again.
	if (Session->GetPlaybackSeconds() == LastPushedSeconds)
	{
		return;
	}
	const double WorldSeconds = FPlatformTime::Seconds();
	for (int32 Person = 0; Person < 2; ++Person)
	{
		if (Session->GetPose(Person == 0 ? EVisAVisParticipant::A : EVisAVisParticipant::B).bValid)
		{
			PushFrame(*Session, Person, WorldSeconds);
			LastPushedSeconds = Session->GetPlaybackSeconds();
		}
	}
}

void FVisAVisLiveLinkSource::PushFrame(const FVisAVisSession& Session, int32 Person, double WorldSeconds)
{
	const FVisAVisFacePose& Pose = Session.GetPose(Person == 0 ? EVisAVisParticipant::A : EVisAVisParticipant::B);
	const FFrameRate Rate(Session.GetFramesPerSecond(), 1);
	const FQualifiedFrameTime SceneTime(Rate.AsFrameTime(FMath::Max(0.0, Session.GetPlaybackSeconds())), Rate);

	FLiveLinkFrameDataStruct FaceData(FLiveLinkBaseFrameData::StaticStruct());
	FLiveLinkBaseFrameData& Face = *FaceData.Cast<FLiveLinkBaseFrameData>();
	Face.WorldTime = FLiveLinkWorldTime(WorldSeconds);
	Face.MetaData.SceneTime = SceneTime;
	Face.PropertyValues.Reserve(VAV_ARKIT_COUNT + AngleCount);
	Face.PropertyValues.Append(Pose.Weights);
	PushAngles(Pose, Face.PropertyValues);
	Client->PushSubjectFrameData_AnyThread(FLiveLinkSubjectKey(SourceGuid, GetFaceSubject(Person)), MoveTemp(FaceData));

	FLiveLinkFrameDataStruct PlacementData(FLiveLinkTransformFrameData::StaticStruct());
	FLiveLinkTransformFrameData& Placement = *PlacementData.Cast<FLiveLinkTransformFrameData>();
	Placement.WorldTime = FLiveLinkWorldTime(WorldSeconds);
	Placement.MetaData.SceneTime = SceneTime;
	Placement.Transform = FTransform(Pose.Body, Pose.HeadPosition);
	Client->PushSubjectFrameData_AnyThread(FLiveLinkSubjectKey(SourceGuid, GetPlacementSubject(Person)), MoveTemp(PlacementData));
}

FText FVisAVisLiveLinkSource::GetSourceType() const
{
	return LOCTEXT("SourceType", "Vis-a-Vis");
}

FText FVisAVisLiveLinkSource::GetSourceMachineName() const
{
	return FText::FromString(UVisAVisSettings::Get().ServiceAddress);
}

FText FVisAVisLiveLinkSource::GetSourceStatus() const
{
	if (VisAVisCore::Api() == nullptr)
	{
		return LOCTEXT("NoLibrary", "Client library not found");
	}
	const TSharedPtr<FVisAVisSession> Session = IVisAVisModule::Get().FindSession(ConversationName);
	if (!Session.IsValid())
	{
		return LOCTEXT("Waiting", "Waiting for a conversation");
	}
	switch (Session->GetState())
	{
	case EVisAVisState::Connecting: return LOCTEXT("Connecting", "Connecting");
	case EVisAVisState::Streaming: return LOCTEXT("Streaming", "Streaming");
	case EVisAVisState::Reconnecting: return LOCTEXT("Reconnecting", "Reconnecting");
	case EVisAVisState::Finished: return LOCTEXT("Finished", "Finished");
	case EVisAVisState::Failed: return LOCTEXT("Failed", "Failed; see the log");
	case EVisAVisState::Baked: return LOCTEXT("Baked", "Playing a baked recording");
	default: return LOCTEXT("Idle", "Idle");
	}
}

#undef LOCTEXT_NAMESPACE
