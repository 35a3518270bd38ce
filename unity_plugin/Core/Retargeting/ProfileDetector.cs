#nullable enable
using System;
using System.Collections.Generic;

namespace VisAVis.Core
{
    /// <summary>Finds the profile a mesh was made for by the names of its blendshapes (docs/retargeting.md, 2).</summary>
    public static class ProfileDetector
    {
        /// <summary>Below this share of found entries there is no answer.</summary>
        public const float Enough = 0.5f;

        /// <summary>The preset that fits best; null when none does.</summary>
        public static Profile? Detect(IEnumerable<string> names) => Detect(names, ProfilePresets.All);

        /// <summary>The best profile among those given, the earlier on a tie; null when none fits.</summary>
        public static Profile? Detect(IEnumerable<string> names, IReadOnlyList<Profile> profiles)
        {
            HashSet<string> known = Known(names);
            Profile? best = null;
            float bestScore = 0f;
            foreach (Profile profile in profiles)
            {
                float score = Score(profile, known);
                if (score <= bestScore) continue;
                best = profile;
                bestScore = score;
            }

            return bestScore >= Enough ? best : null;
        }

        /// <summary>The share of a profile's entries that a mesh has; 0 when all its markers are missing.</summary>
        public static float Score(Profile profile, IEnumerable<string> names) => Score(profile, Known(names));

        private static float Score(Profile profile, HashSet<string> known)
        {
            if (profile.Markers.Length > 0 && !Array.Exists(profile.Markers, known.Contains)) return 0f;
            int found = 0, entries = 0;
            foreach (string[] alternatives in profile.Entries())
            {
                entries++;
                if (Array.Exists(alternatives, known.Contains)) found++;
            }

            return entries == 0 ? 0f : (float)found / entries;
        }

        private static HashSet<string> Known(IEnumerable<string> names)
        {
            var known = new HashSet<string>();
            foreach (string name in names)
            {
                known.Add(name);
                known.Add(BlendshapeNames.Own(name));
            }

            return known;
        }
    }
}
