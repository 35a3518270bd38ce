#pragma once

#include "CoreMinimal.h"

#include "VisAVisTypes.generated.h"

/** One of the two people of a conversation. */
UENUM(BlueprintType)
enum class EVisAVisParticipant : uint8
{
	/** Nobody in particular: the one track that carries both voices. */
	Mixed = 0,
	/** The first person. */
	A = 1,
	/** The second person. */
	B = 2
};

/** How much of the future a frame may hear: more looks better, and comes later. */
UENUM(BlueprintType)
enum class EVisAVisLookAhead : uint8
{
	/** What the service was started with. */
	ServiceDefault = 0,
	/** At most 200 ms: for live voices. */
	Live = 1,
	/** At most 500 ms. */
	Balanced = 2,
	/** The whole recording: faces come after all of the sound was sent. */
	Offline = 3
};

/** Where a conversation's sound comes from. */
UENUM(BlueprintType)
enum class EVisAVisAudioInput : uint8
{
	/** One sound wave per person. The component plays them. */
	SoundWaves,
	/** One sound wave with both voices. The component plays it. */
	MixedSoundWave,
	/** What a submix plays, both voices mixed. */
	Submix,
	/** Samples pushed by Blueprint or C++, for example from a text-to-speech service. */
	Pushed
};

/** How a conversation is doing. */
UENUM(BlueprintType)
enum class EVisAVisState : uint8
{
	/** Not started, or stopped. */
	Idle,
	/** Looking for the service. */
	Connecting,
	/** Faces are coming. */
	Streaming,
	/** The connection was lost; it is being sought again. */
	Reconnecting,
	/** All of the sound was sent and all faces have come. */
	Finished,
	/** Refused, or given up; the log and On Failed have the reason. */
	Failed,
	/** Playing a recording that was baked before; no service is needed. */
	Baked
};

/** What somebody looks at. */
UENUM(BlueprintType)
enum class EVisAVisGaze : uint8
{
	/** Nothing is known yet. */
	None = 0,
	/** The partner's eyes. */
	PartnerEyes = 1,
	/** The partner's mouth. */
	PartnerMouth = 2,
	/** Away from the partner. */
	Averted = 3,
	/** A named object of the scene. */
	Object = 4
};

/** How one person's face is to behave. */
USTRUCT(BlueprintType)
struct VISAVIS_API FVisAVisStyle
{
	GENERATED_BODY()

	/** Size of mouth movement. */
	UPROPERTY(EditAnywhere, BlueprintReadWrite, Category = "Vis-a-Vis", meta = (ClampMin = "0", ClampMax = "2"))
	float Articulation = 1.0f;

	/** Size of expression, brow and head movement. */
	UPROPERTY(EditAnywhere, BlueprintReadWrite, Category = "Vis-a-Vis", meta = (ClampMin = "0", ClampMax = "2"))
	float Liveliness = 1.0f;

	/** Lasting mood, from displeased to pleased. */
	UPROPERTY(EditAnywhere, BlueprintReadWrite, Category = "Vis-a-Vis", meta = (ClampMin = "-1", ClampMax = "1"))
	float Mood = 0.0f;
};

/** One person's face at one moment, in Unreal's axes. */
USTRUCT(BlueprintType)
struct VISAVIS_API FVisAVisFacePose
{
	GENERATED_BODY()

	/** The 52 ARKit weights in Apple's order (see Get ARKit Names), each from 0 to 1. */
	UPROPERTY(BlueprintReadOnly, Category = "Vis-a-Vis")
	TArray<float> Weights;

	/** Which way the body faces, lean included, in the world. */
	UPROPERTY(BlueprintReadOnly, Category = "Vis-a-Vis")
	FQuat Body = FQuat::Identity;

	/** The head relative to the body: X forward, Y right, Z up. */
	UPROPERTY(BlueprintReadOnly, Category = "Vis-a-Vis")
	FQuat Head = FQuat::Identity;

	/** The left eye relative to the head. */
	UPROPERTY(BlueprintReadOnly, Category = "Vis-a-Vis")
	FQuat LeftEye = FQuat::Identity;

	/** The right eye relative to the head. */
	UPROPERTY(BlueprintReadOnly, Category = "Vis-a-Vis")
	FQuat RightEye = FQuat::Identity;

	/** The joint about which the head turns, in the world, centimetres. */
	UPROPERTY(BlueprintReadOnly, Category = "Vis-a-Vis")
	FVector HeadPosition = FVector::ZeroVector;

	/** What is looked at. */
	UPROPERTY(BlueprintReadOnly, Category = "Vis-a-Vis")
	EVisAVisGaze Gaze = EVisAVisGaze::None;

	/** The point looked at, in the world, centimetres. */
	UPROPERTY(BlueprintReadOnly, Category = "Vis-a-Vis")
	FVector GazePoint = FVector::ZeroVector;

	/** How much the look is on the partner, from 0 to 1. */
	UPROPERTY(BlueprintReadOnly, Category = "Vis-a-Vis")
	float GazeOnPartner = 0.0f;

	/** The object's name when the look is on an object. */
	UPROPERTY(BlueprintReadOnly, Category = "Vis-a-Vis")
	FName GazeObject;

	/** Probability that this person is speaking, from 0 to 1. */
	UPROPERTY(BlueprintReadOnly, Category = "Vis-a-Vis")
	float Speaking = 0.0f;

	/** 1: the stream's; 0: idle because nothing has come for long; between: easing. */
	UPROPERTY(BlueprintReadOnly, Category = "Vis-a-Vis")
	float Presence = 0.0f;

	/** Audio time it stands for, seconds. */
	UPROPERTY(BlueprintReadOnly, Category = "Vis-a-Vis")
	double TimeSeconds = 0.0;

	/** False until the first face has come. */
	UPROPERTY(BlueprintReadOnly, Category = "Vis-a-Vis")
	bool bValid = false;
};

/** What a conversation has done so far. */
USTRUCT(BlueprintType)
struct VISAVIS_API FVisAVisStatistics
{
	GENERATED_BODY()

	/** Frames received. */
	UPROPERTY(BlueprintReadOnly, Category = "Vis-a-Vis")
	int64 Frames = 0;

	/** Frames that came after their moment had been shown. */
	UPROPERTY(BlueprintReadOnly, Category = "Vis-a-Vis")
	int64 LateFrames = 0;

	/** How often the connection was lost and found again. */
	UPROPERTY(BlueprintReadOnly, Category = "Vis-a-Vis")
	int64 Reconnects = 0;

	/** How far the newest frame is ahead of what is shown, seconds; negative when starved. */
	UPROPERTY(BlueprintReadOnly, Category = "Vis-a-Vis")
	double BufferedSeconds = 0.0;

	/** Bytes received. */
	UPROPERTY(BlueprintReadOnly, Category = "Vis-a-Vis")
	int64 BytesReceived = 0;

	/** Mean time to retarget one face, microseconds. */
	UPROPERTY(BlueprintReadOnly, Category = "Vis-a-Vis")
	double RetargetMicroseconds = 0.0;
};
