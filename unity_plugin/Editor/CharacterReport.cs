#nullable enable
using System.Collections.Generic;
using UnityEngine;
using VisAVis.Core;

namespace VisAVis.Editor
{
    /// <summary>What a character's meshes are made of: which preset fits, what it finds, what it misses.</summary>
    public sealed class CharacterReport
    {
        private CharacterReport(SkinnedMeshRenderer[] meshes, List<string> shapes, Profile? preset)
        {
            Meshes = meshes;
            Shapes = shapes;
            Preset = preset;
            foreach (Profile profile in ProfilePresets.All) Scores.Add(ProfileDetector.Score(profile, shapes));
            if (preset != null) Missing.AddRange(new ProfileMapper(preset, shapes).Unused);
        }

        /// <summary>The meshes that have blendshapes.</summary>
        public SkinnedMeshRenderer[] Meshes { get; }

        /// <summary>Their blendshapes, each once.</summary>
        public List<string> Shapes { get; }

        /// <summary>The preset that fits best; null when none does.</summary>
        public Profile? Preset { get; }

        /// <summary>How well each preset fits, in [0, 1], in the order of <see cref="ProfilePresets.All"/>.</summary>
        public List<float> Scores { get; } = new List<float>();

        /// <summary>ARKit channels for which the character has no blendshape.</summary>
        public List<string> Missing { get; } = new List<string>();

        /// <summary>The report in a sentence.</summary>
        public string Summary
        {
            get
            {
                if (Shapes.Count == 0) return "No mesh with blendshapes was found below this object.";
                string found = $"{Shapes.Count} blendshapes in {Meshes.Length} meshes";
                if (Preset == null) return $"{found}; no preset fits their names. Fill a face profile by hand.";
                if (Missing.Count == 0) return $"{found}: {Preset.Title}, complete.";
                return $"{found}: {Preset.Title}, without {string.Join(", ", Missing)}.";
            }
        }

        /// <summary>Looks at everything below an object.</summary>
        public static CharacterReport Of(GameObject root)
        {
            var meshes = new List<SkinnedMeshRenderer>();
            var shapes = new List<string>();
            foreach (SkinnedMeshRenderer mesh in root.GetComponentsInChildren<SkinnedMeshRenderer>(true))
            {
                if (mesh.sharedMesh == null || mesh.sharedMesh.blendShapeCount == 0) continue;
                meshes.Add(mesh);
                for (int i = 0; i < mesh.sharedMesh.blendShapeCount; i++)
                {
                    string name = mesh.sharedMesh.GetBlendShapeName(i);
                    if (!shapes.Contains(name)) shapes.Add(name);
                }
            }

            return new CharacterReport(meshes.ToArray(), shapes, ProfileDetector.Detect(shapes));
        }
    }
}
