#nullable enable
using System;
using System.Numerics;

namespace VisAVis.Core
{
    /// <summary>
    /// One person at one moment, ready for an avatar: ARKit weights and rotations, in the conversation frame's
    /// convention (right-handed; body axes +X own left, +Y up, +Z forward). Made once, filled again for every frame.
    /// </summary>
    public sealed class FacePose
    {
        /// <summary>A pose at rest: weights 0, rotations identity, looking at nothing.</summary>
        public FacePose()
        {
            Weights = new float[Arkit.Count];
            Reset();
        }

        /// <summary>The 52 ARKit weights in [0, 1], Apple order.</summary>
        public float[] Weights { get; }

        /// <summary>Which way the person faces, lean included.</summary>
        public Quaternion Body;

        /// <summary>The head relative to the body.</summary>
        public Quaternion Head;

        /// <summary>The left eye relative to the head.</summary>
        public Quaternion LeftEye;

        /// <summary>The right eye relative to the head.</summary>
        public Quaternion RightEye;

        /// <summary>Where the head joint is, metres.</summary>
        public Vector3 Position;

        /// <summary>What is looked at.</summary>
        public Gaze Gaze;

        /// <summary>Probability in [0, 1] that this person is speaking.</summary>
        public float Speaking;

        /// <summary>Back to rest, at the origin.</summary>
        public void Reset()
        {
            Array.Clear(Weights, 0, Weights.Length);
            Body = Head = LeftEye = RightEye = Quaternion.Identity;
            Position = Vector3.Zero;
            Gaze = new Gaze { Kind = GazeKind.Averted, ObjectName = "" };
            Speaking = 0f;
        }

        /// <summary>Takes over everything from another pose.</summary>
        public void CopyFrom(FacePose other)
        {
            Array.Copy(other.Weights, Weights, Weights.Length);
            Body = other.Body;
            Head = other.Head;
            LeftEye = other.LeftEye;
            RightEye = other.RightEye;
            Position = other.Position;
            Gaze = other.Gaze;
            Speaking = other.Speaking;
        }

        /// <summary>Becomes <paramref name="other"/> with face, head and eyes at rest: what an idle person does.</summary>
        public void CopyIdleOf(FacePose other)
        {
            CopyFrom(other);
            Array.Clear(Weights, 0, Weights.Length);
            Head = LeftEye = RightEye = Quaternion.Identity;
            Gaze.Kind = GazeKind.Averted;
            Gaze.OnPartner = 0f;
            Gaze.ObjectName = "";
            Speaking = 0f;
        }

        /// <summary>
        /// Becomes the mixture of two poses, <paramref name="a"/> at u = 0 and <paramref name="b"/> at u = 1. Either
        /// may be this pose itself.
        /// </summary>
        public void Mix(FacePose a, FacePose b, float u)
        {
            for (int i = 0; i < Weights.Length; i++) Weights[i] = a.Weights[i] + u * (b.Weights[i] - a.Weights[i]);
            Body = Mix(a.Body, b.Body, u);
            Head = Mix(a.Head, b.Head, u);
            LeftEye = Mix(a.LeftEye, b.LeftEye, u);
            RightEye = Mix(a.RightEye, b.RightEye, u);
            Position = a.Position + u * (b.Position - a.Position);
            Gaze side = u < 0.5f ? a.Gaze : b.Gaze;
            side.Point = a.Gaze.Point + u * (b.Gaze.Point - a.Gaze.Point);
            side.OnPartner = a.Gaze.OnPartner + u * (b.Gaze.OnPartner - a.Gaze.OnPartner);
            Gaze = side;
            Speaking = a.Speaking + u * (b.Speaking - a.Speaking);
        }

        private static Quaternion Mix(Quaternion a, Quaternion b, float u)
        {
            if (Quaternion.Dot(a, b) < 0) b = Quaternion.Negate(b);
            return Quaternion.Normalize(a + (b - a) * u);
        }
    }
}
