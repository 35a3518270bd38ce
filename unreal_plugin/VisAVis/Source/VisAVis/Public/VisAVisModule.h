#pragma once

#include "CoreMinimal.h"
#include "Modules/ModuleInterface.h"

class FVisAVisSession;
class ILiveLinkClient;

/**
 * The runtime module: loads the client core, knows the conversations that are going on.
 * Use from the game thread.
 */
class VISAVIS_API IVisAVisModule : public IModuleInterface
{
public:
	/** The module, loaded if need be. */
	static IVisAVisModule& Get();

	/** Whether the client core was found. When not, the log says where it was sought. */
	virtual bool IsAvailable() const = 0;

	/** Version of the client core, or empty. */
	virtual FString GetCoreVersion() const = 0;

	/** The conversation of that name, null when there is none. The name None finds the first. */
	virtual TSharedPtr<FVisAVisSession> FindSession(FName Name) const = 0;

	/** Makes a conversation known under a name; it is forgotten when nobody else holds it. */
	virtual void AddSession(FName Name, const TSharedRef<FVisAVisSession>& Session) = 0;

	/** The names of all conversations that are going on. */
	virtual TArray<FName> GetSessionNames() const = 0;
};
