#nullable enable
using System;
using System.Numerics;

namespace VisAVis.Core
{
    /// <summary>
    /// One person at one moment, in FLAME's layout. Rotations are axis-angle vectors in radians, right-handed, in the
    /// conversation frame's convention: a face at rest looks along its own +Z and its left is +X. Made once, filled
    /// again for every frame.
    /// </summary>
    public sealed class FaceFrame
    {
        /// <summary>A neutral face with room for this many FLAME expression coefficients.</summary>
        public FaceFrame(int expressionSize)
        {
            Expression = new float[expressionSize];
            Weights = new float[Arkit.Count];
            Gaze.ObjectName = "";
        }

        /// <summary>FLAME expression coefficients, as many as the rig says.</summary>
        public float[] Expression { get; }

        /// <summary>The 52 ARKit weights in [0, 1], Apple order; meaningful when <see cref="HasWeights"/>.</summary>
        public float[] Weights { get; }

        /// <summary>Whether the weights came with the frame, so that nothing has to be solved for.</summary>
        public bool HasWeights;

        /// <summary>Which way the person faces, lean included (FLAME's global rotation).</summary>
        public Vector3 GlobalRotation;

        /// <summary>The head relative to the body (FLAME's neck).</summary>
        public Vector3 Neck;

        /// <summary>The jaw; opens about +X.</summary>
        public Vector3 Jaw;

        /// <summary>The left eye relative to the head: +X looks down, +Y towards the person's own left.</summary>
        public Vector3 LeftEye;

        /// <summary>The right eye, same directions.</summary>
        public Vector3 RightEye;

        /// <summary>Where the head joint is, metres, conversation frame.</summary>
        public Vector3 Translation;

        /// <summary>The left lid: 0 open, 1 shut.</summary>
        public float LeftEyelid;

        /// <summary>The right lid.</summary>
        public float RightEyelid;

        /// <summary>What is looked at.</summary>
        public Gaze Gaze;

        /// <summary>Probability in [0, 1] that this person is speaking.</summary>
        public float Speaking;

        /// <summary>Takes over everything from a frame of the same rig.</summary>
        public void CopyFrom(FaceFrame other)
        {
            Array.Copy(other.Expression, Expression, Expression.Length);
            Array.Copy(other.Weights, Weights, Weights.Length);
            HasWeights = other.HasWeights;
            GlobalRotation = other.GlobalRotation;
            Neck = other.Neck;
            Jaw = other.Jaw;
            LeftEye = other.LeftEye;
            RightEye = other.RightEye;
            Translation = other.Translation;
            LeftEyelid = other.LeftEyelid;
            RightEyelid = other.RightEyelid;
            Gaze = other.Gaze;
            Speaking = other.Speaking;
        }
    }
}
