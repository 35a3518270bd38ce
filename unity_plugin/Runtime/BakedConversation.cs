#nullable enable
using System;
using System.IO;
using UnityEngine;
using VisAVis.Core;

namespace VisAVis
{
    /// <summary>
    /// Plays a conversation that was baked with <c>visavis bake --format arkit-csv</c>, without a service: both faces and the
    /// sound, in step.
    /// </summary>
    [AddComponentMenu("Vis-à-Vis/Baked Conversation")]
    [DefaultExecutionOrder(-100)]
    public sealed class BakedConversation : FaceSource
    {
        #region Settings

        [SerializeField, Tooltip("A's face: the file a.csv.")]
        private TextAsset? faceA;

        [SerializeField, Tooltip("B's face: the file b.csv.")]
        private TextAsset? faceB;

        [SerializeField, Tooltip("Where A's voice, or the mixed sound, is played.")]
        private AudioSource? soundA;

        [SerializeField, Tooltip("Where B's voice is played; empty for a mixed sound.")]
        private AudioSource? soundB;

        [SerializeField, Tooltip("Play as soon as this component is enabled.")]
        private bool playOnEnable = true;

        #endregion

        #region Run-time properties

        /// <summary>Whether it plays.</summary>
        public bool IsPlaying { get; private set; }

        /// <summary>Length of the longer face, seconds.</summary>
        public double DurationS => Math.Max(_a != null ? _a.DurationS : 0, _b != null ? _b.DurationS : 0);

        /// <inheritdoc/>
        public override double HeardS => _clock.NowS - LeadInS - OutputDelay.Seconds;

        /// <inheritdoc/>
        public override RigMap? Rig => null;

        /// <summary>It has come to its end.</summary>
        public event Action? Ended;

        #endregion

        #region Public methods

        /// <summary>Sets the files and sources from code; call <see cref="Play"/> afterwards.</summary>
        public void Assign(TextAsset? a, TextAsset? b, AudioSource? sourceA, AudioSource? sourceB)
        {
            faceA = a;
            faceB = b;
            soundA = sourceA;
            soundB = sourceB;
            _a = _b = null;
        }

        /// <summary>Plays from the beginning.</summary>
        public void Play()
        {
            if (!Load()) return;
            double dsp = AudioSettings.dspTime;
            _clock.Start(dsp, Time.realtimeSinceStartupAsDouble);
            // Scheduled a little ahead, so that both sounds begin on the same sample.
            if (soundA != null && soundA.clip != null) soundA.PlayScheduled(dsp + LeadInS);
            if (soundB != null && soundB.clip != null) soundB.PlayScheduled(dsp + LeadInS);
            IsPlaying = true;
        }

        /// <summary>Stops; the faces go to rest.</summary>
        public void Stop()
        {
            IsPlaying = false;
            if (soundA != null) soundA.Stop();
            if (soundB != null) soundB.Stop();
        }

        /// <inheritdoc/>
        public override FacePose GetPose(Person person) => person == Person.A ? _shownA : _shownB;

        /// <inheritdoc/>
        public override Transform? FindObject(string objectName) => null;

        #endregion

        #region MonoBehaviour

        private void Start()
        {
            _started = true;
            if (playOnEnable) Play();
        }

        private void OnEnable()
        {
            if (_started && playOnEnable) Play();
        }

        private void OnDisable() => Stop();

        private void Update()
        {
            double now = Time.realtimeSinceStartupAsDouble;
            double dt = Math.Max(0, now - _lastUpdate);
            _lastUpdate = now;
            if (IsPlaying)
            {
                _clock.Advance(AudioSettings.dspTime, now, AudioListener.pause);
                if (HeardS > DurationS + FadeS)
                {
                    IsPlaying = false;
                    Ended?.Invoke();
                }
            }

            // Not from one frame to the next: the face eases in and out of what was baked.
            bool inside = IsPlaying && HeardS >= 0 && HeardS <= DurationS;
            _presence = Mathf.MoveTowards(_presence, inside ? 1f : 0f, (float)(dt / FadeS));
            Show(_a, _idleA, _shownA, dt);
            Show(_b, _idleB, _shownB, dt);
        }

        #endregion

        #region Private members

        private const double LeadInS = 0.15;
        private const double FadeS = 0.3;

        private readonly PlaybackClock _clock = new PlaybackClock();
        private readonly IdleMotion _idleA = new IdleMotion(1);
        private readonly IdleMotion _idleB = new IdleMotion(2);
        private readonly FacePose _shownA = new FacePose();
        private readonly FacePose _shownB = new FacePose();
        private readonly FacePose _sampled = new FacePose();
        private readonly FacePose _rest = new FacePose();
        private BakedFace? _a;
        private BakedFace? _b;
        private float _presence;
        private bool _started;
        private double _lastUpdate;

        private bool Load()
        {
            _a ??= Parse(faceA);
            _b ??= Parse(faceB);
            return (_a != null || faceA == null) && (_b != null || faceB == null) && (_a != null || _b != null);
        }

        private BakedFace? Parse(TextAsset? file)
        {
            if (file == null) return null;
            try
            {
                return BakedFace.Parse(file.text);
            }
            catch (InvalidDataException error)
            {
                Debug.LogError($"Vis-à-Vis: {file.name}: {error.Message}", this);
                return null;
            }
        }

        private void Show(BakedFace? face, IdleMotion idle, FacePose into, double dt)
        {
            into.CopyFrom(_rest);
            if (face != null && _presence > 0f)
            {
                face.Sample(HeardS, _sampled);
                into.Mix(_rest, _sampled, _presence * _presence * (3f - 2f * _presence));
            }

            idle.Apply(into, 1f - _presence, dt);
        }

        #endregion
    }
}
