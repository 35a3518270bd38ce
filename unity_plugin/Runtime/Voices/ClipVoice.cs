#nullable enable
using System;
using System.Collections.Generic;
using UnityEngine;
using VisAVis.Core;

namespace VisAVis
{
    /// <summary>Says audio clips, one after another, in step with the faces.</summary>
    [AddComponentMenu("Vis-à-Vis/Clip Voice")]
    [DefaultExecutionOrder(-90)]
    public sealed class ClipVoice : ConversationVoice
    {
        #region Settings

        [SerializeField, Tooltip("Said as soon as the conversation runs.")]
        private AudioClip[] sayAtStart = Array.Empty<AudioClip>();

        [SerializeField, Min(0f), Tooltip("How long to wait for the connection before speaking without faces, seconds.")]
        private float patience = 3f;

        [SerializeField, Tooltip("Mixed track: who speaks when inside the clips said at start, if it is known.")]
        private SpeechSpan[] spans = Array.Empty<SpeechSpan>();

        /// <summary>One person speaks from start to end, seconds inside the first clip.</summary>
        [Serializable]
        public sealed class SpeechSpan
        {
            /// <summary>Who speaks.</summary>
            [Tooltip("Who speaks.")]
            public Person person;

            /// <summary>Seconds inside the clip.</summary>
            [Tooltip("Seconds inside the clip.")]
            public float start;

            /// <summary>Seconds inside the clip.</summary>
            [Tooltip("Seconds inside the clip.")]
            public float end;
        }

        #endregion

        #region Run-time properties

        /// <summary>Whether something is being said or waits for its turn.</summary>
        public bool IsSpeaking => _current != null || _waiting.Count > 0;

        /// <summary>The line that is being said; null between lines.</summary>
        public AudioClip? Current => _current;

        /// <summary>The conversation's time at which the present line begins to be mixed, seconds.</summary>
        public double LineBeganS => _beginsS;

        /// <summary>A line begins to be mixed; it is heard after the audio engine's delay.</summary>
        public event Action<AudioClip>? LineBegan;

        /// <summary>A line has ended.</summary>
        public event Action<AudioClip>? LineEnded;

        #endregion

        #region Public methods

        /// <summary>Says a clip after those that wait.</summary>
        public void Say(AudioClip clip) => _waiting.Enqueue(clip);

        /// <summary>Says a clip whose speakers are known (a mixed track): spans in seconds inside the clip.</summary>
        public void Say(AudioClip clip, SpeechSpan[] who)
        {
            spans = who;
            _waiting.Enqueue(clip);
        }

        /// <summary>
        /// Stops and forgets what waits. What was written ahead can no longer be taken back: the face ends its word.
        /// </summary>
        public void Stop()
        {
            _waiting.Clear();
            EndLine();
        }

        #endregion

        #region MonoBehaviour

        private void Start()
        {
            foreach (AudioClip clip in sayAtStart)
                if (clip != null) Say(clip);
        }

        /// <inheritdoc/>
        protected override void OnDisable()
        {
            base.OnDisable();
            EndLine();
        }

        private void Update()
        {
            if (!TryGetTrack(out Conversation running, out AudioTrack track)) return;
            double now = running.MixedS;
            if (_current != null && now >= _endsS) EndLine();
            if (_current == null && _waiting.Count > 0 && IsReady(running)) BeginLine(running, track, _waiting.Dequeue());
            if (_reader == null) return;
            if (!_began && now >= _beginsS)
            {
                _began = true;
                LineBegan?.Invoke(_current!);
            }

            _reader.WriteUntil(track, now + running.LeadS + ClipReader.AheadS);
        }

        #endregion

        #region Private members

        private readonly Queue<AudioClip> _waiting = new Queue<AudioClip>();
        private AudioClip? _current;
        private ClipReader? _reader;
        private double _beginsS;
        private double _endsS;
        private bool _began;

        /// <inheritdoc/>
        protected override void OnConversationRestarted() => EndLine();

        private bool IsReady(Conversation running) =>
            running.State == Protocol.ConnectionState.Live || running.MixedS >= patience;

        private void BeginLine(Conversation running, AudioTrack track, AudioClip clip)
        {
            long position = NextPosition(running, track);
            _reader = ClipReader.Open(clip, position, out string problem);
            if (_reader == null)
            {
                Debug.LogError($"Vis-à-Vis: {problem}", this);
                return;
            }

            _current = clip;
            _began = false;
            _beginsS = position / (double)track.SampleRate;
            _endsS = _beginsS + clip.samples / (double)clip.frequency;
            if (AudioSource != null)
            {
                AudioSource.clip = clip;
                AudioSource.loop = false;
                AudioSource.PlayScheduled(running.DspTimeOf(_beginsS));
            }

            if (spans.Length > 0) SendSpans(running);
        }

        private void SendSpans(Conversation running)
        {
            var message = new List<V1.RoleSpan>();
            foreach (SpeechSpan span in spans)
            {
                message.Add(new V1.RoleSpan
                {
                    Participant = span.person == Person.A ? V1.Participant.A : V1.Participant.B,
                    StartS = _beginsS + span.start,
                    EndS = _beginsS + span.end,
                });
            }

            running.SetRoles(message, _endsS);
            spans = Array.Empty<SpeechSpan>();
        }

        private void EndLine()
        {
            AudioClip? ended = _current;
            _current = null;
            _reader = null;
            if (ended == null) return;
            if (AudioSource != null && AudioSource.clip == ended) AudioSource.Stop();
            LineEnded?.Invoke(ended);
        }

        #endregion
    }
}
