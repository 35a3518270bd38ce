// The client core: one header, one shared library that is loaded by hand when the plugin starts, so that nothing has to be
// linked and a missing library is a message in the log instead of a plugin that does not load.

using System.IO;
using UnrealBuildTool;

public class VisAVisCore : ModuleRules
{
	public VisAVisCore(ReadOnlyTargetRules Target) : base(Target)
	{
		Type = ModuleType.External;

		PublicSystemIncludePaths.Add(Path.Combine(ModuleDirectory, "include"));

		string Library = null;
		if (Target.Platform == UnrealTargetPlatform.Win64)
		{
			Library = "Win64/visavis_core.dll";
		}
		else if (Target.Platform == UnrealTargetPlatform.Linux)
		{
			Library = "Linux/libvisavis_core.so";
		}
		else if (Target.Platform == UnrealTargetPlatform.Mac)
		{
			Library = "Mac/libvisavis_core.dylib";
		}

		if (Library != null)
		{
			RuntimeDependencies.Add("$(PluginDir)/Binaries/ThirdParty/VisAVisCore/" + Library);
		}
	}
}
