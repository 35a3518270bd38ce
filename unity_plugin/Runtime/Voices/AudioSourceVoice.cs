#nullable enable
using System;
using System.Threading;
using UnityEngine;
using VisAVis.Core;

namespace VisAVis
{
    /// <summary>
    /// Listens to an audio source that the game already plays dialogue on. When the game plays a clip there, it is put off
    /// by the little that the faces need, and then heard in step with them.
    /// </summary>
    [AddComponentMenu("Vis-à-Vis/Audio Source Voice")]
    [DefaultExecutionOrder(-90)]
    public sealed class AudioSourceVoice : ConversationVoice
    {
        #region Settings

        [SerializeField, Tooltip("Put the sound off until the faces can follow (about a third of a second). Off: the sound is left alone and the face joins late.")]
        private bool putOff = true;

        #endregion

        #region Run-time properties

        /// <summary>Whether the sound is put off until the faces can follow.</summary>
        public bool PutOff
        {
            get => putOff;
            set => putOff = value;
        }

        /// <summary>Whether a line is being said.</summary>
        public bool IsSpeaking => _reader != null;

        #endregion

        #region MonoBehaviour

        /// <inheritdoc/>
        protected override void OnDisable()
        {
            base.OnDisable();
            OnConversationRestarted();
        }

        private void Update()
        {
            if (_reader != null && TryGetTrack(out Conversation running, out AudioTrack track)) Write(running, track);
        }

        private void LateUpdate()
        {
            // After the game's own scripts: what they play is seen in the same frame.
            if (AudioSource == null || !TryGetTrack(out Conversation running, out AudioTrack track))
            {
                Volatile.Write(ref _silentUntil, double.NegativeInfinity);
                return;
            }

            AudioClip? playing = AudioSource.isPlaying ? AudioSource.clip : null;
            if (playing != null && (playing != _clip || AudioSource.timeSamples < _lastSample))
                BeginLine(running, track, playing);
            else if (playing == null && running.MixedS >= _beginsS)
                EndLine();
            _lastSample = AudioSource.timeSamples;
        }

        private void OnAudioFilterRead(float[] data, int channels)
        {
            // The audio thread: what the game has just begun to play is not heard before it has been put off.
            double end = AudioSettings.dspTime + data.Length / channels / (double)_outputRate;
            if (end <= Volatile.Read(ref _silentUntil)) Array.Clear(data, 0, data.Length);
        }

        #endregion

        #region Private members

        private AudioClip? _clip;
        private ClipReader? _reader;
        private double _beginsS;
        private double _silentUntil = double.NegativeInfinity;
        private int _lastSample;
        private int _outputRate = 48000;

        /// <inheritdoc/>
        protected override void OnConversationRestarted()
        {
            _clip = null;
            _reader = null;
            _beginsS = 0;
            Volatile.Write(ref _silentUntil, double.NegativeInfinity);
        }

        private void BeginLine(Conversation running, AudioTrack track, AudioClip clip)
        {
            _clip = clip;
            long position = NextPosition(running, track);
            _beginsS = running.MixedS;
            // What is heard at that position lies some way inside a clip that is not put off.
            double inClip = AudioSource!.timeSamples / (double)clip.frequency + position / (double)track.SampleRate - _beginsS;
            int skip = putOff ? 0 : (int)(inClip * clip.frequency);
            double silentUntil = double.NegativeInfinity;
            _reader = ClipReader.Open(clip, position, out string problem, skip);
            if (_reader == null)
            {
                Debug.LogError($"Vis-à-Vis: {problem}", this);
            }
            else if (putOff)
            {
                _beginsS = position / (double)track.SampleRate;
                silentUntil = running.DspTimeOf(_beginsS);
                AudioSource.Stop();
                AudioSource.timeSamples = 0;
                AudioSource.PlayScheduled(silentUntil);
            }

            Volatile.Write(ref _silentUntil, silentUntil);
            Write(running, track);
        }

        private void Write(Conversation running, AudioTrack track) =>
            _reader?.WriteUntil(track, running.MixedS + running.LeadS + ClipReader.AheadS);

        private void EndLine()
        {
            _clip = null;
            _reader = null;
            _outputRate = AudioSettings.outputSampleRate;
            Volatile.Write(ref _silentUntil, putOff ? double.PositiveInfinity : double.NegativeInfinity);
        }

        #endregion
    }
}
