#pragma once

#include "CoreMinimal.h"
#include "Components/ActorComponent.h"
#include "VisAVisSession.h"
#include "VisAVisTypes.h"

#include "VisAVisConversationComponent.generated.h"

class FVisAVisLiveLinkSource;
class FVisAVisPlaybackClock;
class FVisAVisSubmixTap;
class UAudioComponent;
class USoundSubmix;
class USoundWave;
class UVisAVisBakedFace;

DECLARE_DYNAMIC_MULTICAST_DELEGATE_OneParam(FVisAVisTextEvent, const FString&, Text);
DECLARE_DYNAMIC_MULTICAST_DELEGATE_TwoParams(FVisAVisTurnEvent, EVisAVisParticipant, Participant, double, TimeSeconds);
DECLARE_DYNAMIC_MULTICAST_DELEGATE_TwoParams(FVisAVisNoticeEvent, const FString&, Code, const FString&, Message);
DECLARE_DYNAMIC_MULTICAST_DELEGATE_TwoParams(FVisAVisPoseReadEvent, const FString&, Reading, float, Confidence);
DECLARE_DYNAMIC_MULTICAST_DELEGATE(FVisAVisSimpleEvent);

/**
 * Two people in conversation. Drop one into a level, give it two sounds and two actors, press Play.
 * Faces follow: over Live Link (MetaHumans) or with a Vis-a-Vis Face component on each character.
 */
UCLASS(ClassGroup = (VisAVis), meta = (BlueprintSpawnableComponent, DisplayName = "Vis-a-Vis Conversation"))
class VISAVIS_API UVisAVisConversationComponent : public UActorComponent
{
	GENERATED_BODY()

public:
	UVisAVisConversationComponent();

	// ---- settings -----------------------------------------------------------------------------------------------

	/** Name of this conversation: the Live Link subjects are called after it, and faces find it by it. */
	UPROPERTY(EditAnywhere, BlueprintReadWrite, Category = "Vis-a-Vis")
	FName ConversationName = TEXT("VisAVis");

	/** Start as soon as the level plays. */
	UPROPERTY(EditAnywhere, BlueprintReadWrite, Category = "Vis-a-Vis")
	bool bAutoStart = true;

	/** Give both faces to Live Link, for MetaHumans and everything else that listens to it. */
	UPROPERTY(EditAnywhere, BlueprintReadWrite, Category = "Vis-a-Vis")
	bool bPublishToLiveLink = true;

	/** Where the sound comes from. */
	UPROPERTY(EditAnywhere, BlueprintReadWrite, Category = "Sound")
	EVisAVisAudioInput AudioInput = EVisAVisAudioInput::SoundWaves;

	/** A's voice. */
	UPROPERTY(EditAnywhere, BlueprintReadWrite, Category = "Sound", meta = (EditCondition = "AudioInput == EVisAVisAudioInput::SoundWaves"))
	TObjectPtr<USoundWave> VoiceA;

	/** B's voice. */
	UPROPERTY(EditAnywhere, BlueprintReadWrite, Category = "Sound", meta = (EditCondition = "AudioInput == EVisAVisAudioInput::SoundWaves"))
	TObjectPtr<USoundWave> VoiceB;

	/** Both voices in one recording. */
	UPROPERTY(EditAnywhere, BlueprintReadWrite, Category = "Sound", meta = (EditCondition = "AudioInput == EVisAVisAudioInput::MixedSoundWave"))
	TObjectPtr<USoundWave> MixedVoices;

	/** The submix to listen to; none means the main one. */
	UPROPERTY(EditAnywhere, BlueprintReadWrite, Category = "Sound", meta = (EditCondition = "AudioInput == EVisAVisAudioInput::Submix"))
	TObjectPtr<USoundSubmix> Submix;

	/** Samples a second of pushed sound, 8000 to 48000. */
	UPROPERTY(EditAnywhere, BlueprintReadWrite, Category = "Sound", meta = (ClampMin = "8000", ClampMax = "48000", EditCondition = "AudioInput == EVisAVisAudioInput::Pushed"))
	int32 PushedSampleRate = 16000;

	/** Pushed sound is one track with both voices. */
	UPROPERTY(EditAnywhere, BlueprintReadWrite, Category = "Sound", meta = (EditCondition = "AudioInput == EVisAVisAudioInput::Pushed"))
	bool bPushedIsMixed = false;

	/** Whose voice is heard first in mixed sound. */
	UPROPERTY(EditAnywhere, BlueprintReadWrite, Category = "Sound")
	EVisAVisParticipant FirstSpeaker = EVisAVisParticipant::A;

	/** How the two stand, as a sentence: "they lean in close, he looks up at her". Empty: as the actors stand. */
	UPROPERTY(EditAnywhere, BlueprintReadWrite, Category = "Scene", meta = (MultiLine = "true"))
	FString PoseText;

	/** The character that is person A. Where it stands and faces is where A stands and faces. */
	UPROPERTY(EditAnywhere, BlueprintReadWrite, Category = "Scene")
	TObjectPtr<AActor> ActorA;

	/** The character that is person B. */
	UPROPERTY(EditAnywhere, BlueprintReadWrite, Category = "Scene")
	TObjectPtr<AActor> ActorB;

	/** Height of A's eyes above A's feet, centimetres. */
	UPROPERTY(EditAnywhere, BlueprintReadWrite, Category = "Scene", meta = (ClampMin = "30", ClampMax = "250"))
	float EyeHeightA = 160.0f;

	/** Height of B's eyes above B's feet, centimetres. */
	UPROPERTY(EditAnywhere, BlueprintReadWrite, Category = "Scene", meta = (ClampMin = "30", ClampMax = "250"))
	float EyeHeightB = 160.0f;

	/** Tell the service when an actor has moved more than so many centimetres, or turned as many degrees. 0: never. */
	UPROPERTY(EditAnywhere, BlueprintReadWrite, Category = "Scene", meta = (ClampMin = "0"))
	float PlacementThreshold = 5.0f;

	/** How much of the future a frame may hear. */
	UPROPERTY(EditAnywhere, BlueprintReadWrite, Category = "Behaviour")
	EVisAVisLookAhead LookAhead = EVisAVisLookAhead::Live;

	/** Frames a second from the service: 24, 25, 30, 50 or 60. What is shown is interpolated. */
	UPROPERTY(EditAnywhere, BlueprintReadWrite, Category = "Behaviour")
	int32 FramesPerSecond = 30;

	/** Chance, made repeatable: same sound, same settings, same seed, same faces. */
	UPROPERTY(EditAnywhere, BlueprintReadWrite, Category = "Behaviour")
	int64 Seed = 0;

	/** How A behaves. */
	UPROPERTY(EditAnywhere, BlueprintReadWrite, Category = "Behaviour")
	FVisAVisStyle StyleA;

	/** How B behaves. */
	UPROPERTY(EditAnywhere, BlueprintReadWrite, Category = "Behaviour")
	FVisAVisStyle StyleB;

	/** Another service than the project's, "host:port". Empty: the project's. */
	UPROPERTY(EditAnywhere, BlueprintReadWrite, Category = "Vis-a-Vis", AdvancedDisplay)
	FString ServiceAddress;

	// ---- events -------------------------------------------------------------------------------------------------

	/** Faces begin to come. Text is the conversation's identifier in the service's log. */
	UPROPERTY(BlueprintAssignable, Category = "Vis-a-Vis")
	FVisAVisTextEvent OnOpened;

	/** Somebody began to speak. */
	UPROPERTY(BlueprintAssignable, Category = "Vis-a-Vis")
	FVisAVisTurnEvent OnTurnBegan;

	/** Somebody stopped speaking. */
	UPROPERTY(BlueprintAssignable, Category = "Vis-a-Vis")
	FVisAVisTurnEvent OnTurnEnded;

	/** Both began to speak, or one broke in. */
	UPROPERTY(BlueprintAssignable, Category = "Vis-a-Vis")
	FVisAVisTurnEvent OnOverlapBegan;

	/** A short sound of listening while the other speaks. */
	UPROPERTY(BlueprintAssignable, Category = "Vis-a-Vis")
	FVisAVisTurnEvent OnBackchannel;

	/** Something worth telling that is no error. */
	UPROPERTY(BlueprintAssignable, Category = "Vis-a-Vis")
	FVisAVisNoticeEvent OnNotice;

	/** What was understood of the pose text. Below a confidence of 0.5 it is a guess. */
	UPROPERTY(BlueprintAssignable, Category = "Vis-a-Vis")
	FVisAVisPoseReadEvent OnPoseRead;

	/** The connection was lost. It is sought again by itself; Text says why. */
	UPROPERTY(BlueprintAssignable, Category = "Vis-a-Vis")
	FVisAVisTextEvent OnDisconnected;

	/** The connection was found again. */
	UPROPERTY(BlueprintAssignable, Category = "Vis-a-Vis")
	FVisAVisSimpleEvent OnResumed;

	/** The conversation was played to its end. */
	UPROPERTY(BlueprintAssignable, Category = "Vis-a-Vis")
	FVisAVisSimpleEvent OnFinished;

	/** The conversation was refused or given up; Text says why. */
	UPROPERTY(BlueprintAssignable, Category = "Vis-a-Vis")
	FVisAVisTextEvent OnFailed;

	// ---- functions ----------------------------------------------------------------------------------------------

	/** Starts the conversation, from its beginning. */
	UFUNCTION(BlueprintCallable, Category = "Vis-a-Vis", meta = (ToolTip = "Starts the conversation, from its beginning. True when it could be opened; it connects by itself."))
	bool StartConversation();

	/** Stops it at once. */
	UFUNCTION(BlueprintCallable, Category = "Vis-a-Vis", meta = (ToolTip = "Stops the conversation and its sound at once."))
	void StopConversation();

	/** Plays two faces that were baked before. */
	UFUNCTION(BlueprintCallable, Category = "Vis-a-Vis", meta = (ToolTip = "Plays two faces that were baked before, with this component's sounds. No service is needed."))
	void PlayBaked(UVisAVisBakedFace* FaceA, UVisAVisBakedFace* FaceB);

	/** Sound for AudioInput Pushed. */
	UFUNCTION(BlueprintCallable, Category = "Vis-a-Vis", meta = (ToolTip = "Continues a person's track with mono samples from -1 to 1. Returns how many found room; offer the rest again later."))
	int32 PushAudio(EVisAVisParticipant Participant, const TArray<float>& Samples);

	/** Ends pushed or heard sound. */
	UFUNCTION(BlueprintCallable, Category = "Vis-a-Vis", meta = (ToolTip = "No more sound will come: faces that are owed are still shown, then On Finished follows."))
	void FinishConversation();

	/** Labels time. */
	UFUNCTION(BlueprintCallable, Category = "Vis-a-Vis", meta = (ToolTip = "Says that somebody speaks from start to end, in seconds of the conversation. A game that knows whose line it plays gets exact roles."))
	bool AddRoleSpan(EVisAVisParticipant Participant, double StartSeconds, double EndSeconds);

	/** Changes how the two stand. */
	UFUNCTION(BlueprintCallable, Category = "Vis-a-Vis", meta = (ToolTip = "Changes how the two stand by a sentence, such as 'she takes a step back'. On Pose Read tells what was understood."))
	bool SetPoseText(const FString& Text);

	/** Adds something to glance at. */
	UFUNCTION(BlueprintCallable, Category = "Vis-a-Vis", meta = (ToolTip = "Adds or moves something that the two may glance at. Salience: 0 never, 1 as much as the partner; below 0 the service's default."))
	bool SetGazeObject(FName Name, FVector WorldPosition, float Salience = -1.0f);

	/** Removes it. */
	UFUNCTION(BlueprintCallable, Category = "Vis-a-Vis", meta = (ToolTip = "Removes something that could be glanced at."))
	bool RemoveGazeObject(FName Name);

	/** One person's face now. */
	UFUNCTION(BlueprintPure, Category = "Vis-a-Vis", meta = (ToolTip = "One person's face at the moment that is shown."))
	FVisAVisFacePose GetFacePose(EVisAVisParticipant Participant) const;

	/** How it is doing. */
	UFUNCTION(BlueprintPure, Category = "Vis-a-Vis", meta = (ToolTip = "How the conversation is doing."))
	EVisAVisState GetState() const;

	/** Figures. */
	UFUNCTION(BlueprintPure, Category = "Vis-a-Vis", meta = (ToolTip = "Frames, late frames, reconnects, buffer and bytes so far."))
	FVisAVisStatistics GetStatistics() const;

	/** The moment shown. */
	UFUNCTION(BlueprintPure, Category = "Vis-a-Vis", meta = (ToolTip = "The moment of the conversation that is shown, seconds."))
	double GetPlaybackSeconds() const { return PlaybackSeconds; }

	/** The session behind it, null while nothing goes on. */
	TSharedPtr<FVisAVisSession> GetSession() const { return Session; }

	//~ UActorComponent
	virtual void BeginPlay() override;
	virtual void EndPlay(const EEndPlayReason::Type EndPlayReason) override;
	virtual void TickComponent(float DeltaTime, ELevelTick TickType, FActorComponentTickFunction* ThisTickFunction) override;

private:
	/** One sound wave on its way to the service. */
	struct FTrack
	{
		EVisAVisParticipant Participant = EVisAVisParticipant::Mixed;
		TArray<float> Samples;
		int32 Pushed = 0;
	};

	bool PrepareTracks(int32& OutSampleRate);
	bool AddTrack(USoundWave* Sound, EVisAVisParticipant Participant, int32& InOutSampleRate);
	void PlaySounds();
	void StopSounds();
	void PushTracks();
	void AdvanceClock(float DeltaTime);
	void UpdatePlacement();
	void DispatchEvents();
	TOptional<FVisAVisPlacement> ReadPlacement() const;
	void Publish();

	UPROPERTY(Transient)
	TArray<TObjectPtr<UAudioComponent>> AudioComponents;

	TSharedPtr<FVisAVisSession> Session;
	TSharedPtr<FVisAVisLiveLinkSource> LiveLinkSource;
	TSharedPtr<FVisAVisSubmixTap> SubmixTap;
	TArray<FTrack> Tracks;
	TOptional<FVisAVisPlacement> LastPlacement;
	TSharedPtr<FVisAVisPlaybackClock> Clock;
	double PlaybackSeconds = 0.0;
	double DurationSeconds = 0.0;
	double LiveSeconds = 0.0;
	double WaitedSeconds = 0.0;
	bool bPlaying = false;
	bool bSoundFinished = false;
	bool bEndAnnounced = false;
};
