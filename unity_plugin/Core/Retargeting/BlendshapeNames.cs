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
            for (int i = 0; i < names.Count; i++)
                if (string.Equals(names[i], target, StringComparison.Ordinal)) return i;
            for (int i = 0; i < names.Count; i++)
                if (string.Equals(Own(names[i]), target, StringComparison.Ordinal)) return i;
            string plain = Plain(target);
            for (int i = 0; i < names.Count; i++)
                if (Plain(Own(names[i])) == plain) return i;
            return -1;
        }

        /// <summary>The part of a mesh name after its last dot.</summary>
        public static string Own(string name) => name.Substring(name.LastIndexOf('.') + 1);

        private static string Plain(string name)
        {
            var plain = new StringBuilder(name.Length);
            foreach (char c in name)
                if (c != '_' && c != '-' && c != ' ') plain.Append(char.ToLowerInvariant(c));
            return plain.ToString();
        }
    }
}
