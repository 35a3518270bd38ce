#nullable enable
namespace VisAVis.Core
{
    /// <summary>Both people at one moment of audio time, ready for avatars.</summary>
    public sealed class DyadPose
    {
        /// <summary>Counted from 0 since the start of the conversation.</summary>
        public long Index;

        /// <summary>Seconds of audio time: index / fps.</summary>
        public double TimeS;

        /// <summary>Person A.</summary>
        public FacePose A { get; } = new FacePose();

        /// <summary>Person B.</summary>
        public FacePose B { get; } = new FacePose();

        /// <summary>One of the two.</summary>
        public FacePose this[Person person] => person == Person.A ? A : B;

        /// <summary>Takes over everything from another.</summary>
        public void CopyFrom(DyadPose other)
        {
            Index = other.Index;
            TimeS = other.TimeS;
            A.CopyFrom(other.A);
            B.CopyFrom(other.B);
        }
    }
}
