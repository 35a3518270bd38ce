#nullable enable
using System.Collections.Generic;

namespace VisAVis.Core
{
    /// <summary>Finds the profile a mesh was made for by the names of its blendshapes (docs/retargeting.md, 2).</summary>
    public static class ProfileDetector
    {
        /// <summary>Below this share of found targets there is no answer.</summary>
        public const float LeastScore = 0.5f;

        /// <summary>The best profile among those given, in their order on a tie; null when none fits.</summary>
        public static Profile? Detect(IReadOnlyList<string> names, IReadOnlyList<Profile> profiles)
        {
            Profile? best = null;
            float bestScore = 0f;
            foreach (Profile profile in profiles)
            {
                float score = Score(profile, names);
                if (score <= bestScore) continue;
                best = profile;
                bestScore = score;
            }

            return bestScore >= LeastScore ? best : null;
        }

        /// <summary>The share of a profile's distinct targets that a mesh has; 0 when all its markers are missing.</summary>
        public static float Score(Profile profile, IReadOnlyList<string> names)
        {
            if (profile.Markers.Length > 0)
            {
                bool marked = false;
                foreach (string marker in profile.Markers)
                    marked |= BlendshapeNames.FindExact(marker, names) >= 0;
                if (!marked) return 0f;
            }

            IReadOnlyList<string> targets = new ProfileMapper(profile).Targets;
            int found = 0;
            foreach (string target in targets)
                if (BlendshapeNames.FindExact(target, names) >= 0) found++;
            return targets.Count == 0 ? 0f : (float)found / targets.Count;
        }
    }
}
