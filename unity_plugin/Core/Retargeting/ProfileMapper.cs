#nullable enable
using System;
using System.Collections.Generic;

namespace VisAVis.Core
{
    /// <summary>Drives one mesh by one profile: ARKit weights in, the mesh's own weights out (docs/retargeting.md, 2).</summary>
    public sealed class ProfileMapper
    {
        private readonly Profile _profile;
        private readonly int[] _channels;
        private readonly int[][] _channelTargets;
        private readonly float[] _limits;
        private readonly RetargetSolver? _solver;
        private readonly int[] _rows = Array.Empty<int>();
        private readonly int[][] _basisTargets;
        private readonly int[] _rest;
        private readonly float[] _input;
        private readonly float[] _warm;

        /// <summary>A mapper for a mesh by its blendshape names.</summary>
        /// <exception cref="ArgumentException">The profile names a channel that ARKit does not have.</exception>
        public ProfileMapper(Profile profile, IReadOnlyList<string> names)
        {
            _profile = profile;
            _channels = Array.ConvertAll(profile.Channels, entry => ChannelIndex(profile, entry.Channel));
            _channelTargets = Array.ConvertAll(profile.Channels, entry => Found(entry.Targets, names));
            _basisTargets = Array.ConvertAll(profile.Basis, entry => Found(entry.Targets, names));
            _rest = Found(profile.Rest, names);
            _limits = Limits(names.Count);
            Values = new float[names.Count];
            Driven = DrivenIndices();
            if (profile.Basis.Length > 0)
            {
                _rows = Rows(profile);
                _solver = new RetargetSolver(
                    Matrix(profile, _rows), _rows.Length, profile.Basis.Length, profile.Ridge, profile.Sweeps);
            }

            _input = new float[_rows.Length];
            _warm = new float[profile.Basis.Length];
        }

        /// <summary>The mesh's weights after <see cref="Map"/>, one a name; 1 is Unity's 100.</summary>
        public float[] Values { get; }

        /// <summary>The blendshapes that the profile drives, as indices into the names, rising.</summary>
        public int[] Driven { get; }

        /// <summary>ARKit channels of the profile for which the mesh has no blendshape.</summary>
        public IEnumerable<string> Unused
        {
            get
            {
                for (int i = 0; i < _channels.Length; i++)
                    if (_channelTargets[i].Length == 0) yield return _profile.Channels[i].Channel;
            }
        }

        /// <summary>Forgets the last frame.</summary>
        public void Reset() => Array.Clear(_warm, 0, _warm.Length);

        /// <summary>Maps the 52 ARKit weights to <see cref="Values"/>. Allocates nothing.</summary>
        public void Map(ReadOnlySpan<float> weights)
        {
            Array.Clear(Values, 0, Values.Length);
            if (_solver != null) AddBasis(weights);
            for (int i = 0; i < _channels.Length; i++)
            {
                float value = _profile.Channels[i].Evaluate(weights[_channels[i]]);
                foreach (int target in _channelTargets[i]) Values[target] += value;
            }

            foreach (int target in Driven) Values[target] = Math.Clamp(Values[target], 0f, _limits[target]);
        }

        private void AddBasis(ReadOnlySpan<float> weights)
        {
            for (int r = 0; r < _rows.Length; r++) _input[r] = weights[_rows[r]];
            _solver!.Solve(_input, _warm);
            float sum = 0f;
            for (int i = 0; i < _warm.Length; i++)
            {
                sum += _warm[i];
                foreach (int target in _basisTargets[i]) Values[target] += _warm[i];
            }

            foreach (int target in _rest) Values[target] += Math.Clamp(1f - sum, 0f, 1f);
        }

        /// <summary>The largest clamp of what drives a target; 1 for those that no channel drives.</summary>
        private float[] Limits(int count)
        {
            var driven = new float[count];
            var limits = new float[count];
            for (int i = 0; i < count; i++) limits[i] = 1f;
            for (int i = 0; i < _channels.Length; i++)
            {
                foreach (int target in _channelTargets[i])
                    limits[target] = driven[target] = Math.Max(driven[target], _profile.Channels[i].ClampMax);
            }

            return limits;
        }

        private int[] DrivenIndices()
        {
            var driven = new SortedSet<int>(_rest);
            foreach (int[] targets in _basisTargets) driven.UnionWith(targets);
            foreach (int[] targets in _channelTargets) driven.UnionWith(targets);
            var indices = new int[driven.Count];
            driven.CopyTo(indices);
            return indices;
        }

        /// <summary>The blendshapes that are meant, each once.</summary>
        private static int[] Found(string[] targets, IReadOnlyList<string> names)
        {
            var found = new List<int>();
            foreach (string target in targets)
            {
                int index = BlendshapeNames.Find(target, names);
                if (index >= 0 && !found.Contains(index)) found.Add(index);
            }

            return found.ToArray();
        }

        private static int[] Rows(Profile profile)
        {
            var rows = new SortedSet<int>();
            foreach (ProfileBasis face in profile.Basis)
                foreach (string channel in face.Channels) rows.Add(ChannelIndex(profile, channel));
            var indices = new int[rows.Count];
            rows.CopyTo(indices);
            return indices;
        }

        private static float[] Matrix(Profile profile, int[] rows)
        {
            int columns = profile.Basis.Length;
            var matrix = new float[rows.Length * columns];
            for (int column = 0; column < columns; column++)
            {
                ProfileBasis face = profile.Basis[column];
                for (int i = 0; i < face.Channels.Length; i++)
                {
                    int row = Array.IndexOf(rows, Arkit.IndexOf(face.Channels[i]));
                    matrix[row * columns + column] = face.Weights[i];
                }
            }

            return matrix;
        }

        private static int ChannelIndex(Profile profile, string channel)
        {
            int index = Arkit.IndexOf(channel);
            if (index < 0) throw new ArgumentException($"profile '{profile.Name}': '{channel}' is no ARKit channel", nameof(profile));
            return index;
        }
    }
}
