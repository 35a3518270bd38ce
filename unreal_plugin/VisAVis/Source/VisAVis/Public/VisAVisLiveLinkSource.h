#pragma once

#include "CoreMinimal.h"
#include "ILiveLinkSource.h"

class FVisAVisSession;
class ILiveLinkClient;

/**
 * Gives a conversation to Live Link: per person one face subject (basic role: 52 ARKit curves in Apple's spelling, then head and
 * eye angles as Live Link Face sends them) and one placement subject (transform role: the head joint in the world).
 * It waits for a conversation of its name, and goes on waiting when that one ends.
 */
class VISAVIS_API FVisAVisLiveLinkSource : public ILiveLinkSource
{
public:
	/** @param InConversationName the conversation to follow; None follows the first there is. */
	explicit FVisAVisLiveLinkSource(FName InConversationName);

	//~ ILiveLinkSource
	virtual void ReceiveClient(ILiveLinkClient* InClient, FGuid InSourceGuid) override;
	virtual void Update() override;
	virtual bool IsSourceStillValid() const override;
	virtual bool RequestSourceShutdown() override;
	virtual FText GetSourceType() const override;
	virtual FText GetSourceMachineName() const override;
	virtual FText GetSourceStatus() const override;

	/** "<conversation>_A" and "<conversation>_B"; "VisAVis_A" and "VisAVis_B" without a name. */
	FName GetFaceSubject(int32 Person) const;
	/** The face subject's name with "_Placement". */
	FName GetPlacementSubject(int32 Person) const;

	/** The names of the curves, in the order in which they are pushed. */
	static const TArray<FName>& GetCurveNames();

private:
	void PushStaticData();
	void PushFrame(const FVisAVisSession& Session, int32 Person, double WorldSeconds);

	ILiveLinkClient* Client = nullptr;
	FGuid SourceGuid;
	const FName ConversationName;
	TWeakPtr<FVisAVisSession> LastSession;
	double LastPushedSeconds = -1.0;
	bool bStaticDataPushed = false;
};
