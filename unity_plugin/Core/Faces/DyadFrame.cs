#nullable enable
namespace VisAVis.Core
{
    /// <summary>Both people at one moment of audio time.</summary>
    public sealed class DyadFrame
    {
        /// <summary>Two neutral faces with room for this many expression coefficients.</summary>
        public DyadFrame(int expressionSize)
        {
            A = new FaceFrame(expressionSize);
            B = new FaceFrame(expressionSize);
        }

        /// <summary>Counted from 0 since the start of the conversation.</summary>
        public long Index;

        /// <summary>Seconds of audio time: index / fps.</summary>
        public double TimeS;

        /// <summary>Person A.</summary>
        public FaceFrame A { get; }

        /// <summary>Person B.</summary>
        public FaceFrame B { get; }

        /// <summary>One of the two.</summary>
        public FaceFrame this[Person person] => person == Person.A ? A : B;

        /// <summary>Takes over everything from a frame of the same rig.</summary>
        public void CopyFrom(DyadFrame other)
        {
            Index = other.Index;
            TimeS = other.TimeS;
            A.CopyFrom(other.A);
            B.CopyFrom(other.B);
        }
    }
}
