using System.IO;
using System.Reflection;

namespace UnityEditor.Build
{
    public interface IOrderedCallback
    {
        int callbackOrder { get; }
    }

    public interface IUnityLinkerProcessor : IOrderedCallback
    {
        string GenerateAdditionalLinkXmlFile(Reporting.BuildReport report, UnityLinker.UnityLinkerBuildPipelineData data);
    }
}

namespace UnityEditor.Build.Reporting
{
    public sealed class BuildReport : UnityEngine.Object
    {
    }
}

namespace UnityEditor.UnityLinker
{
    public sealed class UnityLinkerBuildPipelineData
    {
    }
}

namespace UnityEditor.PackageManager
{
    public sealed class PackageInfo
    {
        /// <summary>Where the package lies that the assembly was compiled from; a test says so.</summary>
        internal static string Installed { get; set; } = "";

        public string resolvedPath => Path.GetFullPath(Installed);

        public static PackageInfo FindForAssembly(Assembly assembly) => new PackageInfo();
    }
}
