#nullable enable
using System;
using System.Numerics;

namespace VisAVis.Core
{
    /// <summary>
    /// FLAME coefficients to ARKit weights and rotations, once per received frame of one person and in stream order
    /// (docs/retargeting.md, 1).
    /// </summary>
    public sealed class FaceRetargeter
    {
        private readonly RetargetSolver _solver;
        private readonly float[] _p;
        private readonly float[] _warm = new float[Arkit.Count];
        private readonly float[] _eyeLookRange;

        /// <summary>A retargeter for frames of this rig.</summary>
        public FaceRetargeter(RigMap rig)
        {
            _solver = new RetargetSolver(rig.ArkitToFlame, rig.ExpressionSize + 3, Arkit.Count, rig.Ridge, rig.Sweeps);
            _p = new float[rig.ExpressionSize + 3];
            _eyeLookRange = rig.EyeLookRange;
        }

        /// <summary>Forgets the last frame: after a seek or a new connection.</summary>
        public void Reset() => Array.Clear(_warm, 0, _warm.Length);

        /// <summary>Turns a frame into a pose. Allocates nothing.</summary>
        public void Retarget(FaceFrame frame, FacePose into)
        {
            if (frame.HasWeights)
            {
                Array.Copy(frame.Weights, into.Weights, Arkit.Count);
            }
            else
            {
                Array.Copy(frame.Expression, _p, frame.Expression.Length);
                _p[_p.Length - 3] = frame.Jaw.X;
                _p[_p.Length - 2] = frame.Jaw.Y;
                _p[_p.Length - 1] = frame.Jaw.Z;
                _solver.Solve(_p, _warm);
                Array.Copy(_warm, into.Weights, Arkit.Count);
                into.Weights[Arkit.EyeBlinkLeft] = Math.Clamp(frame.LeftEyelid, 0f, 1f);
                into.Weights[Arkit.EyeBlinkRight] = Math.Clamp(frame.RightEyelid, 0f, 1f);
                SetEyeLook(into.Weights, _eyeLookRange, frame.LeftEye, frame.RightEye);
            }

            into.Body = Coordinates.FromRotationVector(frame.GlobalRotation);
            into.Head = Coordinates.FromRotationVector(frame.Neck);
            into.LeftEye = Coordinates.FromRotationVector(frame.LeftEye);
            into.RightEye = Coordinates.FromRotationVector(frame.RightEye);
            into.Position = frame.Translation;
            into.Gaze = frame.Gaze;
            into.Speaking = frame.Speaking;
        }

        /// <summary>
        /// Sets the eight eye-look weights from the eyes' axis-angle vectors and the rotation at weight 1 (up, down, in,
        /// out; radians).
        /// </summary>
        public static void SetEyeLook(float[] weights, float[] range, Vector3 left, Vector3 right)
        {
            float up = range[0], down = range[1], inward = range[2], outward = range[3];
            weights[Arkit.EyeLookUpLeft] = Math.Clamp(-left.X / up, 0f, 1f);
            weights[Arkit.EyeLookDownLeft] = Math.Clamp(left.X / down, 0f, 1f);
            weights[Arkit.EyeLookOutLeft] = Math.Clamp(left.Y / outward, 0f, 1f);
            weights[Arkit.EyeLookInLeft] = Math.Clamp(-left.Y / inward, 0f, 1f);
            weights[Arkit.EyeLookUpRight] = Math.Clamp(-right.X / up, 0f, 1f);
            weights[Arkit.EyeLookDownRight] = Math.Clamp(right.X / down, 0f, 1f);
            weights[Arkit.EyeLookOutRight] = Math.Clamp(-right.Y / outward, 0f, 1f);
            weights[Arkit.EyeLookInRight] = Math.Clamp(right.Y / inward, 0f, 1f);
        }
    }
}
