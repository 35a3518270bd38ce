#pragma once

#include "CoreMinimal.h"
#include "VisAVisTypes.h"

class UVisAVisBakedFace;

/** Where the two stand, and how the conversation's space lies in the world. */
struct VISAVIS_API FVisAVisPlacement
{
	/** World from the conversation's space in Unreal axes: origin on the floor between the two, A towards B along -Y. */
	FTransform ConversationToWorld = FTransform::Identity;
	/** Metres between the two. */
	double Distance = 1.2;
	/** Which way each faces, degrees: 90 faces from A to B, -90 back. */
	double YawA = 90.0;
	double YawB = -90.0;
	/** Height of the eyes above the floor, metres. */
	double EyeHeightA = 1.6;
	double EyeHeightB = 1.6;

	/** From where two actors stand and which way they face. Eye heights in centimetres above the actors' feet. */
	static FVisAVisPlacement FromActors(const FTransform& A, const FTransform& B, double EyeHeightA, double EyeHeightB);
};

/** Everything that is settled when a session opens. */
struct VISAVIS_API FVisAVisSessionOptions
{
	FString Address;
	int32 SampleRate = 16000;
	bool bMixed = false;
	int32 FramesPerSecond = 30;
	EVisAVisLookAhead LookAhead = EVisAVisLookAhead::Live;
	int64 Seed = 0;
	FString PoseText;
	TOptional<FVisAVisPlacement> Placement;
	FVisAVisStyle StyleA;
	FVisAVisStyle StyleB;
	EVisAVisParticipant FirstSpeaker = EVisAVisParticipant::A;
};

/** Something that happened in a conversation. */
struct VISAVIS_API FVisAVisEvent
{
	enum class EKind : uint8
	{
		Opened,
		TurnBegan,
		TurnEnded,
		OverlapBegan,
		Backchannel,
		Notice,
		PoseRead,
		Disconnected,
		Resumed,
		Finished,
		Failed
	};
	EKind Kind = EKind::Notice;
	EVisAVisParticipant Participant = EVisAVisParticipant::Mixed;
	double TimeSeconds = 0.0;
	float Confidence = 0.0f;
	FString Code;
	FString Text;
};

/**
 * One conversation with the service (or one baked recording): sound goes in, faces come out by audio time. Plain C++, no UObject;
 * the components and the Live Link source share it. Everything but PushAudio is for the game thread.
 */
class VISAVIS_API FVisAVisSession
{
public:
	/** Opens a conversation; null when the client core is missing or refuses the options (the log says why). */
	static TSharedPtr<FVisAVisSession> Open(const FVisAVisSessionOptions& Options);
	/** Plays two baked faces; either may be null. */
	static TSharedRef<FVisAVisSession> OpenBaked(const UVisAVisBakedFace* FaceA, const UVisAVisBakedFace* FaceB,
		const FVisAVisPlacement& Placement);
	~FVisAVisSession();
	FVisAVisSession(const FVisAVisSession&) = delete;
	FVisAVisSession& operator=(const FVisAVisSession&) = delete;

	/** Mono samples in [-1, 1] that continue a track. Any thread. Returns how many found room. */
	int32 PushAudio(EVisAVisParticipant Participant, const float* Samples, int32 Count);
	/** "Silence up to here", on every track. Any thread. */
	void PushClock(double Seconds);
	/** Somebody is known to speak from start to end, seconds of audio time. */
	bool PushRole(EVisAVisParticipant Participant, double StartSeconds, double EndSeconds);
	/** English, at most 512 characters, about both people. */
	bool PushPoseText(const FString& Text);
	/** New places as numbers, taken in so many seconds (below 0: the service's default). */
	bool PushPlacement(const FVisAVisPlacement& Placement, double TransitionSeconds);
	/** Names something that can be glanced at, in the world, centimetres. */
	bool PushObject(FName Name, const FVector& WorldPosition, float Salience);
	bool RemoveObject(FName Name);
	/** No more sound: what is owed still comes. */
	void Finish();

	/** Shows the moment `PlaybackSeconds` of audio time: both poses are brought up to it. Once a frame. */
	void Update(double PlaybackSeconds);
	/** The next thing that happened; false when there is none. */
	bool NextEvent(FVisAVisEvent& OutEvent);

	EVisAVisState GetState() const;
	/** As of the last Update. */
	const FVisAVisFacePose& GetPose(EVisAVisParticipant Participant) const;
	double GetPlaybackSeconds() const { return PlaybackSeconds; }
	/** Seconds of audio time for which faces have come. */
	double GetReadySeconds() const;
	int32 GetFramesPerSecond() const { return FramesPerSecond; }
	int32 GetSampleRate() const { return SampleRate; }
	const FVisAVisPlacement& GetPlacement() const { return Placement; }
	FVisAVisStatistics GetStatistics() const;

	/** A session's own state: what the client core gave out, unread by others. */
	struct FHandles;
	const FHandles& GetHandles() const { return *Handles; }

private:
	FVisAVisSession();
	void UpdateBaked(int32 Person);

	TUniquePtr<FHandles> Handles;
	FVisAVisFacePose Poses[2];
	FVisAVisPlacement Placement;
	double PlaybackSeconds = 0.0;
	int32 FramesPerSecond = 30;
	int32 SampleRate = 16000;
};
