#pragma once

#include "CoreMinimal.h"

class FFeedbackContext;
class UFactory : public UObject {
  STUB_CLASS_BODY(UFactory, UObject)

 public:
  virtual bool FactoryCanImport(const FString&) { return false; }
  virtual UObject* FactoryCreateText(UClass*, UObject*, FName, EObjectFlags, UObject*, const TCHAR*, const TCHAR*&, const TCHAR*, FFeedbackContext*) {
    return nullptr;
  }
  static FString GetCurrentFilename() { return CurrentFilename; }
  static constexpr int32 DefaultImportPriority = 100;
  static FString CurrentFilename;
  TSubclassOf<UObject> SupportedClass;
  TArray<FString> Formats;
  bool bText = false, bEditorImport = false, bCreateNew = false;
  int32 ImportPriority = DefaultImportPriority;
};
inline FString UFactory::CurrentFilename;
