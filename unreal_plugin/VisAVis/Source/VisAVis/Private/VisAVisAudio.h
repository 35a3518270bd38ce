#pragma once

#include "CoreMinimal.h"
#include "HAL/CriticalSection.h"
#include "ISubmixBufferListener.h"
#include "Misc/EngineVersionComparison.h"
#include "VisAVisTypes.h"

class FVisAVisSession;
class UObject;
class USoundSubmix;
class USoundWave;

/** Sound as the service takes it. */
namespace VisAVisAudio
{
	constexpr int32 LowestRate = 8000;
	constexpr int32 HighestRate = 48000;

	/** All of a sound wave as mono samples in [-1, 1], decoded here and now. False when it has no sound data. */
	bool Decode(USoundWave& Sound, TArray<float>& OutSamples, int32& OutSampleRate);

	/** Several channels side by side to one, by their mean. `Out` gets `Frames` samples. */
	void MixDown(const float* Interleaved, int32 Frames, int32 Channels, float* Out);

	/** Straight lines between samples; going down, each is the mean of what it stands for. */
	void Resample(const TArray<float>& Samples, int32 FromRate, int32 ToRate, TArray<float>& Out);
}

/** Listens to a submix and hands what it plays to a session, as the mixed track. */
class FVisAVisSubmixTap final : public ISubmixBufferListener
{
public:
	/** @param InSubmix null listens to the main submix. Null when there is no audio device. */
	static TSharedPtr<FVisAVisSubmixTap> Open(const UObject& WorldContext, USoundSubmix* InSubmix);
	/** The device's rate, or the highest that the service takes. */
	int32 GetSampleRate() const { return SampleRate; }
	/** From now on sound goes there. */
	void SetSession(const TSharedPtr<FVisAVisSession>& InSession);
	/** Seconds of sound handed on. Any thread. */
	double GetSeconds() const;
	void Close();

	//~ ISubmixBufferListener, on the audio render thread
	virtual void OnNewSubmixBuffer(const USoundSubmix* OwningSubmix, float* AudioData, int32 NumSamples, int32 NumChannels,
		const int32 InSampleRate, double AudioClock) override;
#if !UE_VERSION_OLDER_THAN(5, 4, 0)
	virtual const FString& GetListenerName() const override;
#endif

private:
	TWeakObjectPtr<const UObject> Context;
	TWeakObjectPtr<USoundSubmix> Submix;
	mutable FCriticalSection Lock;
	TSharedPtr<FVisAVisSession> Session;
	int64 Pushed = 0;
	int32 DeviceRate = 48000;
	int32 SampleRate = 48000;
	TArray<float> Mono;
	TArray<float> Resampled;
};
