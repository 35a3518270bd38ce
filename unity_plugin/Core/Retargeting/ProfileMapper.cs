#nullable enable
using System;
using System.Collections.Generic;

namespace VisAVis.Core
{
    /// <summary>Applies a profile: ARKit weights in, one value per target out (docs/retargeting.md, 2).</summary>
    public sealed class ProfileMapper
    {
        private readonly List<string> _targets = new List<string>();
        private readonly float[] _maximum;
        private readonly ProfileChannel[] _channels;
        private readonly int[] _channelIndices;
        private readonly int[][] _channelTargets;
        private readonly RetargetSolver? _basis;
        private readonly int[] _basisRows = Array.Empty<int>();
        private readonly int[] _basisTargets = Array.Empty<int>();
        private readonly float[] _basisInput = Array.Empty<float>();
        private readonly float[] _basisWeights = Array.Empty<float>();
        private readonly int _rest = -1;

        /// <summary>A mapper for a profile.</summary>
        /// <exception cref="ArgumentException">The profile names a channel that ARKit does not have.</exception>
        public ProfileMapper(Profile profile)
        {
            var indices = new Dictionary<string, int>();
            if (profile.Kind == ProfileKind.Basis && profile.Basis.Length > 0)
            {
                _basisRows = RowsOf(profile);
                _basisInput = new float[_basisRows.Length];
                _basisWeights = new float[profile.Basis.Length];
                _basisTargets = new int[profile.Basis.Length];
                for (int i = 0; i < profile.Basis.Length; i++)
                    _basisTargets[i] = TargetIndex(profile.Basis[i].Target, indices);
                _basis = new RetargetSolver(
                    MatrixOf(profile, _basisRows), _basisRows.Length, profile.Basis.Length, profile.Ridge, profile.Sweeps);
                if (profile.Rest.Length != 0) _rest = TargetIndex(profile.Rest, indices);
            }

            _channels = profile.Channels;
            _channelIndices = new int[_channels.Length];
            _channelTargets = new int[_channels.Length][];
            for (int i = 0; i < _channels.Length; i++)
            {
                _channelIndices[i] = ChannelIndex(profile, _channels[i].Channel);
                _channelTargets[i] = new int[_channels[i].Targets.Length];
                for (int t = 0; t < _channelTargets[i].Length; t++)
                    _channelTargets[i][t] = TargetIndex(_channels[i].Targets[t], indices);
            }

            _maximum = MaximumOf(_targets.Count);
            Values = new float[_targets.Count];
        }

        /// <summary>The distinct targets, in the order of their first mention.</summary>
        public IReadOnlyList<string> Targets => _targets;

        /// <summary>The targets' values after <see cref="Map"/>, usually in [0, 1].</summary>
        public float[] Values { get; }

        /// <summary>Forgets the last frame: after a seek.</summary>
        public void Reset() => Array.Clear(_basisWeights, 0, _basisWeights.Length);

        /// <summary>Maps the 52 ARKit weights to <see cref="Values"/>. Allocates nothing.</summary>
        public void Map(ReadOnlySpan<float> weights)
        {
            Array.Clear(Values, 0, Values.Length);
            if (_basis != null) MapBasis(weights);
            for (int i = 0; i < _channels.Length; i++)
            {
                float y = _channels[i].Evaluate(weights[_channelIndices[i]]);
                foreach (int target in _channelTargets[i]) Values[target] += y;
            }

            for (int i = 0; i < Values.Length; i++) Values[i] = Math.Clamp(Values[i], 0f, _maximum[i]);
        }

        private void MapBasis(ReadOnlySpan<float> weights)
        {
            for (int r = 0; r < _basisRows.Length; r++) _basisInput[r] = weights[_basisRows[r]];
            _basis!.Solve(_basisInput, _basisWeights);
            float sum = 0f;
            for (int i = 0; i < _basisWeights.Length; i++)
            {
                if (_basisTargets[i] == _rest) continue;
                sum += _basisWeights[i];
                Values[_basisTargets[i]] += _basisWeights[i];
            }

            if (_rest >= 0) Values[_rest] += Math.Clamp(1f - sum, 0f, 1f);
        }

        private float[] MaximumOf(int count)
        {
            var maximum = new float[count];
            foreach (int target in _basisTargets) maximum[target] = 1f;
            if (_rest >= 0) maximum[_rest] = 1f;
            for (int i = 0; i < _channels.Length; i++)
            {
                foreach (int target in _channelTargets[i])
                    maximum[target] = Math.Max(maximum[target], _channels[i].ClampMax);
            }

            return maximum;
        }

        private int TargetIndex(string target, Dictionary<string, int> indices)
        {
            if (indices.TryGetValue(target, out int index)) return index;
            index = _targets.Count;
            indices.Add(target, index);
            _targets.Add(target);
            return index;
        }

        private static int[] RowsOf(Profile profile)
        {
            var named = new bool[Arkit.Count];
            foreach (ProfileBasis face in profile.Basis)
                foreach (string channel in face.Channels) named[ChannelIndex(profile, channel)] = true;
            var rows = new List<int>();
            for (int i = 0; i < named.Length; i++)
                if (named[i]) rows.Add(i);
            return rows.ToArray();
        }

        private static float[] MatrixOf(Profile profile, int[] rows)
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
