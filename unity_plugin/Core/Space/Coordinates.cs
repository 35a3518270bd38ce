#nullable enable
using System;
using System.Numerics;

namespace VisAVis.Core
{
    /// <summary>
    /// Between the conversation frame (right-handed, +Y up; a face looks along +Z, its left is +X) and Unity's
    /// (left-handed, +Y up; a character looks along +Z, its left is -X). Every conversion is its own inverse.
    /// </summary>
    public static class Coordinates
    {
        /// <summary>A position or direction: (-x, y, z).</summary>
        public static Vector3 Position(Vector3 p) => new Vector3(-p.X, p.Y, p.Z);

        /// <summary>An axis-angle vector: (rx, -ry, -rz).</summary>
        public static Vector3 RotationVector(Vector3 r) => new Vector3(r.X, -r.Y, -r.Z);

        /// <summary>A quaternion: (w, x, -y, -z).</summary>
        public static Quaternion Rotation(Quaternion q) => new Quaternion(q.X, -q.Y, -q.Z, q.W);

        /// <summary>A yaw in degrees about +Y changes its sign.</summary>
        public static float YawDegrees(float yaw) => -yaw;

        /// <summary>The quaternion of an axis-angle vector (radians), handedness unchanged.</summary>
        public static Quaternion FromRotationVector(Vector3 r)
        {
            float angle = r.Length();
            float half = 0.5f * angle;
            // sin(a/2)/a, by its series near zero.
            float scale = angle < 1e-4f ? 0.5f - angle * angle / 48f : MathF.Sin(half) / angle;
            return new Quaternion(r.X * scale, r.Y * scale, r.Z * scale, MathF.Cos(half));
        }

        /// <summary>The axis-angle vector (radians, length at most pi) of a unit quaternion.</summary>
        public static Vector3 ToRotationVector(Quaternion q)
        {
            if (q.W < 0) q = new Quaternion(-q.X, -q.Y, -q.Z, -q.W);
            var axis = new Vector3(q.X, q.Y, q.Z);
            float sine = axis.Length();
            float scale = sine < 1e-6f ? 2f : 2f * MathF.Atan2(sine, q.W) / sine;
            return axis * scale;
        }
    }
}
