#pragma once

#include "CoreMinimal.h"

/** Names of morph targets as the client core takes them. */
class FVisAVisMeshNames
{
public:
	explicit FVisAVisMeshNames(const TArray<FName>& Names)
	{
		Utf8.Reserve(Names.Num());
		for (const FName& Name : Names)
		{
			const FTCHARToUTF8 Converted(*Name.ToString());
			TArray<char>& Text = Utf8.AddDefaulted_GetRef();
			Text.Append(Converted.Get(), Converted.Length());
			Text.Add(0);
		}
		for (const TArray<char>& Text : Utf8)
		{
			Pointers.Add(Text.GetData());
		}
	}

	const char* const* Get() const { return Pointers.GetData(); }
	int32 Num() const { return Pointers.Num(); }

private:
	TArray<TArray<char>> Utf8;
	TArray<const char*> Pointers;
};
