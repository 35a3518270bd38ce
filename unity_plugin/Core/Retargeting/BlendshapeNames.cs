#nullable enable
using System;
using System.Collections.Generic;
using System.Text;

namespace VisAVis.Core
{
    /// <summary>Which blendshape of a mesh a profile's target means (docs/retargeting.md, 2).</summary>
    public static class BlendshapeNames
    {
        /// <summary>
        /// The index of the mesh name that is meant, or -1: one that is equal; else one equal after its last dot; else
        /// one equal without case, underscores, hyphens and spaces.
        /// </summary>
        public static int Find(string target, IReadOnlyList<string> names)
        {
            int exact = FindExact(target, names);
            if (exact >= 0) return exact;
            string plain = Plain(target);
            for (int i = 0; i < names.Count; i++)
                if (Plain(AfterLastDot(names[i])) == plain) return i;
            return -1;
        }

        /// <summary>As <see cref="Find"/>, by the first two rules only.</summary>
        public static int FindExact(string target, IReadOnlyList<string> names)
        {
            for (int i = 0; i < names.Count; i++)
                if (string.Equals(names[i], target, StringComparison.Ordinal)) return i;
            for (int i = 0; i < names.Count; i++)
                if (string.Equals(AfterLastDot(names[i]), target, StringComparison.Ordinal)) return i;
            return -1;
        }

        private static string AfterLastDot(string name) => name.Substring(name.LastIndexOf('.') + 1);

        private static string Plain(string name)
        {
            var plain = new StringBuilder(name.Length);
            foreach (char c in name)
                if (c != '_' && c != '-' && c != ' ') plain.Append(char.ToLowerInvariant(c));
            return plain.ToString();
        }
    }
}
