#nullable enable
using System.Collections.Generic;

namespace VisAVis.Core
{
    /// <summary>The 52 ARKit blendshapes in Apple's order (ARFaceAnchor.BlendShapeLocation).</summary>
    public static class Arkit
    {
        /// <summary>How many there are.</summary>
        public const int Count = 52;

        /// <summary>Index of eyeBlinkLeft.</summary>
        public const int EyeBlinkLeft = 0;

        /// <summary>Index of eyeLookDownLeft.</summary>
        public const int EyeLookDownLeft = 1;

        /// <summary>Index of eyeLookInLeft.</summary>
        public const int EyeLookInLeft = 2;

        /// <summary>Index of eyeLookOutLeft.</summary>
        public const int EyeLookOutLeft = 3;

        /// <summary>Index of eyeLookUpLeft.</summary>
        public const int EyeLookUpLeft = 4;

        /// <summary>Index of eyeSquintLeft.</summary>
        public const int EyeSquintLeft = 5;

        /// <summary>Index of eyeWideLeft.</summary>
        public const int EyeWideLeft = 6;

        /// <summary>Index of eyeBlinkRight.</summary>
        public const int EyeBlinkRight = 7;

        /// <summary>Index of eyeLookDownRight.</summary>
        public const int EyeLookDownRight = 8;

        /// <summary>Index of eyeLookInRight.</summary>
        public const int EyeLookInRight = 9;

        /// <summary>Index of eyeLookOutRight.</summary>
        public const int EyeLookOutRight = 10;

        /// <summary>Index of eyeLookUpRight.</summary>
        public const int EyeLookUpRight = 11;

        /// <summary>Index of eyeSquintRight.</summary>
        public const int EyeSquintRight = 12;

        /// <summary>Index of eyeWideRight.</summary>
        public const int EyeWideRight = 13;

        /// <summary>Index of jawForward.</summary>
        public const int JawForward = 14;

        /// <summary>Index of jawLeft.</summary>
        public const int JawLeft = 15;

        /// <summary>Index of jawRight.</summary>
        public const int JawRight = 16;

        /// <summary>Index of jawOpen.</summary>
        public const int JawOpen = 17;

        /// <summary>Index of mouthClose.</summary>
        public const int MouthClose = 18;

        /// <summary>Index of mouthFunnel.</summary>
        public const int MouthFunnel = 19;

        /// <summary>Index of mouthPucker.</summary>
        public const int MouthPucker = 20;

        /// <summary>Index of mouthLeft.</summary>
        public const int MouthLeft = 21;

        /// <summary>Index of mouthRight.</summary>
        public const int MouthRight = 22;

        /// <summary>Index of mouthSmileLeft.</summary>
        public const int MouthSmileLeft = 23;

        /// <summary>Index of mouthSmileRight.</summary>
        public const int MouthSmileRight = 24;

        /// <summary>Index of mouthFrownLeft.</summary>
        public const int MouthFrownLeft = 25;

        /// <summary>Index of mouthFrownRight.</summary>
        public const int MouthFrownRight = 26;

        /// <summary>Index of mouthDimpleLeft.</summary>
        public const int MouthDimpleLeft = 27;

        /// <summary>Index of mouthDimpleRight.</summary>
        public const int MouthDimpleRight = 28;

        /// <summary>Index of mouthStretchLeft.</summary>
        public const int MouthStretchLeft = 29;

        /// <summary>Index of mouthStretchRight.</summary>
        public const int MouthStretchRight = 30;

        /// <summary>Index of mouthRollLower.</summary>
        public const int MouthRollLower = 31;

        /// <summary>Index of mouthRollUpper.</summary>
        public const int MouthRollUpper = 32;

        /// <summary>Index of mouthShrugLower.</summary>
        public const int MouthShrugLower = 33;

        /// <summary>Index of mouthShrugUpper.</summary>
        public const int MouthShrugUpper = 34;

        /// <summary>Index of mouthPressLeft.</summary>
        public const int MouthPressLeft = 35;

        /// <summary>Index of mouthPressRight.</summary>
        public const int MouthPressRight = 36;

        /// <summary>Index of mouthLowerDownLeft.</summary>
        public const int MouthLowerDownLeft = 37;

        /// <summary>Index of mouthLowerDownRight.</summary>
        public const int MouthLowerDownRight = 38;

        /// <summary>Index of mouthUpperUpLeft.</summary>
        public const int MouthUpperUpLeft = 39;

        /// <summary>Index of mouthUpperUpRight.</summary>
        public const int MouthUpperUpRight = 40;

        /// <summary>Index of browDownLeft.</summary>
        public const int BrowDownLeft = 41;

        /// <summary>Index of browDownRight.</summary>
        public const int BrowDownRight = 42;

        /// <summary>Index of browInnerUp.</summary>
        public const int BrowInnerUp = 43;

        /// <summary>Index of browOuterUpLeft.</summary>
        public const int BrowOuterUpLeft = 44;

        /// <summary>Index of browOuterUpRight.</summary>
        public const int BrowOuterUpRight = 45;

        /// <summary>Index of cheekPuff.</summary>
        public const int CheekPuff = 46;

        /// <summary>Index of cheekSquintLeft.</summary>
        public const int CheekSquintLeft = 47;

        /// <summary>Index of cheekSquintRight.</summary>
        public const int CheekSquintRight = 48;

        /// <summary>Index of noseSneerLeft.</summary>
        public const int NoseSneerLeft = 49;

        /// <summary>Index of noseSneerRight.</summary>
        public const int NoseSneerRight = 50;

        /// <summary>Index of tongueOut.</summary>
        public const int TongueOut = 51;

        /// <summary>Apple's names, camelCase, in Apple's order.</summary>
        public static readonly IReadOnlyList<string> Names = new[]
        {
            "eyeBlinkLeft", "eyeLookDownLeft", "eyeLookInLeft",
            "eyeLookOutLeft", "eyeLookUpLeft", "eyeSquintLeft",
            "eyeWideLeft", "eyeBlinkRight", "eyeLookDownRight",
            "eyeLookInRight", "eyeLookOutRight", "eyeLookUpRight",
            "eyeSquintRight", "eyeWideRight", "jawForward",
            "jawLeft", "jawRight", "jawOpen",
            "mouthClose", "mouthFunnel", "mouthPucker",
            "mouthLeft", "mouthRight", "mouthSmileLeft",
            "mouthSmileRight", "mouthFrownLeft", "mouthFrownRight",
            "mouthDimpleLeft", "mouthDimpleRight", "mouthStretchLeft",
            "mouthStretchRight", "mouthRollLower", "mouthRollUpper",
            "mouthShrugLower", "mouthShrugUpper", "mouthPressLeft",
            "mouthPressRight", "mouthLowerDownLeft", "mouthLowerDownRight",
            "mouthUpperUpLeft", "mouthUpperUpRight", "browDownLeft",
            "browDownRight", "browInnerUp", "browOuterUpLeft",
            "browOuterUpRight", "cheekPuff", "cheekSquintLeft",
            "cheekSquintRight", "noseSneerLeft", "noseSneerRight",
            "tongueOut",
        };

        private static readonly Dictionary<string, int> Indices = MakeIndices();

        /// <summary>The index of a name (camelCase), or -1.</summary>
        public static int IndexOf(string name) => Indices.TryGetValue(name, out int index) ? index : -1;

        private static Dictionary<string, int> MakeIndices()
        {
            var indices = new Dictionary<string, int>(Count);
            for (int i = 0; i < Count; i++) indices.Add(Names[i], i);
            return indices;
        }
    }
}
