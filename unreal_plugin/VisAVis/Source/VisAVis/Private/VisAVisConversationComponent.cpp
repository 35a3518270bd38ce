#include "VisAVisConversationComponent.h"

#include "Components/AudioComponent.h"
#include "Features/IModularFeatures.h"
#include "GameFramework/Actor.h"
#include "ILiveLinkClient.h"
#include "Kismet/GameplayStatics.h"
#include "Sound/SoundSubmix.h"
#include "Sound/SoundWave.h"
#include "VisAVisAudio.h"
#include "VisAVisBakedFace.h"
#include "VisAVisCore.h"
#include "VisAVisLiveLinkSource.h"
#include "VisAVisLog.h"
#include "VisAVisModule.h"
#include "VisAVisPlaybackClock.h"
#include "VisAVisSettings.h"

namespace
{
	/** Pushed sound may come so much later than its moment without a gap, seconds. */
	constexpr double PushedGrace = 0.15;
	constexpr int32 PushedAtOnce = 16384;
}

UVisAVisConversationComponent::UVisAVisConversationComponent()
{
	PrimaryComponentTick.bCanEverTick = true;
	// Before animation. Faces tick in the same group: one that comes first shows the frame before.
	PrimaryComponentTick.TickGroup = TG_PrePhysics;
}

void UVisAVisConversationComponent::BeginPlay()
{
	Super::BeginPlay();
	if (bAutoStart)
	{
		StartConversation();
	}
}

void UVisAVisConversationComponent::EndPlay(const EEndPlayReason::Type EndPlayReason)
{
	StopConversation();
	Super::EndPlay(EndPlayReason);
}

bool UVisAVisConversationComponent::StartConversation()
{
	StopConversation();
	FVisAVisSessionOptions Options;
	Options.Address = ServiceAddress;
	Options.bMixed = AudioInput == EVisAVisAudioInput::MixedSoundWave || AudioInput == EVisAVisAudioInput::Submix
		|| (AudioInput == EVisAVisAudioInput::Pushed && bPushedIsMixed);
	Options.FramesPerSecond = FramesPerSecond;
	Options.LookAhead = LookAhead;
	Options.Seed = Seed;
	Options.PoseText = PoseText;
	Options.Placement = ReadPlacement();
	Options.StyleA = StyleA;
	Options.StyleB = StyleB;
	Options.FirstSpeaker = FirstSpeaker;
	Options.SampleRate = PushedSampleRate;
	if (!PrepareTracks(Options.SampleRate))
	{
		return false;
	}
	if (AudioInput == EVisAVisAudioInput::Submix)
	{
		SubmixTap = FVisAVisSubmixTap::Open(*this, Submix);
		if (!SubmixTap.IsValid())
		{
			return false;
		}
		Options.SampleRate = SubmixTap->GetSampleRate();
	}
	Session = FVisAVisSession::Open(Options);
	if (!Session.IsValid())
	{
		StopConversation();
		return false;
	}
	LastPlacement = Options.Placement;
	if (SubmixTap.IsValid())
	{
		SubmixTap->SetSession(Session);
	}
	Publish();
	return true;
}

void UVisAVisConversationComponent::PlayBaked(UVisAVisBakedFace* FaceA, UVisAVisBakedFace* FaceB)
{
	StopConversation();
	if (VisAVisCore::Api() == nullptr)
	{
		UE_LOG(LogVisAVis, Error, TEXT("%s: nothing can be played: the client library was not found."), *GetName());
		return;
	}
	int32 SampleRate = PushedSampleRate;
	if (AudioInput == EVisAVisAudioInput::SoundWaves || AudioInput == EVisAVisAudioInput::MixedSoundWave)
	{
		PrepareTracks(SampleRate);
	}
	for (const UVisAVisBakedFace* Face : {FaceA, FaceB})
	{
		DurationSeconds = FMath::Max(DurationSeconds, Face != nullptr ? static_cast<double>(Face->GetDuration()) : 0.0);
	}
	Session = FVisAVisSession::OpenBaked(FaceA, FaceB, ReadPlacement().Get(FVisAVisPlacement()));
	bSoundFinished = true;
	Publish();
	PlaySounds();
}

void UVisAVisConversationComponent::Publish()
{
	IVisAVisModule::Get().AddSession(ConversationName, Session.ToSharedRef());
	IModularFeatures& Features = IModularFeatures::Get();
	if (bPublishToLiveLink && Features.IsModularFeatureAvailable(ILiveLinkClient::ModularFeatureName))
	{
		LiveLinkSource = MakeShared<FVisAVisLiveLinkSource>(ConversationName);
		Features.GetModularFeature<ILiveLinkClient>(ILiveLinkClient::ModularFeatureName).AddSource(LiveLinkSource);
	}
}

void UVisAVisConversationComponent::StopConversation()
{
	StopSounds();
	if (SubmixTap.IsValid())
	{
		SubmixTap->Close();
		SubmixTap.Reset();
	}
	if (LiveLinkSource.IsValid())
	{
		IModularFeatures& Features = IModularFeatures::Get();
		if (Features.IsModularFeatureAvailable(ILiveLinkClient::ModularFeatureName))
		{
			Features.GetModularFeature<ILiveLinkClient>(ILiveLinkClient::ModularFeatureName).RemoveSource(LiveLinkSource);
		}
		LiveLinkSource.Reset();
	}
	Session.Reset();
	Clock.Reset();
	Tracks.Empty();
	LastPlacement.Reset();
	PlaybackSeconds = 0.0;
	DurationSeconds = 0.0;
	LiveSeconds = 0.0;
	WaitedSeconds = 0.0;
	bPlaying = false;
	bSoundFinished = false;
	bEndAnnounced = false;
}

bool UVisAVisConversationComponent::PrepareTracks(int32& OutSampleRate)
{
	if (AudioInput == EVisAVisAudioInput::SoundWaves)
	{
		if (VoiceA == nullptr || VoiceB == nullptr)
		{
			UE_LOG(LogVisAVis, Error, TEXT("%s: Voice A and Voice B are needed."), *GetName());
			return false;
		}
		OutSampleRate = 0;
		return AddTrack(VoiceA, EVisAVisParticipant::A, OutSampleRate) && AddTrack(VoiceB, EVisAVisParticipant::B, OutSampleRate);
	}
	if (AudioInput == EVisAVisAudioInput::MixedSoundWave)
	{
		if (MixedVoices == nullptr)
		{
			UE_LOG(LogVisAVis, Error, TEXT("%s: Mixed Voices is needed."), *GetName());
			return false;
		}
		OutSampleRate = 0;
		return AddTrack(MixedVoices, EVisAVisParticipant::Mixed, OutSampleRate);
	}
	return true;
}

bool UVisAVisConversationComponent::AddTrack(USoundWave* Sound, EVisAVisParticipant Participant, int32& InOutSampleRate)
{
	FTrack Track;
	Track.Participant = Participant;
	int32 Rate = 0;
	if (!VisAVisAudio::Decode(*Sound, Track.Samples, Rate))
	{
		return false;
	}
	const int32 Wanted = InOutSampleRate > 0 ? InOutSampleRate : FMath::Clamp(Rate, VisAVisAudio::LowestRate, VisAVisAudio::HighestRate);
	if (Rate != Wanted)
	{
		TArray<float> Resampled;
		VisAVisAudio::Resample(Track.Samples, Rate, Wanted, Resampled);
		Track.Samples = MoveTemp(Resampled);
	}
	InOutSampleRate = Wanted;
	DurationSeconds = FMath::Max(DurationSeconds, static_cast<double>(Track.Samples.Num()) / Wanted);
	Tracks.Add(MoveTemp(Track));
	return true;
}

void UVisAVisConversationComponent::PlaySounds()
{
	bPlaying = true;
	Clock = MakeShared<FVisAVisPlaybackClock>();
	const auto Play = [this](USoundWave* Sound, AActor* Speaker)
	{
		if (Sound == nullptr)
		{
			return;
		}
		USceneComponent* At = Speaker != nullptr ? Speaker->GetRootComponent() : nullptr;
		UAudioComponent* Audio = UGameplayStatics::CreateSound2D(this, Sound);
		if (Audio == nullptr)
		{
			return;
		}
		// It pauses with the game, as the faces do.
		Audio->bIsUISound = false;
		if (At != nullptr)
		{
			Audio->bAllowSpatialization = true;
			Audio->AttachToComponent(At, FAttachmentTransformRules::SnapToTargetNotIncludingScale);
		}
		if (AudioComponents.Num() == 0)
		{
			// The first sound leads the clock. Whether it tells how far it is, is settled when it begins to play.
			const float Duration = Sound->GetDuration();
			const TWeakPtr<FVisAVisPlaybackClock> Led = Clock;
			Audio->OnAudioPlaybackPercentNative.AddLambda([Led, Duration](const UAudioComponent*, const USoundWave*, const float Percent)
			{
				if (const TSharedPtr<FVisAVisPlaybackClock> Pinned = Led.Pin())
				{
					Pinned->Observe(static_cast<double>(Percent) * Duration);
				}
			});
		}
		Audio->Play();
		AudioComponents.Add(Audio);
	};
	if (AudioInput == EVisAVisAudioInput::SoundWaves)
	{
		Play(VoiceA, ActorA);
		Play(VoiceB, ActorB);
	}
	else if (AudioInput == EVisAVisAudioInput::MixedSoundWave)
	{
		Play(MixedVoices, nullptr);
	}
}

void UVisAVisConversationComponent::StopSounds()
{
	for (const TObjectPtr<UAudioComponent>& Audio : AudioComponents)
	{
		if (Audio != nullptr)
		{
			Audio->Stop();
		}
	}
	AudioComponents.Empty();
}

void UVisAVisConversationComponent::TickComponent(float DeltaTime, ELevelTick TickType, FActorComponentTickFunction* ThisTickFunction)
{
	Super::TickComponent(DeltaTime, TickType, ThisTickFunction);
	if (!Session.IsValid())
	{
		return;
	}
	PushTracks();
	UpdatePlacement();
	AdvanceClock(DeltaTime);
	if (PlaybackSeconds >= 0.0)
	{
		Session->Update(PlaybackSeconds);
	}
	if (LiveLinkSource.IsValid())
	{
		// Live Link itself asks its sources before the world ticks: that would be a frame later.
		LiveLinkSource->Update();
	}
	const TSharedPtr<FVisAVisSession> Current = Session;
	DispatchEvents();
	if (Session != Current)
	{
		return;
	}
	const bool bKnownEnd = DurationSeconds > 0.0;
	if (bKnownEnd && bPlaying && !bEndAnnounced && PlaybackSeconds >= DurationSeconds)
	{
		bEndAnnounced = true;
		OnFinished.Broadcast();
	}
}

void UVisAVisConversationComponent::PushTracks()
{
	bool bAllPushed = true;
	for (FTrack& Track : Tracks)
	{
		while (Track.Pushed < Track.Samples.Num())
		{
			const int32 Count = FMath::Min(PushedAtOnce, Track.Samples.Num() - Track.Pushed);
			const int32 Taken = Session->PushAudio(Track.Participant, Track.Samples.GetData() + Track.Pushed, Count);
			Track.Pushed += Taken;
			if (Taken < Count)
			{
				break;
			}
		}
		bAllPushed &= Track.Pushed == Track.Samples.Num();
	}
	if (Tracks.Num() > 0 && bAllPushed && !bSoundFinished)
	{
		bSoundFinished = true;
		Session->Finish();
	}
}

void UVisAVisConversationComponent::AdvanceClock(float DeltaTime)
{
	const UVisAVisSettings& Settings = UVisAVisSettings::Get();
	if (bPlaying)
	{
		PlaybackSeconds = Clock->Advance(DeltaTime);
		return;
	}
	switch (AudioInput)
	{
	case EVisAVisAudioInput::Submix:
		if (!Clock.IsValid())
		{
			Clock = MakeShared<FVisAVisPlaybackClock>();
		}
		Clock->Observe(SubmixTap->GetSeconds() - Settings.LiveDelaySeconds);
		PlaybackSeconds = Clock->Advance(DeltaTime);
		break;
	case EVisAVisAudioInput::Pushed:
		LiveSeconds += DeltaTime;
		if (!bSoundFinished && LiveSeconds > PushedGrace)
		{
			Session->PushClock(LiveSeconds - PushedGrace);
		}
		PlaybackSeconds = LiveSeconds - PushedGrace - Settings.LiveDelaySeconds;
		break;
	default:
		// Sound and faces begin together, once a little of them is there; a service that cannot be reached does not hold up the sound.
		WaitedSeconds += DeltaTime;
		if (Session->GetReadySeconds() >= FMath::Min<double>(Settings.StartBufferSeconds, DurationSeconds))
		{
			PlaySounds();
		}
		else if (WaitedSeconds > Settings.ConnectTimeoutSeconds)
		{
			UE_LOG(LogVisAVis, Warning, TEXT("%s: no faces have come; the sound begins without them."), *GetName());
			PlaySounds();
		}
		break;
	}
}

TOptional<FVisAVisPlacement> UVisAVisConversationComponent::ReadPlacement() const
{
	if (ActorA != nullptr && ActorB != nullptr)
	{
		return FVisAVisPlacement::FromActors(ActorA->GetActorTransform(), ActorB->GetActorTransform(), EyeHeightA, EyeHeightB);
	}
	return TOptional<FVisAVisPlacement>();
}

void UVisAVisConversationComponent::UpdatePlacement()
{
	if (PlacementThreshold <= 0.0f || !LastPlacement.IsSet())
	{
		return;
	}
	const TOptional<FVisAVisPlacement> Now = ReadPlacement();
	if (!Now.IsSet())
	{
		return;
	}
	const FVisAVisPlacement& Old = LastPlacement.GetValue();
	const FVisAVisPlacement& New = Now.GetValue();
	const double Moved = FMath::Max3(FVector::Dist(Old.ConversationToWorld.GetLocation(), New.ConversationToWorld.GetLocation()),
		100.0 * FMath::Abs(Old.Distance - New.Distance),
		FMath::RadiansToDegrees(Old.ConversationToWorld.GetRotation().AngularDistance(New.ConversationToWorld.GetRotation())));
	const double Turned = FMath::Max(FMath::Abs(FMath::FindDeltaAngleDegrees(Old.YawA, New.YawA)), FMath::Abs(FMath::FindDeltaAngleDegrees(Old.YawB, New.YawB)));
	if (FMath::Max(Moved, Turned) > PlacementThreshold)
	{
		LastPlacement = Now;
		// The actors are there already: the stream follows at once.
		Session->PushPlacement(New, 0.0);
	}
}

void UVisAVisConversationComponent::DispatchEvents()
{
	FVisAVisEvent Event;
	// An event may stop or restart the conversation: the one it came from is kept until the loop is over.
	const TSharedPtr<FVisAVisSession> Current = Session;
	while (Session == Current && Current->NextEvent(Event))
	{
		switch (Event.Kind)
		{
		case FVisAVisEvent::EKind::Opened:
			UE_LOG(LogVisAVis, Log, TEXT("%s: conversation %s opened"), *GetName(), *Event.Text);
			OnOpened.Broadcast(Event.Text);
			break;
		case FVisAVisEvent::EKind::TurnBegan: OnTurnBegan.Broadcast(Event.Participant, Event.TimeSeconds); break;
		case FVisAVisEvent::EKind::TurnEnded: OnTurnEnded.Broadcast(Event.Participant, Event.TimeSeconds); break;
		case FVisAVisEvent::EKind::OverlapBegan: OnOverlapBegan.Broadcast(Event.Participant, Event.TimeSeconds); break;
		case FVisAVisEvent::EKind::Backchannel: OnBackchannel.Broadcast(Event.Participant, Event.TimeSeconds); break;
		case FVisAVisEvent::EKind::Notice:
			UE_LOG(LogVisAVis, Log, TEXT("%s: %s (%s)"), *GetName(), *Event.Text, *Event.Code);
			OnNotice.Broadcast(Event.Code, Event.Text);
			break;
		case FVisAVisEvent::EKind::PoseRead: OnPoseRead.Broadcast(Event.Text, Event.Confidence); break;
		case FVisAVisEvent::EKind::Disconnected:
			UE_LOG(LogVisAVis, Warning, TEXT("%s: connection lost: %s"), *GetName(), *Event.Text);
			OnDisconnected.Broadcast(Event.Text);
			break;
		case FVisAVisEvent::EKind::Resumed: OnResumed.Broadcast(); break;
		case FVisAVisEvent::EKind::Finished:
			// With sound waves the end is when the sound has been heard.
			if (DurationSeconds <= 0.0 && !bEndAnnounced)
			{
				bEndAnnounced = true;
				OnFinished.Broadcast();
			}
			break;
		case FVisAVisEvent::EKind::Failed:
			UE_LOG(LogVisAVis, Error, TEXT("%s: %s"), *GetName(), *Event.Text);
			OnFailed.Broadcast(Event.Text);
			break;
		}
	}
}

int32 UVisAVisConversationComponent::PushAudio(EVisAVisParticipant Participant, const TArray<float>& Samples)
{
	if (!Session.IsValid() || AudioInput != EVisAVisAudioInput::Pushed)
	{
		UE_LOG(LogVisAVis, Warning, TEXT("%s: sound can be pushed only into a started conversation whose Audio Input is Pushed."), *GetName());
		return 0;
	}
	return Session->PushAudio(Participant, Samples.GetData(), Samples.Num());
}

void UVisAVisConversationComponent::FinishConversation()
{
	if (Session.IsValid() && !bSoundFinished)
	{
		bSoundFinished = true;
		Session->Finish();
	}
}

bool UVisAVisConversationComponent::AddRoleSpan(EVisAVisParticipant Participant, double StartSeconds, double EndSeconds)
{
	return Session.IsValid() && Session->PushRole(Participant, StartSeconds, EndSeconds);
}

bool UVisAVisConversationComponent::SetPoseText(const FString& Text)
{
	PoseText = Text;
	return Session.IsValid() && Session->PushPoseText(Text);
}

bool UVisAVisConversationComponent::SetGazeObject(FName Name, FVector WorldPosition, float Salience)
{
	return Session.IsValid() && Session->PushObject(Name, WorldPosition, Salience);
}

bool UVisAVisConversationComponent::RemoveGazeObject(FName Name)
{
	return Session.IsValid() && Session->RemoveObject(Name);
}

FVisAVisFacePose UVisAVisConversationComponent::GetFacePose(EVisAVisParticipant Participant) const
{
	return Session.IsValid() ? Session->GetPose(Participant) : FVisAVisFacePose();
}

EVisAVisState UVisAVisConversationComponent::GetState() const
{
	return Session.IsValid() ? Session->GetState() : EVisAVisState::Idle;
}

FVisAVisStatistics UVisAVisConversationComponent::GetStatistics() const
{
	return Session.IsValid() ? Session->GetStatistics() : FVisAVisStatistics();
}
