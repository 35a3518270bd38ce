#include "VisAVisSettings.h"

const UVisAVisSettings& UVisAVisSettings::Get()
{
	return *GetDefault<UVisAVisSettings>();
}

FName UVisAVisSettings::GetCategoryName() const
{
	return TEXT("Plugins");
}
