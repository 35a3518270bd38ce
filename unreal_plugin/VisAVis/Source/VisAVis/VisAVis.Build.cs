using UnrealBuildTool;

public class VisAVis : ModuleRules
{
	public VisAVis(ReadOnlyTargetRules Target) : base(Target)
	{
		PCHUsage = PCHUsageMode.UseExplicitOrSharedPCHs;
		IWYUSupport = IWYUSupport.Full;

		PublicDependencyModuleNames.AddRange(new string[]
		{
			"Core",
			"CoreUObject",
			"DeveloperSettings",
			"Engine",
			"LiveLinkInterface",
		});

		PrivateDependencyModuleNames.AddRange(new string[]
		{
			"AudioMixer",
			"Projects",
			"VisAVisCore",
		});

		// Interfaces/IAudioFormat.h: headers only, nothing is linked.
		PrivateIncludePathModuleNames.Add("TargetPlatform");
	}
}
