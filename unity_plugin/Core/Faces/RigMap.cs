#nullable enable
using System;
using System.Numerics;

namespace VisAVis.Core
{
    /// <summary>What the coefficients of a stream mean: the map between ARKit's 52 shapes and a FLAME rig.</summary>
    public sealed class RigMap
    {
        /// <summary>
        /// A rig. <paramref name="arkitToFlame"/> is M, (expressionSize + 3) x 52 row-major: p = M w with p the
        /// expression coefficients followed by the jaw's axis-angle.
        /// </summary>
        /// <exception cref="ArgumentException">Sizes that do not fit, or a figure that is not finite.</exception>
        public RigMap(string rigId, int expressionSize, float[] arkitToFlame, float ridge, int sweeps,
            float[] eyeLookRange, Vector3[] joints)
        {
            if (expressionSize < 1 || expressionSize > 1000)
                throw new ArgumentException($"a rig of {expressionSize} expression coefficients", nameof(expressionSize));
            if (arkitToFlame.Length != (expressionSize + 3) * Arkit.Count)
            {
                throw new ArgumentException(
                    $"the map has {arkitToFlame.Length} values, {(expressionSize + 3) * Arkit.Count} are needed",
                    nameof(arkitToFlame));
            }

            foreach (float value in arkitToFlame)
                if (!IsFinite(value)) throw new ArgumentException("the map has a value that is not finite", nameof(arkitToFlame));
            if (!IsFinite(ridge) || ridge < 0) throw new ArgumentException($"a ridge of {ridge}", nameof(ridge));
            if (sweeps < 1 || sweeps > 1000) throw new ArgumentException($"{sweeps} sweeps", nameof(sweeps));
            if (eyeLookRange.Length != 4)
                throw new ArgumentException("the eye-look range has 4 values: up, down, in, out", nameof(eyeLookRange));
            if (joints.Length != 5)
                throw new ArgumentException("a rig has 5 joints: global, neck, jaw, left eye, right eye", nameof(joints));
            RigId = rigId;
            ExpressionSize = expressionSize;
            ArkitToFlame = arkitToFlame;
            Ridge = ridge;
            Sweeps = sweeps;
            EyeLookRange = eyeLookRange;
            EyeMidpoint = 0.5f * (joints[3] + joints[4]) - joints[1];
            EyeDistance = (joints[3] - joints[4]).Length();
        }

        /// <summary>Names the rig and its version: the same id means the same coefficients.</summary>
        public string RigId { get; }

        /// <summary>Number of expression coefficients, E.</summary>
        public int ExpressionSize { get; }

        /// <summary>M, (E + 3) x 52, row-major.</summary>
        public float[] ArkitToFlame { get; }

        /// <summary>Lambda of the ridge term.</summary>
        public float Ridge { get; }

        /// <summary>Sweeps of the coordinate descent.</summary>
        public int Sweeps { get; }

        /// <summary>Eye rotation at weight 1 of an eye-look shape, radians: up, down, in, out.</summary>
        public float[] EyeLookRange { get; }

        /// <summary>From the neck joint to the midpoint of the eye joints in the neutral head, metres.</summary>
        public Vector3 EyeMidpoint { get; }

        /// <summary>Between the two eye joints, metres.</summary>
        public float EyeDistance { get; }

        private static bool IsFinite(float value) => !float.IsNaN(value) && !float.IsInfinity(value);
    }
}
