#nullable enable
using System;
using System.Numerics;

namespace VisAVis.Core
{
    /// <summary>A direction in body axes, radians: yaw positive to the own left, pitch positive down.</summary>
    public struct YawPitch
    {
        /// <summary>About +Y, positive to the own left.</summary>
        public float Yaw;

        /// <summary>About +X, positive down.</summary>
        public float Pitch;

        /// <summary>A direction by its angles.</summary>
        public YawPitch(float yaw, float pitch)
        {
            Yaw = yaw;
            Pitch = pitch;
        }

        /// <summary>The direction of a vector.</summary>
        public static YawPitch Of(Vector3 v) =>
            new YawPitch(MathF.Atan2(v.X, v.Z), MathF.Atan2(-v.Y, MathF.Sqrt(v.X * v.X + v.Z * v.Z)));

        /// <summary>The direction in which a rotation turns straight ahead.</summary>
        public static YawPitch Of(Quaternion rotation) => Of(Vector3.Transform(Vector3.UnitZ, rotation));

        /// <summary>The unit vector.</summary>
        public Vector3 Forward()
        {
            float flat = MathF.Cos(Pitch);
            return new Vector3(MathF.Sin(Yaw) * flat, -MathF.Sin(Pitch), MathF.Cos(Yaw) * flat);
        }

        /// <summary>The rotation Ry(yaw) Rx(pitch).</summary>
        public Quaternion Rotation() =>
            Quaternion.CreateFromAxisAngle(Vector3.UnitY, Yaw) * Quaternion.CreateFromAxisAngle(Vector3.UnitX, Pitch);

        /// <summary>Both angles in (-pi, pi].</summary>
        public YawPitch Wrapped() => new YawPitch(Wrap(Yaw), Wrap(Pitch));

        /// <summary>Both angles within limits.</summary>
        public YawPitch Clamped(YawPitch limit) => new YawPitch(
            Math.Clamp(Yaw, -limit.Yaw, limit.Yaw), Math.Clamp(Pitch, -limit.Pitch, limit.Pitch));

        /// <summary>A limit widened so that an angle given lies within it.</summary>
        public YawPitch AtLeast(YawPitch angles) => new YawPitch(
            MathF.Max(Yaw, MathF.Abs(angles.Yaw)), MathF.Max(Pitch, MathF.Abs(angles.Pitch)));

        /// <summary>Sum of the angles.</summary>
        public static YawPitch operator +(YawPitch a, YawPitch b) => new YawPitch(a.Yaw + b.Yaw, a.Pitch + b.Pitch);

        /// <summary>Difference of the angles.</summary>
        public static YawPitch operator -(YawPitch a, YawPitch b) => new YawPitch(a.Yaw - b.Yaw, a.Pitch - b.Pitch);

        /// <summary>Both angles times a factor.</summary>
        public static YawPitch operator *(float factor, YawPitch a) => new YawPitch(factor * a.Yaw, factor * a.Pitch);

        /// <summary>Angle by angle.</summary>
        public static YawPitch operator *(YawPitch a, YawPitch b) => new YawPitch(a.Yaw * b.Yaw, a.Pitch * b.Pitch);

        private static float Wrap(float angle)
        {
            while (angle > MathF.PI) angle -= 2 * MathF.PI;
            while (angle <= -MathF.PI) angle += 2 * MathF.PI;
            return angle;
        }
    }
}
