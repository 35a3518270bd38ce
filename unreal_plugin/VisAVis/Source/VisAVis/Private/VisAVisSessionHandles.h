#pragma once

#include "UObject/StrongObjectPtr.h"
#include "VisAVisBakedFace.h"
#include "VisAVisCore.h"
#include "VisAVisLog.h"
#include "VisAVisSession.h"

/** What a session holds of the client core. Not for the public headers. */
struct FVisAVisSession::FHandles
{
	vav_conversation* Conversation = nullptr;
	bool bBaked = false;
	TStrongObjectPtr<const UVisAVisBakedFace> Baked[2];

	/** The rig of the stream; false for a baked recording and before the service was found. */
	bool GetRig(vav_rig_figures& Out) const
	{
		return Conversation != nullptr && VisAVisCore::Api()->rig_figures(Conversation, &Out) == VAV_OK;
	}

	/** True when it went well; the log says why not. */
	bool Check(vav_status Status) const
	{
		if (Status != VAV_OK)
		{
			UE_LOG(LogVisAVis, Warning, TEXT("%s"), UTF8_TO_TCHAR(VisAVisCore::Api()->last_error()));
		}
		return Status == VAV_OK;
	}
};
