#pragma once

#include "CoreMinimal.h"
#include "Engine/DeveloperSettings.h"

#include "VisAVisSettings.generated.h"

/** Project settings, under Plugins: where the service is and how it is trusted. */
UCLASS(Config = Game, DefaultConfig, meta = (DisplayName = "Vis-a-Vis"))
class VISAVIS_API UVisAVisSettings : public UDeveloperSettings
{
	GENERATED_BODY()

public:
	/** Where the service listens, "host:port". */
	UPROPERTY(Config, EditAnywhere, Category = "Service")
	FString ServiceAddress = TEXT("127.0.0.1:50051");

	/** Encrypt the connection. Needed for every service that is not on this machine. */
	UPROPERTY(Config, EditAnywhere, Category = "Service")
	bool bUseTls = false;

	/** PEM file with the certificates to trust, absolute or relative to the project. Empty: the system's. */
	UPROPERTY(Config, EditAnywhere, Category = "Service", meta = (EditCondition = "bUseTls"))
	FString RootCertificateFile;

	/** The name the service's certificate must carry, when it is not the address's host. */
	UPROPERTY(Config, EditAnywhere, Category = "Service", meta = (EditCondition = "bUseTls"))
	FString ServerName;

	/** Name of the environment variable that holds the access token, if the service asks for one. A token has no place in a project. */
	UPROPERTY(Config, EditAnywhere, Category = "Service")
	FString TokenEnvironmentVariable = TEXT("VISAVIS_TOKEN");

	/** No answer for so long counts as a lost connection, seconds. */
	UPROPERTY(Config, EditAnywhere, Category = "Connection", meta = (ClampMin = "0.5", ClampMax = "120"))
	float ConnectTimeoutSeconds = 10.0f;

	/** Give up after so long without a connection, seconds. 0: never. */
	UPROPERTY(Config, EditAnywhere, Category = "Connection", meta = (ClampMin = "0"))
	float GiveUpAfterSeconds = 0.0f;

	/** For live sound: faces are shown so much later than the sound was heard, seconds. Look-ahead plus the way there and back. */
	UPROPERTY(Config, EditAnywhere, Category = "Playback", meta = (ClampMin = "0", ClampMax = "5"))
	float LiveDelaySeconds = 0.35f;

	/** For sound waves: start playing when so many seconds of faces are there. */
	UPROPERTY(Config, EditAnywhere, Category = "Playback", meta = (ClampMin = "0.05", ClampMax = "5"))
	float StartBufferSeconds = 0.25f;

	/** Let the service send ARKit weights (more bytes) instead of solving them here from FLAME coefficients. */
	UPROPERTY(Config, EditAnywhere, Category = "Playback")
	bool bWeightsFromService = false;

	/** The class's settings as they are in the project. */
	static const UVisAVisSettings& Get();

	virtual FName GetCategoryName() const override;
};
