#nullable enable
using System;
using UnityEngine;
using VisAVis.Core;

namespace VisAVis
{
    /// <summary>Whose voice an audio source carries.</summary>
    public enum VoiceOf
    {
        /// <summary>The first person's.</summary>
        A = 0,

        /// <summary>The second person's.</summary>
        B = 1,

        /// <summary>Both: the one mixed track of a conversation whose layout is Mixed.</summary>
        Both = 2,
    }

    /// <summary>What gives a conversation its sound. What it plays is heard in step with the faces.</summary>
    public abstract class ConversationVoice : MonoBehaviour
    {
        [SerializeField, Tooltip("The conversation it belongs to.")]
        private Conversation? conversation;

        [SerializeField, Tooltip("Whose voice it is. Both: the one mixed track.")]
        private VoiceOf voiceOf = VoiceOf.A;

        [SerializeField, Tooltip("Where it is heard. Empty: the audio source on this object.")]
        private AudioSource? audioSource;

        /// <summary>The conversation it belongs to.</summary>
        public Conversation? Conversation
        {
            get => conversation;
            set
            {
                Leave();
                conversation = value;
                Join();
            }
        }

        /// <summary>Whose voice it is.</summary>
        public VoiceOf VoiceOf
        {
            get => voiceOf;
            set => voiceOf = value;
        }

        /// <summary>Where it is heard.</summary>
        public AudioSource? AudioSource
        {
            get => audioSource;
            set => audioSource = value;
        }

        /// <summary>Forgets what was planned: the conversation ended or began anew.</summary>
        protected abstract void OnConversationRestarted();

        /// <summary>Joins the conversation. Overrides call it.</summary>
        protected virtual void OnEnable()
        {
            if (audioSource == null) audioSource = GetComponent<AudioSource>();
            Join();
        }

        /// <summary>Leaves the conversation. Overrides call it.</summary>
        protected virtual void OnDisable() => Leave();

        /// <summary>The track to write to, while a conversation runs.</summary>
        protected bool TryGetTrack(out Conversation running, out AudioTrack track)
        {
            running = conversation!;
            track = null!;
            if (conversation == null || !conversation.IsRunning) return false;
            track = conversation.GetTrack(voiceOf);
            return true;
        }

        /// <summary>The first position at which new sound can be heard in step with the faces.</summary>
        protected static long NextPosition(Conversation running, AudioTrack track) =>
            Math.Max(track.Floor, (long)((running.MixedS + running.LeadS) * track.SampleRate));

        private void Join()
        {
            if (conversation != null && isActiveAndEnabled) conversation.Restarted += OnConversationRestarted;
        }

        private void Leave()
        {
            if (conversation != null) conversation.Restarted -= OnConversationRestarted;
        }
    }
}
