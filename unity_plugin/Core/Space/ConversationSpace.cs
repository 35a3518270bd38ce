#nullable enable
using System;
using System.Numerics;

namespace VisAVis.Core
{
    /// <summary>
    /// Where the conversation frame lies in a Unity scene: its origin on the floor midway between the two, its +X from A
    /// towards B. Takes Unity's positions and gives Unity's positions; the frame's own are those of the wire.
    /// </summary>
    public sealed class ConversationSpace
    {
        private readonly Vector3 _origin;
        private readonly Vector3 _right;
        private readonly Vector3 _forward;

        /// <summary>The frame between two people who stand at these positions (Unity's world, metres, on the floor).</summary>
        public ConversationSpace(Vector3 a, Vector3 b)
        {
            _origin = 0.5f * (a + b);
            // The frame's +X is Unity's -X (see Coordinates), so the local right-hand side points from B to A.
            var right = new Vector3(a.X - b.X, 0, a.Z - b.Z);
            _right = right.Length() < 1e-3f ? Vector3.UnitX : Vector3.Normalize(right);
            _forward = Vector3.Cross(_right, Vector3.UnitY);
        }

        /// <summary>A position of Unity's world in the conversation frame.</summary>
        public Vector3 FromWorld(Vector3 world)
        {
            Vector3 d = world - _origin;
            return Coordinates.Position(new Vector3(Vector3.Dot(d, _right), d.Y, Vector3.Dot(d, _forward)));
        }

        /// <summary>A position of the conversation frame in Unity's world.</summary>
        public Vector3 ToWorld(Vector3 position)
        {
            Vector3 local = Coordinates.Position(position);
            return _origin + local.X * _right + local.Y * Vector3.UnitY + local.Z * _forward;
        }

        /// <summary>Which way a direction of Unity's world points on the floor, as a yaw of the frame in degrees: 0 is +Z, 90 is +X.</summary>
        public float YawFromWorld(Vector3 direction)
        {
            Vector3 local = Coordinates.Position(
                new Vector3(Vector3.Dot(direction, _right), 0, Vector3.Dot(direction, _forward)));
            return MathF.Atan2(local.X, local.Z) * 180f / MathF.PI;
        }

        /// <summary>The direction in Unity's world of a yaw of the frame, degrees.</summary>
        public Vector3 DirectionToWorld(float yawDegrees)
        {
            float yaw = yawDegrees * MathF.PI / 180f;
            Vector3 local = Coordinates.Position(new Vector3(MathF.Sin(yaw), 0, MathF.Cos(yaw)));
            return local.X * _right + local.Z * _forward;
        }
    }
}
