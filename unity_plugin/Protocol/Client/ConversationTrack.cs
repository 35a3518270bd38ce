#nullable enable
using VisAVis.Core;

namespace VisAVis.Protocol
{
    /// <summary>A track of a conversation and whose voice it carries.</summary>
    public sealed class ConversationTrack
    {
        /// <summary>A person's own track.</summary>
        public ConversationTrack(Person person, AudioTrack audio)
        {
            Participant = person == Person.A ? V1.Participant.A : V1.Participant.B;
            Audio = audio;
        }

        /// <summary>The one mixed track.</summary>
        public ConversationTrack(AudioTrack mixed)
        {
            Participant = V1.Participant.Unspecified;
            Audio = mixed;
        }

        /// <summary>Whose; unspecified for the mixed track.</summary>
        public V1.Participant Participant { get; }

        /// <summary>The sound.</summary>
        public AudioTrack Audio { get; }
    }
}
