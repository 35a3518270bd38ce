#include "VisAVisBakedFace.h"

#include "VisAVisCore.h"

namespace
{
	constexpr int32 WeightCount = VAV_ARKIT_COUNT;
	constexpr int32 RotationsAt = WeightCount;
	constexpr int32 RotationCount = 3;
	constexpr int32 SpeakingAt = RotationsAt + RotationCount * 4;
	static_assert(UVisAVisBakedFace::ValuesPerFrame == SpeakingAt + 1, "a frame is weights, three rotations, speaking");

	void PutRotation(const float (&Quaternion)[4], TArray<float>& Out)
	{
		const FQuat Rotation = VisAVisCore::ToUnreal(Quaternion);
		Out.Add(static_cast<float>(Rotation.X));
		Out.Add(static_cast<float>(Rotation.Y));
		Out.Add(static_cast<float>(Rotation.Z));
		Out.Add(static_cast<float>(Rotation.W));
	}
}

bool UVisAVisBakedFace::ImportCsv(const FString& Text, FString& OutError)
{
	const vav_api* Api = VisAVisCore::Api();
	if (Api == nullptr)
	{
		OutError = TEXT("the client library was not found");
		return false;
	}
	const FTCHARToUTF8 Utf8(*Text);
	vav_baked* Baked = nullptr;
	if (Api->baked_open_csv(Utf8.Get(), Utf8.Length(), &Baked) != VAV_OK)
	{
		OutError = FString(UTF8_TO_TCHAR(Api->last_error()));
		return false;
	}
	const int32 Count = Api->baked_frame_count(Baked);
	Times.Reset(Count);
	Values.Reset(Count * ValuesPerFrame);
	for (int32 Index = 0; Index < Count; ++Index)
	{
		vav_face_pose Pose;
		Api->baked_frame(Baked, Index, &Pose);
		Times.Add(static_cast<float>(Pose.time_s));
		Values.Append(Pose.weights, WeightCount);
		PutRotation(Pose.head, Values);
		PutRotation(Pose.left_eye, Values);
		PutRotation(Pose.right_eye, Values);
		Values.Add(Pose.speaking);
	}
	Api->baked_free(Baked);
	return true;
}

bool UVisAVisBakedFace::Sample(double Seconds, float* OutValues) const
{
	const int32 Count = Times.Num();
	if (Count == 0 || Values.Num() != Count * ValuesPerFrame)
	{
		return false;
	}
	int32 Low = 0;
	int32 High = Count;
	while (Low < High)
	{
		const int32 Middle = (Low + High) / 2;
		if (Times[Middle] <= Seconds)
		{
			Low = Middle + 1;
		}
		else
		{
			High = Middle;
		}
	}
	const int32 Next = FMath::Min(Low, Count - 1);
	const int32 Last = FMath::Max(Low - 1, 0);
	const double Gap = Times[Next] - Times[Last];
	const float Alpha = Gap > 0.0 ? static_cast<float>(FMath::Clamp((Seconds - Times[Last]) / Gap, 0.0, 1.0)) : 0.0f;
	const float* From = Values.GetData() + Last * ValuesPerFrame;
	const float* To = Values.GetData() + Next * ValuesPerFrame;
	for (int32 Index = 0; Index < ValuesPerFrame; ++Index)
	{
		OutValues[Index] = FMath::Lerp(From[Index], To[Index], Alpha);
	}
	for (int32 Index = 0; Index < RotationCount; ++Index)
	{
		const int32 At = RotationsAt + Index * 4;
		const FQuat A(From[At], From[At + 1], From[At + 2], From[At + 3]);
		const FQuat B(To[At], To[At + 1], To[At + 2], To[At + 3]);
		const FQuat Between = FQuat::Slerp(A, B, Alpha);
		OutValues[At] = static_cast<float>(Between.X);
		OutValues[At + 1] = static_cast<float>(Between.Y);
		OutValues[At + 2] = static_cast<float>(Between.Z);
		OutValues[At + 3] = static_cast<float>(Between.W);
	}
	return true;
}
