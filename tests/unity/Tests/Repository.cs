#nullable enable
using System.IO;
using System.Runtime.CompilerServices;

namespace VisAVis.Unity.Tests
{
    /// <summary>Where things are.</summary>
    internal static class Repository
    {
        public static readonly string Root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "..", "..", ".."));

        public static readonly string Package = Path.Combine(Root, "unity_plugin");

        public static readonly string Tests = Path.Combine(Root, "tests", "unity");

        private static string Here([CallerFilePath] string path = "") => path;
    }
}
