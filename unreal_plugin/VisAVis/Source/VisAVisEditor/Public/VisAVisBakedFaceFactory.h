#pragma once

#include "CoreMinimal.h"
#include "Factories/Factory.h"

#include "VisAVisBakedFaceFactory.generated.h"

/** Imports a baked face: drop a.csv or b.csv of `visavis bake --format arkit-csv`, or a Live Link Face CSV, into the Content Browser. */
UCLASS()
class VISAVISEDITOR_API UVisAVisBakedFaceFactory : public UFactory
{
	GENERATED_BODY()

public:
	UVisAVisBakedFaceFactory();

	//~ UFactory
	virtual bool FactoryCanImport(const FString& Filename) override;
	virtual UObject* FactoryCreateText(UClass* InClass, UObject* InParent, FName InName, EObjectFlags Flags, UObject* Context,
		const TCHAR* Type, const TCHAR*& Buffer, const TCHAR* BufferEnd, FFeedbackContext* Warn) override;
};
