#nullable enable
using System;
using UnityEngine;
using VisAVis.Core;

namespace VisAVis
{
    /// <summary>
    /// Says sound that comes piece by piece, such as live text-to-speech: push the samples as they arrive and they are
    /// heard as soon as the faces can follow.
    /// </summary>
    [AddComponentMenu("Vis-à-Vis/Stream Voice")]
    [DefaultExecutionOrder(-90)]
    [RequireComponent(typeof(AudioSource))]
    public class StreamVoice : ConversationVoice
    {
        #region Settings

        [SerializeField, Tooltip("Whether the sound is played here. Off: it only moves the face.")]
        private bool audible = true;

        #endregion

        #region Run-time properties

        /// <summary>Whether the sound is played here.</summary>
        public bool Audible
        {
            get => audible;
            set => audible = value;
        }

        /// <summary>End of what was pushed, seconds of the conversation's time.</summary>
        public double WrittenUntilS { get; private set; }

        /// <summary>Whether something pushed is still to be heard.</summary>
        public bool IsSpeaking => Conversation != null && Conversation.IsRunning && WrittenUntilS > Conversation.MixedS;

        #endregion

        #region Public methods

        /// <summary>
        /// Takes the next piece of mono sound in [-1, 1]. Pieces that come in time join without a gap. Returns false, and
        /// takes nothing, while no conversation runs. Allocates nothing unless the rate changes. Main thread only.
        /// </summary>
        public bool Push(ReadOnlySpan<float> samples, int sampleRate)
        {
            if (!TryGetTrack(out Conversation running, out AudioTrack track)) return false;
            Prepare(sampleRate);
            bool joins = track.Tail >= track.Floor && track.Tail > NowPosition(running, track);
            if (!joins)
            {
                // A new stretch: let the filters begin in silence.
                _toService!.Reset();
                _toSpeaker!.Reset();
                _speakerPosition = -1;
            }

            for (int at = 0; at < samples.Length; at += PieceLength)
                PushPiece(running, track, samples.Slice(at, Math.Min(PieceLength, samples.Length - at)), joins || at > 0);
            return true;
        }

        #endregion

        #region MonoBehaviour

        /// <inheritdoc/>
        protected override void OnEnable()
        {
            base.OnEnable();
            _outputRate = Math.Clamp(AudioSettings.outputSampleRate, 8000, 192000);
            lock (_lock) _speaker = new AudioTrack(_outputRate);
            PlayCarrier();
        }

        /// <inheritdoc/>
        protected override void OnDisable()
        {
            base.OnDisable();
            if (AudioSource != null && AudioSource.clip == _carrier) AudioSource.Stop();
        }

        /// <summary>Unity's audio thread asks for the sound that is mixed now.</summary>
        protected void OnAudioFilterRead(float[] data, int channels)
        {
            // The audio thread. The source plays a carrier of ones, so that distance and direction are in it already.
            AudioTrack? speaker;
            double startedAt;
            lock (_lock)
            {
                speaker = _speaker;
                startedAt = _startedAtS;
            }

            int frames = data.Length / channels;
            if (speaker == null || !audible || double.IsNaN(startedAt) || frames > _block.Length)
            {
                Array.Clear(data, 0, data.Length);
                return;
            }

            long position = (long)Math.Round((AudioSettings.dspTime - startedAt) * speaker.SampleRate);
            // Blocks follow each other without a gap; the clock's rounding is not to be heard.
            if (Math.Abs(position - _nextBlock) < frames) position = _nextBlock;
            _nextBlock = position + frames;
            speaker.ReadAt(position, _block.AsSpan(0, frames));
            for (int i = 0; i < frames; i++)
                for (int c = 0; c < channels; c++) data[i * channels + c] *= _block[i];
        }

        /// <summary>Tells the audio thread where the conversation's time is. Overrides call it.</summary>
        protected virtual void Update()
        {
            bool runs = Conversation != null && Conversation.IsRunning;
            lock (_lock) _startedAtS = runs ? Conversation!.DspTimeOf(0) : double.NaN;
        }

        #endregion

        #region Private members

        private const int PieceLength = 2048;

        private readonly object _lock = new object();
        private readonly float[] _block = new float[8192];
        private AudioClip? _carrier;
        private AudioTrack? _speaker;
        private Resampler? _toService;
        private Resampler? _toSpeaker;
        private float[] _forService = Array.Empty<float>();
        private float[] _forSpeaker = Array.Empty<float>();
        private int _outputRate = 48000;
        private long _speakerPosition = -1;
        private long _nextBlock;
        private double _startedAtS = double.NaN;

        /// <inheritdoc/>
        protected override void OnConversationRestarted()
        {
            lock (_lock)
            {
                _speaker = new AudioTrack(_outputRate);
                _startedAtS = double.NaN;
            }

            _speakerPosition = -1;
            WrittenUntilS = 0;
            _toService?.Reset();
            _toSpeaker?.Reset();
        }

        /// <summary>Where a stretch of sound begins when none is under way: as soon as the faces can follow.</summary>
        protected virtual long FirstPosition(Conversation running, AudioTrack track) => NextPosition(running, track);

        private static long NowPosition(Conversation running, AudioTrack track) =>
            (long)(running.MixedS * track.SampleRate);

        private void PushPiece(Conversation running, AudioTrack track, ReadOnlySpan<float> samples, bool joins)
        {
            int made = _toService!.Process(samples, _forService);
            long wanted = joins ? track.Tail : FirstPosition(running, track);
            long start = track.Append(wanted, _forService.AsSpan(0, made));
            WrittenUntilS = (start + made) / (double)track.SampleRate;
            if (start != wanted || _speakerPosition < 0)
                _speakerPosition = (long)Math.Round(start / (double)track.SampleRate * _outputRate);
            made = _toSpeaker!.Process(samples, _forSpeaker);
            _speakerPosition = _speaker!.Append(_speakerPosition, _forSpeaker.AsSpan(0, made)) + made;
        }

        private void Prepare(int sampleRate)
        {
            if (_toService != null && _toService.FromRate == sampleRate) return;
            _toService = new Resampler(sampleRate, Conversation.SampleRate);
            _toSpeaker = new Resampler(sampleRate, _outputRate);
            _forService = new float[_toService.MaximumOutput(PieceLength)];
            _forSpeaker = new float[_toSpeaker.MaximumOutput(PieceLength)];
        }

        private void PlayCarrier()
        {
            if (AudioSource == null) return;
            if (_carrier == null)
            {
                _carrier = AudioClip.Create("Vis-à-Vis carrier", _outputRate, 1, _outputRate, false);
                var ones = new float[_outputRate];
                for (int i = 0; i < ones.Length; i++) ones[i] = 1f;
                _carrier.SetData(ones, 0);
            }

            AudioSource.clip = _carrier;
            AudioSource.loop = true;
            AudioSource.Play();
        }

        #endregion
    }
}
