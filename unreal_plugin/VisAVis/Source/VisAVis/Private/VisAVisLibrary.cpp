#include "VisAVisLibrary.h"

#include "VisAVisCore.h"
#include "VisAVisMeshNames.h"
#include "VisAVisModule.h"

TArray<FName> UVisAVisLibrary::GetArkitNames()
{
	TArray<FName> Out;
	const vav_api* Api = VisAVisCore::Api();
	for (int32 Index = 0; Api != nullptr && Index < VAV_ARKIT_COUNT; ++Index)
	{
		Out.Add(FName(UTF8_TO_TCHAR(Api->arkit_name(Index))));
	}
	return Out;
}

float UVisAVisLibrary::GetArkitWeight(const FVisAVisFacePose& Pose, FName Name)
{
	const int32 Index = GetArkitNames().IndexOfByKey(Name);
	return Pose.Weights.IsValidIndex(Index) ? Pose.Weights[Index] : 0.0f;
}

TArray<FName> UVisAVisLibrary::GetPresetNames()
{
	TArray<FName> Out;
	const vav_api* Api = VisAVisCore::Api();
	for (int32 Index = 0; Api != nullptr && Index < Api->preset_count(); ++Index)
	{
		Out.Add(FName(UTF8_TO_TCHAR(Api->preset_name(Index))));
	}
	return Out;
}

FName UVisAVisLibrary::DetectPreset(const TArray<FName>& MorphTargets, float& Score)
{
	Score = 0.0f;
	const vav_api* Api = VisAVisCore::Api();
	if (Api == nullptr)
	{
		return NAME_None;
	}
	const FVisAVisMeshNames Names(MorphTargets);
	const int32 Index = Api->profile_detect(Names.Get(), Names.Num(), &Score);
	return Index < 0 ? FName(NAME_None) : FName(UTF8_TO_TCHAR(Api->preset_name(Index)));
}

bool UVisAVisLibrary::IsAvailable(FString& Version)
{
	const IVisAVisModule& Module = IVisAVisModule::Get();
	Version = Module.GetCoreVersion();
	return Module.IsAvailable();
}
