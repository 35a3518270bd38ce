#include "VisAVisCore.h"

#include "HAL/PlatformProcess.h"
#include "Interfaces/IPluginManager.h"
#include "Misc/Paths.h"
#include "VisAVisLog.h"

namespace
{
	void* LibraryHandle = nullptr;
	const vav_api* LoadedApi = nullptr;

	FString GetLibraryPath()
	{
		const TSharedPtr<IPlugin> Plugin = IPluginManager::Get().FindPlugin(TEXT("VisAVis"));
		const FString BaseDir = Plugin.IsValid() ? Plugin->GetBaseDir() : FString();
		const FString Folder = FPaths::Combine(BaseDir, TEXT("Binaries/ThirdParty/VisAVisCore"));
#if PLATFORM_WINDOWS
		return FPaths::Combine(Folder, TEXT("Win64/visavis_core.dll"));
#elif PLATFORM_MAC
		return FPaths::Combine(Folder, TEXT("Mac/libvisavis_core.dylib"));
#else
		return FPaths::Combine(Folder, TEXT("Linux/libvisavis_core.so"));
#endif
	}
}

bool VisAVisCore::Load()
{
	if (LoadedApi != nullptr)
	{
		return true;
	}
	const FString Path = GetLibraryPath();
	LibraryHandle = LibraryHandle != nullptr ? LibraryHandle : FPlatformProcess::GetDllHandle(*Path);
	if (LibraryHandle == nullptr)
	{
		UE_LOG(LogVisAVis, Error, TEXT("The client library was not found at %s. scripts/package_unreal.sh builds and places it."), *Path);
		return false;
	}
	using FGetApi = const vav_api* (*)(uint32_t);
	const FGetApi GetApi = reinterpret_cast<FGetApi>(FPlatformProcess::GetDllExport(LibraryHandle, TEXT("vav_get_api")));
	LoadedApi = GetApi != nullptr ? GetApi(VAV_ABI_VERSION) : nullptr;
	if (LoadedApi == nullptr || LoadedApi->struct_size < sizeof(vav_api))
	{
		UE_LOG(LogVisAVis, Error, TEXT("The client library at %s is of another version than this plugin. Build it anew."), *Path);
		LoadedApi = nullptr;
		FPlatformProcess::FreeDllHandle(LibraryHandle);
		LibraryHandle = nullptr;
		return false;
	}
	UE_LOG(LogVisAVis, Log, TEXT("Client library %s (%s)"), UTF8_TO_TCHAR(LoadedApi->version), UTF8_TO_TCHAR(LoadedApi->transport));
	return true;
}

void VisAVisCore::Unload()
{
	// The library itself stays until the process ends: gRPC's threads may outlive the last conversation.
	LoadedApi = nullptr;
}

const vav_api* VisAVisCore::Api()
{
	return LoadedApi;
}

FVector VisAVisCore::ToUnreal(const float (&Position)[3])
{
	float Out[3];
	LoadedApi->convert_position(VAV_SPACE_UNREAL_ACTOR, Position, Out);
	return FVector(Out[0], Out[1], Out[2]);
}

FQuat VisAVisCore::ToUnreal(const float (&Quaternion)[4])
{
	float Out[4];
	LoadedApi->convert_rotation(VAV_SPACE_UNREAL_ACTOR, Quaternion, Out);
	return FQuat(Out[1], Out[2], Out[3], Out[0]);
}

void VisAVisCore::FromUnreal(const FVector& Position, float (&Out)[3])
{
	const float In[3] = {static_cast<float>(Position.X), static_cast<float>(Position.Y), static_cast<float>(Position.Z)};
	LoadedApi->convert_position_back(VAV_SPACE_UNREAL_ACTOR, In, Out);
}

void VisAVisCore::FromUnreal(const FQuat& Rotation, float (&Out)[4])
{
	const float In[4] = {static_cast<float>(Rotation.W), static_cast<float>(Rotation.X), static_cast<float>(Rotation.Y),
		static_cast<float>(Rotation.Z)};
	LoadedApi->convert_rotation_back(VAV_SPACE_UNREAL_ACTOR, In, Out);
}
