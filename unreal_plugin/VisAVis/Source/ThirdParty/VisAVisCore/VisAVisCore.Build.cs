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

		// The library and whatever lies beside it go into packaged games.
		string Folder = Path.Combine(PluginDirectory, "Binaries", "ThirdParty", "VisAVisCore", Target.Platform.ToString());
		if (Directory.Exists(Folder))
		{
			foreach (string Library in Directory.GetFiles(Folder))
			{
				RuntimeDependencies.Add(Library);
			}
		}
	}
}
