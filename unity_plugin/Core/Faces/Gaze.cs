#nullable enable
using System.Numerics;

namespace VisAVis.Core
{
    /// <summary>What somebody looks at; values as in frame.proto.</summary>
    public enum GazeKind
    {
        /// <summary>Nothing is known.</summary>
        Unspecified = 0,

        /// <summary>The partner's eyes.</summary>
        PartnerEyes = 1,

        /// <summary>The partner's mouth.</summary>
        PartnerMouth = 2,

        /// <summary>Away from the partner, at nothing in particular.</summary>
        Averted = 3,

        /// <summary>A named object of the scene.</summary>
        Object = 4,
    }

    /// <summary>Where somebody looks.</summary>
    public struct Gaze
    {
        /// <summary>The kind of target.</summary>
        public GazeKind Kind;

        /// <summary>The point looked at, conversation frame, metres.</summary>
        public Vector3 Point;

        /// <summary>How much the look is on the partner, in [0, 1].</summary>
        public float OnPartner;

        /// <summary>The object's name when the kind is an object, else empty.</summary>
        public string ObjectName;
    }
}
