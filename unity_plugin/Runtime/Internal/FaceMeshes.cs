#nullable enable
using System;
using System.Collections.Generic;
using System.Linq;
using UnityEngine;
using VisAVis.Core;

namespace VisAVis
{
    /// <summary>The blendshapes of a character's meshes that a profile drives.</summary>
    internal sealed class FaceMeshes
    {
        private readonly Binding[] _bindings;

        private FaceMeshes(Binding[] bindings)
        {
            _bindings = bindings;
        }

        /// <summary>
        /// Binds a profile, or the preset that fits best, to meshes; says which in words. Null when nothing fits.
        /// </summary>
        public static FaceMeshes? Bind(SkinnedMeshRenderer[] meshes, FaceProfile? asset, out string inUse)
        {
            List<string> names = NamesOf(meshes);
            if (names.Count == 0)
            {
                inUse = "no mesh with blendshapes was found";
                return null;
            }

            try
            {
                Profile? profile = asset != null ? asset.ToProfile() : ProfileDetector.Detect(names);
                if (profile == null)
                {
                    inUse = "no preset fits the blendshapes' names; make a profile with Window > Vis-à-Vis > Profile Wizard";
                    return null;
                }

                var bindings = new List<Binding>();
                foreach (SkinnedMeshRenderer mesh in meshes)
                {
                    var binding = new Binding(mesh, profile);
                    if (binding.Count > 0) bindings.Add(binding);
                }

                int driven = bindings.Sum(binding => binding.Count);
                inUse = $"{profile.Title}: {driven} blendshapes" + (asset != null ? "" : ", found by name");
                return driven > 0 ? new FaceMeshes(bindings.ToArray()) : null;
            }
            catch (ArgumentException error)
            {
                inUse = error.Message;
                return null;
            }
        }

        /// <summary>The blendshape names of all meshes, each once.</summary>
        public static List<string> NamesOf(IEnumerable<SkinnedMeshRenderer> meshes)
        {
            var names = new List<string>();
            var known = new HashSet<string>();
            foreach (SkinnedMeshRenderer mesh in meshes)
            {
                if (mesh == null) continue;
                foreach (string name in ShapesOf(mesh))
                    if (known.Add(name)) names.Add(name);
            }

            return names;
        }

        /// <summary>The blendshape names of one mesh, in its order.</summary>
        private static List<string> ShapesOf(SkinnedMeshRenderer mesh)
        {
            var names = new List<string>();
            for (int i = 0; mesh.sharedMesh != null && i < mesh.sharedMesh.blendShapeCount; i++)
                names.Add(mesh.sharedMesh.GetBlendShapeName(i));
            return names;
        }

        /// <summary>Shows ARKit weights. Allocates nothing.</summary>
        public void Apply(float[] weights, float strength)
        {
            foreach (Binding binding in _bindings) binding.Apply(weights, strength);
        }

        /// <summary>Sets every blendshape that is driven to 0.</summary>
        public void Clear()
        {
            foreach (Binding binding in _bindings) binding.Clear();
        }

        private sealed class Binding
        {
            private readonly SkinnedMeshRenderer _mesh;
            private readonly ProfileMapper _mapper;
            private readonly float[] _shown;

            public Binding(SkinnedMeshRenderer mesh, Profile profile)
            {
                _mesh = mesh;
                // The indices of the names are those of the mesh: a mesh has every blendshape once.
                _mapper = new ProfileMapper(profile, mesh == null ? new List<string>() : ShapesOf(mesh));
                _shown = new float[_mapper.Values.Length];
                for (int i = 0; i < _shown.Length; i++) _shown[i] = float.NaN;
            }

            public int Count => _mapper.Driven.Length;

            public void Apply(float[] weights, float strength)
            {
                if (_mesh == null) return;
                _mapper.Map(weights);
                foreach (int shape in _mapper.Driven)
                {
                    float weight = 100f * strength * _mapper.Values[shape];
                    // A blendshape that does not move costs nothing.
                    if (Mathf.Abs(weight - _shown[shape]) < 0.01f) continue;
                    _shown[shape] = weight;
                    _mesh.SetBlendShapeWeight(shape, weight);
                }
            }

            public void Clear()
            {
                _mapper.Reset();
                if (_mesh == null) return;
                foreach (int shape in _mapper.Driven)
                {
                    _shown[shape] = 0f;
                    _mesh.SetBlendShapeWeight(shape, 0f);
                }
            }
        }
    }
}
