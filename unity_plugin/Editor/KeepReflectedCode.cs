#nullable enable
using System.IO;
using UnityEditor.Build;
using UnityEditor.Build.Reporting;
using UnityEditor.PackageManager;
using UnityEditor.UnityLinker;

namespace VisAVis.Editor
{
    /// <summary>Gives the package's link.xml to the code stripper of a build, which by itself looks for such files in Assets only.</summary>
    public sealed class KeepReflectedCode : IUnityLinkerProcessor
    {
        /// <inheritdoc/>
        public int callbackOrder => 0;

        /// <summary>Where the file is that names what is to be kept.</summary>
        public string GenerateAdditionalLinkXmlFile(BuildReport report, UnityLinkerBuildPipelineData data) =>
            Path.GetFullPath(Path.Combine(PackageInfo.FindForAssembly(typeof(KeepReflectedCode).Assembly).resolvedPath, "Runtime", "link.xml"));
    }
}
