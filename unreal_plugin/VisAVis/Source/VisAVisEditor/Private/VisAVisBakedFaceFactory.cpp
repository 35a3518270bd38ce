#include "VisAVisBakedFaceFactory.h"

#include "Misc/FeedbackContext.h"
#include "Misc/FileHelper.h"
#include "VisAVisBakedFace.h"

#define LOCTEXT_NAMESPACE "VisAVisEditor"

UVisAVisBakedFaceFactory::UVisAVisBakedFaceFactory()
{
	SupportedClass = UVisAVisBakedFace::StaticClass();
	Formats.Add(TEXT("csv;Vis-a-Vis baked face or Live Link Face recording"));
	bText = true;
	bEditorImport = true;
	bCreateNew = false;
	// Other CSV importers (tables, curves) come first unless the file looks like ours.
	ImportPriority = DefaultImportPriority + 1;
}

bool UVisAVisBakedFaceFactory::FactoryCanImport(const FString& Filename)
{
	FString Text;
	if (!FFileHelper::LoadFileToString(Text, *Filename))
	{
		return false;
	}
	int32 LineEnd = Text.Len();
	Text.FindChar(TEXT('\n'), LineEnd);
	const FString Header = Text.Left(LineEnd);
	return Header.Contains(TEXT("jawOpen")) && Header.Contains(TEXT("eyeBlinkLeft"));
}

UObject* UVisAVisBakedFaceFactory::FactoryCreateText(UClass* InClass, UObject* InParent, FName InName, EObjectFlags Flags,
	UObject* /*Context*/, const TCHAR* /*Type*/, const TCHAR*& Buffer, const TCHAR* BufferEnd, FFeedbackContext* Warn)
{
	UVisAVisBakedFace* Face = NewObject<UVisAVisBakedFace>(InParent, InClass, InName, Flags);
	FString Error;
	FString Text;
	Text.AppendChars(Buffer, static_cast<int32>(BufferEnd - Buffer));
	if (!Face->ImportCsv(Text, Error))
	{
		Warn->Logf(ELogVerbosity::Error, TEXT("%s: %s"), *InName.ToString(), *Error);
		return nullptr;
	}
	Face->SourceFile = GetCurrentFilename();
	return Face;
}

#undef LOCTEXT_NAMESPACE
