#include "VisAVisSession.h"

#include "HAL/PlatformMisc.h"
#include "Misc/FileHelper.h"
#include "Misc/Paths.h"
#include "UObject/StrongObjectPtr.h"
#include "VisAVisBakedFace.h"
#include "VisAVisCore.h"
#include "VisAVisLog.h"
#include "VisAVisSessionHandles.h"
#include "VisAVisSettings.h"

namespace
{
	constexpr double CentimetresPerMetre = 100.0;
	/** How far FLAME's neck joint lies below and behind the eyes of the open head, metres. For baked faces, which have no position. */
	constexpr double EyesAboveNeck = 0.13;

	vav_placement ToCore(double X, double YawDegrees, double EyeHeight)
	{
		vav_placement Out = {};
		Out.position[0] = static_cast<float>(X);
		Out.yaw_deg = static_cast<float>(YawDegrees);
		Out.eye_height = static_cast<float>(EyeHeight);
		return Out;
	}

	void SetPlacement(vav_scene_update& Scene, const FVisAVisPlacement& Placement)
	{
		Scene.has_placement = 1;
		Scene.a = ToCore(-Placement.Distance / 2, Placement.YawA, Placement.EyeHeightA);
		Scene.b = ToCore(Placement.Distance / 2, Placement.YawB, Placement.EyeHeightB);
	}

	vav_scene_update NewScene()
	{
		vav_scene_update Scene = {};
		Scene.struct_size = sizeof(Scene);
		Scene.transition_s = -1.0;
		return Scene;
	}

	vav_style ToCore(const FVisAVisStyle& Style)
	{
		vav_style Out = {};
		Out.articulation = Style.Articulation;
		Out.liveliness = Style.Liveliness;
		Out.mood = Style.Mood;
		return Out;
	}

	vav_participant ToCore(EVisAVisParticipant Participant)
	{
		return static_cast<vav_participant>(Participant);
	}

	/** Where the person's body faces in the conversation's Unreal axes; forward is the FLAME face's +Z. */
	FQuat BodyFromYaw(double YawDegrees)
	{
		return FQuat(FVector::UpVector, FMath::DegreesToRadians(-YawDegrees));
	}

	void ToPose(const vav_face_pose& From, const FTransform& ConversationToWorld, FVisAVisFacePose& Out)
	{
		FMemory::Memcpy(Out.Weights.GetData(), From.weights, sizeof(From.weights));
		Out.Body = ConversationToWorld.GetRotation() * VisAVisCore::ToUnreal(From.body);
		Out.Head = VisAVisCore::ToUnreal(From.head);
		Out.LeftEye = VisAVisCore::ToUnreal(From.left_eye);
		Out.RightEye = VisAVisCore::ToUnreal(From.right_eye);
		Out.HeadPosition = ConversationToWorld.TransformPosition(VisAVisCore::ToUnreal(From.position));
		Out.Gaze = static_cast<EVisAVisGaze>(From.gaze_kind);
		Out.GazePoint = ConversationToWorld.TransformPosition(VisAVisCore::ToUnreal(From.gaze_point));
		Out.GazeOnPartner = From.gaze_on_partner;
		if (From.gaze_object[0] == 0)
		{
			Out.GazeObject = NAME_None;
		}
		else
		{
			Out.GazeObject = FName(UTF8_TO_TCHAR(From.gaze_object));
		}
		Out.Speaking = From.speaking;
		Out.Presence = From.presence;
		Out.TimeSeconds = From.time_s;
		Out.bValid = true;
	}
}

FVisAVisPlacement FVisAVisPlacement::FromActors(const FTransform& A, const FTransform& B, double EyeHeightA, double EyeHeightB)
{
	FVisAVisPlacement Out;
	const FVector FeetA = A.GetLocation();
	const FVector FeetB = B.GetLocation();
	FVector Towards = FeetB - FeetA;
	Towards.Z = 0.0;
	Out.Distance = Towards.Size() / CentimetresPerMetre;
	// Standing in one place, they face each other as A does.
	const FVector U = Out.Distance > 0.01 ? Towards.GetSafeNormal() : A.GetRotation().GetForwardVector().GetSafeNormal2D();
	// The conversation's +X is A towards B; its +Z then lies a quarter turn further, and is what a face at yaw 0 looks along.
	const FVector V(-U.Y, U.X, 0.0);
	const FVector Middle = (FeetA + FeetB) * 0.5;
	const double Floor = FMath::Min(FeetA.Z, FeetB.Z);
	Out.ConversationToWorld = FTransform(FQuat(FVector::UpVector, FMath::Atan2(V.Y, V.X)), FVector(Middle.X, Middle.Y, Floor));
	const auto Yaw = [&U, &V](const FTransform& Person)
	{
		const FVector Forward = Person.GetRotation().GetForwardVector();
		return FMath::RadiansToDegrees(FMath::Atan2(FVector::DotProduct(Forward, U), FVector::DotProduct(Forward, V)));
	};
	Out.YawA = Yaw(A);
	Out.YawB = Yaw(B);
	Out.EyeHeightA = (EyeHeightA + FeetA.Z - Floor) / CentimetresPerMetre;
	Out.EyeHeightB = (EyeHeightB + FeetB.Z - Floor) / CentimetresPerMetre;
	return Out;
}

FVisAVisSession::FVisAVisSession()
	: Handles(MakeUnique<FHandles>())
{
	for (FVisAVisFacePose& Pose : Poses)
	{
		Pose.Weights.SetNumZeroed(VAV_ARKIT_COUNT);
	}
}

FVisAVisSession::~FVisAVisSession()
{
	if (Handles->Conversation != nullptr && VisAVisCore::Api() != nullptr)
	{
		VisAVisCore::Api()->conversation_close(Handles->Conversation);
	}
}

TSharedPtr<FVisAVisSession> FVisAVisSession::Open(const FVisAVisSessionOptions& Options)
{
	const vav_api* Api = VisAVisCore::Api();
	if (Api == nullptr)
	{
		UE_LOG(LogVisAVis, Error, TEXT("No conversation can be opened: the client library was not found."));
		return nullptr;
	}
	const UVisAVisSettings& Settings = UVisAVisSettings::Get();
	const FString Address = Options.Address.IsEmpty() ? Settings.ServiceAddress : Options.Address;
	FString Roots;
	if (Settings.bUseTls && !Settings.RootCertificateFile.IsEmpty())
	{
		const FString Path = FPaths::IsRelative(Settings.RootCertificateFile)
			? FPaths::Combine(FPaths::ProjectDir(), Settings.RootCertificateFile)
			: Settings.RootCertificateFile;
		if (!FFileHelper::LoadFileToString(Roots, *Path))
		{
			UE_LOG(LogVisAVis, Error, TEXT("The root certificates cannot be read: %s"), *Path);
			return nullptr;
		}
	}
	const FString Token = Settings.TokenEnvironmentVariable.IsEmpty()
		? FString()
		: FPlatformMisc::GetEnvironmentVariable(*Settings.TokenEnvironmentVariable);

	const FTCHARToUTF8 AddressUtf8(*Address);
	const FTCHARToUTF8 RootsUtf8(*Roots);
	const FTCHARToUTF8 ServerNameUtf8(*Settings.ServerName);
	const FTCHARToUTF8 TokenUtf8(*Token);
	const FTCHARToUTF8 PoseUtf8(*Options.PoseText);
	vav_connection_options Connection = {};
	Connection.struct_size = sizeof(Connection);
	Connection.address = AddressUtf8.Get();
	Connection.use_tls = Settings.bUseTls ? 1 : 0;
	Connection.root_certificates = Roots.IsEmpty() ? nullptr : RootsUtf8.Get();
	Connection.server_name = Settings.ServerName.IsEmpty() ? nullptr : ServerNameUtf8.Get();
	Connection.token = Token.IsEmpty() ? nullptr : TokenUtf8.Get();
	Connection.connect_timeout_s = Settings.ConnectTimeoutSeconds;
	Connection.give_up_after_s = Settings.GiveUpAfterSeconds;

	vav_scene_update Scene = NewScene();
	Scene.pose_text = Options.PoseText.IsEmpty() ? nullptr : PoseUtf8.Get();
	if (Options.Placement.IsSet() && Options.PoseText.IsEmpty())
	{
		SetPlacement(Scene, Options.Placement.GetValue());
	}
	const vav_style StyleA = ToCore(Options.StyleA);
	const vav_style StyleB = ToCore(Options.StyleB);
	vav_conversation_options Core = {};
	Core.struct_size = sizeof(Core);
	Core.connection = &Connection;
	Core.sample_rate = Options.SampleRate;
	Core.encoding = VAV_AUDIO_F32;
	Core.layout = Options.bMixed ? VAV_LAYOUT_MIXED : VAV_LAYOUT_SEPARATE;
	Core.fps = Options.FramesPerSecond;
	Core.look_ahead = static_cast<vav_look_ahead>(Options.LookAhead);
	Core.weights = Settings.bWeightsFromService ? VAV_WEIGHTS_FROM_SERVICE : VAV_WEIGHTS_SOLVED;
	Core.seed = static_cast<uint64>(Options.Seed);
	Core.first_speaker = ToCore(Options.FirstSpeaker);
	Core.scene = &Scene;
	Core.style_a = &StyleA;
	Core.style_b = &StyleB;

	TSharedPtr<FVisAVisSession> Session(new FVisAVisSession());
	if (Api->conversation_open(&Core, &Session->Handles->Conversation) != VAV_OK)
	{
		UE_LOG(LogVisAVis, Error, TEXT("The conversation cannot be opened: %s"), UTF8_TO_TCHAR(Api->last_error()));
		return nullptr;
	}
	Session->SampleRate = Options.SampleRate;
	Session->FramesPerSecond = Options.FramesPerSecond;
	if (Options.Placement.IsSet())
	{
		Session->Placement = Options.Placement.GetValue();
	}
	return Session;
}

TSharedRef<FVisAVisSession> FVisAVisSession::OpenBaked(const UVisAVisBakedFace* FaceA, const UVisAVisBakedFace* FaceB,
	const FVisAVisPlacement& InPlacement)
{
	TSharedRef<FVisAVisSession> Session(new FVisAVisSession());
	Session->Handles->bBaked = true;
	Session->Handles->Baked[0].Reset(FaceA);
	Session->Handles->Baked[1].Reset(FaceB);
	Session->Placement = InPlacement;
	return Session;
}

int32 FVisAVisSession::PushAudio(EVisAVisParticipant Participant, const float* Samples, int32 Count)
{
	int64_t Taken = 0;
	if (Handles->Conversation != nullptr && Count > 0)
	{
		VisAVisCore::Api()->push_audio(Handles->Conversation, ToCore(Participant), -1, Samples, Count, &Taken);
	}
	return static_cast<int32>(Taken);
}

void FVisAVisSession::PushClock(double Seconds)
{
	if (Handles->Conversation != nullptr)
	{
		VisAVisCore::Api()->push_clock(Handles->Conversation, VAV_PARTICIPANT_MIXED, static_cast<int64_t>(Seconds * SampleRate));
	}
}

bool FVisAVisSession::PushRole(EVisAVisParticipant Participant, double StartSeconds, double EndSeconds)
{
	if (Handles->Conversation == nullptr)
	{
		return false;
	}
	vav_role_span Span = {};
	Span.participant = ToCore(Participant);
	Span.start_s = StartSeconds;
	Span.end_s = EndSeconds;
	return Handles->Check(VisAVisCore::Api()->push_roles(Handles->Conversation, &Span, 1, 0.0, 0));
}

bool FVisAVisSession::PushPoseText(const FString& Text)
{
	if (Handles->Conversation == nullptr)
	{
		return false;
	}
	const FTCHARToUTF8 Utf8(*Text);
	vav_scene_update Scene = NewScene();
	Scene.pose_text = Utf8.Get();
	return Handles->Check(VisAVisCore::Api()->push_scene(Handles->Conversation, &Scene));
}

bool FVisAVisSession::PushPlacement(const FVisAVisPlacement& InPlacement, double TransitionSeconds)
{
	Placement = InPlacement;
	if (Handles->Conversation == nullptr)
	{
		return false;
	}
	vav_scene_update Scene = NewScene();
	SetPlacement(Scene, InPlacement);
	Scene.transition_s = TransitionSeconds;
	return Handles->Check(VisAVisCore::Api()->push_scene(Handles->Conversation, &Scene));
}

bool FVisAVisSession::PushObject(FName Name, const FVector& WorldPosition, float Salience)
{
	if (Handles->Conversation == nullptr)
	{
		return false;
	}
	const FTCHARToUTF8 Utf8(*Name.ToString());
	vav_scene_object Object = {};
	Object.name = Utf8.Get();
	VisAVisCore::FromUnreal(Placement.ConversationToWorld.InverseTransformPosition(WorldPosition), Object.position);
	Object.salience = Salience;
	vav_scene_update Scene = NewScene();
	Scene.objects = &Object;
	Scene.object_count = 1;
	return Handles->Check(VisAVisCore::Api()->push_scene(Handles->Conversation, &Scene));
}

bool FVisAVisSession::RemoveObject(FName Name)
{
	if (Handles->Conversation == nullptr)
	{
		return false;
	}
	const FTCHARToUTF8 Utf8(*Name.ToString());
	const char* const Removed = Utf8.Get();
	vav_scene_update Scene = NewScene();
	Scene.removed_objects = &Removed;
	Scene.removed_object_count = 1;
	return Handles->Check(VisAVisCore::Api()->push_scene(Handles->Conversation, &Scene));
}

void FVisAVisSession::Finish()
{
	if (Handles->Conversation != nullptr)
	{
		VisAVisCore::Api()->conversation_finish(Handles->Conversation);
	}
}

void FVisAVisSession::Update(double InPlaybackSeconds)
{
	PlaybackSeconds = InPlaybackSeconds;
	for (int32 Person = 0; Person < 2; ++Person)
	{
		if (Handles->bBaked)
		{
			UpdateBaked(Person);
		}
		else if (Handles->Conversation != nullptr)
		{
			vav_face_pose Face;
			const vav_participant Who = Person == 0 ? VAV_PARTICIPANT_A : VAV_PARTICIPANT_B;
			if (VisAVisCore::Api()->sample(Handles->Conversation, Who, PlaybackSeconds, &Face) == VAV_OK)
			{
				ToPose(Face, Placement.ConversationToWorld, Poses[Person]);
			}
		}
	}
}

void FVisAVisSession::UpdateBaked(int32 Person)
{
	const UVisAVisBakedFace* Face = Handles->Baked[Person].Get();
	float Values[UVisAVisBakedFace::ValuesPerFrame];
	if (Face == nullptr || !Face->Sample(PlaybackSeconds, Values))
	{
		return;
	}
	FVisAVisFacePose& Pose = Poses[Person];
	FMemory::Memcpy(Pose.Weights.GetData(), Values, sizeof(float) * VAV_ARKIT_COUNT);
	const auto Rotation = [&Values](int32 At) { return FQuat(Values[At], Values[At + 1], Values[At + 2], Values[At + 3]); };
	Pose.Head = Rotation(VAV_ARKIT_COUNT);
	Pose.LeftEye = Rotation(VAV_ARKIT_COUNT + 4);
	Pose.RightEye = Rotation(VAV_ARKIT_COUNT + 8);
	Pose.Speaking = Values[VAV_ARKIT_COUNT + 12];
	const bool bIsA = Person == 0;
	const FTransform& ToWorld = Placement.ConversationToWorld;
	Pose.Body = ToWorld.GetRotation() * BodyFromYaw(bIsA ? Placement.YawA : Placement.YawB);
	const double Height = (bIsA ? Placement.EyeHeightA : Placement.EyeHeightB) - EyesAboveNeck;
	// The conversation's +X is Unreal's -Y.
	const FVector Local(0.0, (bIsA ? 0.5 : -0.5) * Placement.Distance, Height);
	Pose.HeadPosition = ToWorld.TransformPosition(Local * CentimetresPerMetre);
	Pose.Presence = 1.0f;
	Pose.TimeSeconds = PlaybackSeconds;
	Pose.bValid = true;
}

bool FVisAVisSession::NextEvent(FVisAVisEvent& Out)
{
	vav_event Event;
	if (Handles->Conversation == nullptr || VisAVisCore::Api()->next_event(Handles->Conversation, &Event) != VAV_OK)
	{
		return false;
	}
	Out = FVisAVisEvent();
	Out.Participant = static_cast<EVisAVisParticipant>(Event.participant);
	Out.TimeSeconds = Event.time_s;
	Out.Code = FString(UTF8_TO_TCHAR(Event.name));
	Out.Text = FString(UTF8_TO_TCHAR(Event.text));
	switch (Event.kind)
	{
	case VAV_EVENT_OPENED: Out.Kind = FVisAVisEvent::EKind::Opened; break;
	case VAV_EVENT_POSE_READ:
		Out.Kind = FVisAVisEvent::EKind::PoseRead;
		Out.Confidence = static_cast<float>(Event.value);
		break;
	case VAV_EVENT_DISCONNECTED: Out.Kind = FVisAVisEvent::EKind::Disconnected; break;
	case VAV_EVENT_RESUMED: Out.Kind = FVisAVisEvent::EKind::Resumed; break;
	case VAV_EVENT_FINISHED: Out.Kind = FVisAVisEvent::EKind::Finished; break;
	case VAV_EVENT_FAILED: Out.Kind = FVisAVisEvent::EKind::Failed; break;
	case VAV_EVENT_ROLE:
		switch (Event.number)
		{
		case VAV_ROLE_TURN_BEGAN: Out.Kind = FVisAVisEvent::EKind::TurnBegan; break;
		case VAV_ROLE_TURN_ENDED: Out.Kind = FVisAVisEvent::EKind::TurnEnded; break;
		case VAV_ROLE_OVERLAP_BEGAN: Out.Kind = FVisAVisEvent::EKind::OverlapBegan; break;
		default: Out.Kind = FVisAVisEvent::EKind::Backchannel; break;
		}
		break;
	default: Out.Kind = FVisAVisEvent::EKind::Notice; break;
	}
	return true;
}

EVisAVisState FVisAVisSession::GetState() const
{
	if (Handles->bBaked)
	{
		return EVisAVisState::Baked;
	}
	if (Handles->Conversation == nullptr)
	{
		return EVisAVisState::Idle;
	}
	switch (VisAVisCore::Api()->conversation_state(Handles->Conversation))
	{
	case VAV_STATE_CONNECTING: return EVisAVisState::Connecting;
	case VAV_STATE_STREAMING: return EVisAVisState::Streaming;
	case VAV_STATE_RECONNECTING: return EVisAVisState::Reconnecting;
	case VAV_STATE_FINISHED: return EVisAVisState::Finished;
	case VAV_STATE_FAILED: return EVisAVisState::Failed;
	default: return EVisAVisState::Idle;
	}
}

const FVisAVisFacePose& FVisAVisSession::GetPose(EVisAVisParticipant Participant) const
{
	return Poses[Participant == EVisAVisParticipant::B ? 1 : 0];
}

double FVisAVisSession::GetReadySeconds() const
{
	if (Handles->Conversation == nullptr)
	{
		return 0.0;
	}
	vav_statistics Statistics;
	VisAVisCore::Api()->statistics(Handles->Conversation, &Statistics);
	return Statistics.newest_frame_s < 0.0 ? 0.0 : Statistics.newest_frame_s + 1.0 / FramesPerSecond;
}

FVisAVisStatistics FVisAVisSession::GetStatistics() const
{
	FVisAVisStatistics Out;
	if (Handles->Conversation != nullptr)
	{
		vav_statistics Statistics;
		VisAVisCore::Api()->statistics(Handles->Conversation, &Statistics);
		Out.Frames = Statistics.frames_received;
		Out.LateFrames = Statistics.frames_late;
		Out.Reconnects = Statistics.reconnects;
		Out.BufferedSeconds = Statistics.buffered_s;
		Out.BytesReceived = Statistics.bytes_received;
		Out.RetargetMicroseconds = Statistics.retarget_us;
	}
	return Out;
}
