#pragma once

#include "CoreMinimal.h"
#include "visavis/visavis.h"

/** The client core's functions. */
namespace VisAVisCore
{
	/** Loads the library; says in the log what it found or where it looked. */
	bool Load();
	void Unload();
	/** Null when the library was not found. */
	const vav_api* Api();

	/** Between the core's spaces and Unreal's: X forward, Y right, Z up, centimetres. */
	FVector ToUnreal(const float (&Position)[3]);
	FQuat ToUnreal(const float (&Quaternion)[4]);
	void FromUnreal(const FVector& Position, float (&Out)[3]);
	void FromUnreal(const FQuat& Rotation, float (&Out)[4]);
}
