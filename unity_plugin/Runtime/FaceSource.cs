#nullable enable
using UnityEngine;
using VisAVis.Core;

namespace VisAVis
{
    /// <summary>
    /// Where faces come from: a live <see cref="Conversation"/> or a <see cref="BakedConversation"/>. A
    /// <see cref="CharacterFace"/> shows what its source says.
    /// </summary>
    public abstract class FaceSource : MonoBehaviour
    {
        private static readonly float[] DefaultEyeLookRange = { 0.52f, 0.61f, 0.70f, 0.70f };

        /// <summary>The moment that is being heard now, seconds of audio time.</summary>
        public abstract double HeardS { get; }

        /// <summary>The rig the stream was made with; null before it is known.</summary>
        public abstract RigMap? Rig { get; }

        /// <summary>Eye rotation at weight 1 of an eye-look shape, radians: up, down, in, out.</summary>
        public float[] EyeLookRange => Rig != null ? Rig.EyeLookRange : DefaultEyeLookRange;

        /// <summary>The pose to show now; it belongs to the source and is valid until its next update.</summary>
        public abstract FacePose GetPose(Person person);

        /// <summary>The object of the scene that has this name, for gaze; null when there is none.</summary>
        public abstract Transform? FindObject(string objectName);
    }
}
