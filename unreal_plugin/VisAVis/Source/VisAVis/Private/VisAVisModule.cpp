#include "VisAVisModule.h"

#include "HAL/IConsoleManager.h"
#include "Modules/ModuleManager.h"
#include "VisAVisCore.h"
#include "VisAVisLog.h"
#include "VisAVisSession.h"

DEFINE_LOG_CATEGORY(LogVisAVis);

class FVisAVisModule final : public IVisAVisModule
{
public:
	virtual void StartupModule() override
	{
		VisAVisCore::Load();
	}

	virtual void ShutdownModule() override
	{
		Sessions.Empty();
		VisAVisCore::Unload();
	}

	virtual bool IsAvailable() const override
	{
		return VisAVisCore::Api() != nullptr;
	}

	virtual FString GetCoreVersion() const override
	{
		return IsAvailable() ? FString(UTF8_TO_TCHAR(VisAVisCore::Api()->version)) : FString();
	}

	virtual TSharedPtr<FVisAVisSession> FindSession(FName Name) const override
	{
		for (const TPair<FName, TWeakPtr<FVisAVisSession>>& Entry : Sessions)
		{
			if (Name.IsNone() || Entry.Key == Name)
			{
				if (TSharedPtr<FVisAVisSession> Session = Entry.Value.Pin())
				{
					return Session;
				}
			}
		}
		return nullptr;
	}

	virtual void AddSession(FName Name, const TSharedRef<FVisAVisSession>& Session) override
	{
		Sessions.Add(Name, Session);
	}

	virtual TArray<FName> GetSessionNames() const override
	{
		TArray<FName> Names;
		for (const TPair<FName, TWeakPtr<FVisAVisSession>>& Entry : Sessions)
		{
			if (Entry.Value.IsValid())
			{
				Names.Add(Entry.Key);
			}
		}
		return Names;
	}

private:
	TMap<FName, TWeakPtr<FVisAVisSession>> Sessions;
};

IVisAVisModule& IVisAVisModule::Get()
{
	return FModuleManager::LoadModuleChecked<IVisAVisModule>(TEXT("VisAVis"));
}

IMPLEMENT_MODULE(FVisAVisModule, VisAVis)

static FAutoConsoleCommand VisAVisStatusCommand(
	TEXT("VisAVis.Status"),
	TEXT("Says how every Vis-a-Vis conversation is doing."),
	FConsoleCommandDelegate::CreateLambda([]()
	{
		const IVisAVisModule& Module = IVisAVisModule::Get();
		UE_LOG(LogVisAVis, Display, TEXT("Client library: %s"), Module.IsAvailable() ? *Module.GetCoreVersion() : TEXT("not found"));
		for (const FName& Name : Module.GetSessionNames())
		{
			const TSharedPtr<FVisAVisSession> Session = Module.FindSession(Name);
			const FVisAVisStatistics Statistics = Session->GetStatistics();
			UE_LOG(LogVisAVis, Display, TEXT("%s: state %d, shown %.2f s, ahead %.2f s, frames %lld (%lld late), reconnects %lld, retarget %.1f us per face"),
				*Name.ToString(), static_cast<int32>(Session->GetState()), Session->GetPlaybackSeconds(), Statistics.BufferedSeconds,
				static_cast<long long>(Statistics.Frames), static_cast<long long>(Statistics.LateFrames),
				static_cast<long long>(Statistics.Reconnects), Statistics.RetargetMicroseconds);
		}
	}));

static FAutoConsoleCommand VisAVisPresetsCommand(
	TEXT("VisAVis.Presets"),
	TEXT("Lists the presets for characters' blendshapes."),
	FConsoleCommandDelegate::CreateLambda([]()
	{
		const vav_api* Api = VisAVisCore::Api();
		for (int32 Index = 0; Api != nullptr && Index < Api->preset_count(); ++Index)
		{
			UE_LOG(LogVisAVis, Display, TEXT("%s: %s"), UTF8_TO_TCHAR(Api->preset_name(Index)), UTF8_TO_TCHAR(Api->preset_title(Index)));
		}
	}));
