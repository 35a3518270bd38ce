#nullable enable
using UnityEngine;
using VisAVis.Core;
using N = System.Numerics;

namespace VisAVis
{
    /// <summary>Between the conversation frame's values and Unity's types.</summary>
    internal static class Convert
    {
        /// <summary>The same numbers in Unity's type.</summary>
        public static Vector3 Raw(N.Vector3 v) => new Vector3(v.X, v.Y, v.Z);

        /// <summary>The same numbers in the core's type.</summary>
        public static N.Vector3 Raw(Vector3 v) => new N.Vector3(v.x, v.y, v.z);

        /// <summary>A direction in Unity's body axes as one in the frame's (+X own left).</summary>
        public static N.Vector3 Direction(Vector3 v) => Coordinates.Position(Raw(v));

        /// <summary>A rotation of the frame as Unity's.</summary>
        public static Quaternion Rotation(N.Quaternion q)
        {
            N.Quaternion u = Coordinates.Rotation(q);
            return new Quaternion(u.X, u.Y, u.Z, u.W);
        }
    }
}
