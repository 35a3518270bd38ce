#include "VisAVisAudio.h"

#include "AudioDecompress.h"
#include "AudioDevice.h"
#include "AudioThread.h"
#include "Engine/Engine.h"
#include "Engine/World.h"
#include "Interfaces/IAudioFormat.h"
#include "Misc/ScopeLock.h"
#include "Sound/SoundSubmix.h"
#include "Sound/SoundWave.h"
#include "Templates/UniquePtr.h"
#include "VisAVisLog.h"
#include "VisAVisSession.h"

bool VisAVisAudio::Decode(USoundWave& Sound, TArray<float>& OutSamples, int32& OutSampleRate)
{
	const FName Format = Sound.GetRuntimeFormat();
	Sound.InitAudioResource(Format);
	const TUniquePtr<ICompressedAudioInfo> Decoder(IAudioInfoFactoryRegistry::Get().Create(Format));
	FSoundQualityInfo Quality = {};
	if (!Decoder.IsValid() || Sound.GetResourceData() == nullptr
		|| !Decoder->ReadCompressedInfo(Sound.GetResourceData(), static_cast<uint32>(Sound.GetResourceSize()), &Quality)
		|| Quality.NumChannels == 0 || Quality.SampleRate == 0)
	{
		UE_LOG(LogVisAVis, Error, TEXT("%s cannot be decoded. Set its Loading Behavior to 'Force Inline'."), *Sound.GetName());
		return false;
	}
	TArray<uint8> Bytes;
	Bytes.SetNumZeroed(static_cast<int32>(Quality.SampleDataSize));
	Decoder->ExpandFile(Bytes.GetData(), &Quality);

	const int32 Channels = static_cast<int32>(Quality.NumChannels);
	const int32 Frames = Bytes.Num() / (Channels * static_cast<int32>(sizeof(int16)));
	OutSampleRate = static_cast<int32>(Quality.SampleRate);
	OutSamples.SetNumZeroed(Frames);
	for (int32 Frame = 0; Frame < Frames; ++Frame)
	{
		float Sum = 0.0f;
		for (int32 Channel = 0; Channel < Channels; ++Channel)
		{
			int16 Value;
			FMemory::Memcpy(&Value, Bytes.GetData() + (Frame * Channels + Channel) * static_cast<int32>(sizeof(int16)), sizeof(Value));
			Sum += static_cast<float>(Value);
		}
		OutSamples[Frame] = Sum / (32768.0f * static_cast<float>(Channels));
	}
	return Frames > 0;
}

void VisAVisAudio::MixDown(const float* Interleaved, int32 Frames, int32 Channels, float* Out)
{
	for (int32 Frame = 0; Frame < Frames; ++Frame)
	{
		float Sum = 0.0f;
		for (int32 Channel = 0; Channel < Channels; ++Channel)
		{
			Sum += Interleaved[Frame * Channels + Channel];
		}
		Out[Frame] = Sum / static_cast<float>(Channels);
	}
}

void VisAVisAudio::Resample(const TArray<float>& Samples, int32 FromRate, int32 ToRate, TArray<float>& Out)
{
	const int32 Count = static_cast<int32>(static_cast<int64>(Samples.Num()) * ToRate / FromRate);
	Out.SetNumZeroed(Count);
	const double Step = static_cast<double>(FromRate) / ToRate;
	for (int32 Index = 0; Index < Count; ++Index)
	{
		const double Begin = Index * Step;
		const int32 First = static_cast<int32>(Begin);
		if (Step <= 1.0)
		{
			const float Alpha = static_cast<float>(Begin - First);
			Out[Index] = FMath::Lerp(Samples[First], Samples[FMath::Min(First + 1, Samples.Num() - 1)], Alpha);
			continue;
		}
		const int32 End = FMath::Clamp(static_cast<int32>(Begin + Step), First + 1, Samples.Num());
		float Sum = 0.0f;
		for (int32 At = First; At < End; ++At)
		{
			Sum += Samples[At];
		}
		Out[Index] = Sum / static_cast<float>(End - First);
	}
}

TSharedPtr<FVisAVisSubmixTap> FVisAVisSubmixTap::Open(const UObject& WorldContext, USoundSubmix* InSubmix)
{
	const UWorld* World = WorldContext.GetWorld();
	FAudioDeviceHandle Device = World != nullptr ? World->GetAudioDevice() : FAudioDeviceHandle();
	if (!Device.IsValid())
	{
		UE_LOG(LogVisAVis, Error, TEXT("There is no audio device to listen to."));
		return nullptr;
	}
	TSharedRef<FVisAVisSubmixTap> Tap = MakeShared<FVisAVisSubmixTap>();
	Tap->Context = &WorldContext;
	Tap->DeviceRate = static_cast<int32>(Device->GetSampleRate());
	Tap->SampleRate = FMath::Clamp(Tap->DeviceRate, VisAVisAudio::LowestRate, VisAVisAudio::HighestRate);
#if UE_VERSION_OLDER_THAN(5, 4, 0)
	Tap->Submix = InSubmix;
	Device->RegisterSubmixBufferListener(&Tap.Get(), InSubmix);
#else
	Tap->Submix = InSubmix != nullptr ? InSubmix : &Device->GetMainSubmixObject();
	Device->RegisterSubmixBufferListener(Tap, *Tap->Submix);
#endif
	return Tap;
}

void FVisAVisSubmixTap::SetSession(const TSharedPtr<FVisAVisSession>& InSession)
{
	const FScopeLock Guard(&Lock);
	Session = InSession;
	Pushed = 0;
}

double FVisAVisSubmixTap::GetSeconds() const
{
	const FScopeLock Guard(&Lock);
	return static_cast<double>(Pushed) / SampleRate;
}

void FVisAVisSubmixTap::Close()
{
	SetSession(nullptr);
	const UWorld* World = Context.IsValid() ? Context->GetWorld() : nullptr;
	FAudioDeviceHandle Device = World != nullptr ? World->GetAudioDevice() : FAudioDeviceHandle();
	if (!Device.IsValid())
	{
		return;
	}
#if UE_VERSION_OLDER_THAN(5, 4, 0)
	Device->UnregisterSubmixBufferListener(this, Submix.Get());
	// The device knows this listener by its bare address, and lets go of it on the audio thread: not before that may it go away.
	FAudioCommandFence Fence;
	Fence.BeginFence();
	Fence.Wait();
#else
	if (Submix.IsValid())
	{
		Device->UnregisterSubmixBufferListener(AsShared(), *Submix);
	}
#endif
}

void FVisAVisSubmixTap::OnNewSubmixBuffer(const USoundSubmix* /*OwningSubmix*/, float* AudioData, int32 NumSamples, int32 NumChannels,
	const int32 InSampleRate, double /*AudioClock*/)
{
	if (NumChannels <= 0)
	{
		return;
	}
	const FScopeLock Guard(&Lock);
	if (!Session.IsValid())
	{
		return;
	}
	const int32 Frames = NumSamples / NumChannels;
	Mono.SetNumUninitialized(Frames);
	VisAVisAudio::MixDown(AudioData, Frames, NumChannels, Mono.GetData());
	const TArray<float>* Sound = &Mono;
	if (InSampleRate != SampleRate)
	{
		VisAVisAudio::Resample(Mono, InSampleRate, SampleRate, Resampled);
		Sound = &Resampled;
	}
	Pushed += Session->PushAudio(EVisAVisParticipant::Mixed, Sound->GetData(), Sound->Num());
}

#if !UE_VERSION_OLDER_THAN(5, 4, 0)
const FString& FVisAVisSubmixTap::GetListenerName() const
{
	static const FString Name(TEXT("Vis-a-Vis"));
	return Name;
}
#endif
