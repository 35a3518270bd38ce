#pragma once

#include "CoreMinimal.h"
#include "VisAVisCore.h"

/** The moment of the sound that is heard, on the frames' smooth time. */
class FVisAVisPlaybackClock
{
public:
	FVisAVisPlaybackClock() { VisAVisCore::Api()->clock_create(&Clock); }
	~FVisAVisPlaybackClock()
	{
		if (VisAVisCore::Api() != nullptr)
		{
			VisAVisCore::Api()->clock_free(Clock);
		}
	}
	FVisAVisPlaybackClock(const FVisAVisPlaybackClock&) = delete;
	FVisAVisPlaybackClock& operator=(const FVisAVisPlaybackClock&) = delete;

	double Advance(double DeltaSeconds) { return VisAVisCore::Api()->clock_advance(Clock, DeltaSeconds); }
	void Observe(double Seconds) { VisAVisCore::Api()->clock_observe(Clock, Seconds); }

private:
	vav_clock* Clock = nullptr;
};
