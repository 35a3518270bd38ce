#nullable enable
using System;
using UnityEngine;
using VisAVis.Core;

namespace VisAVis
{
    /// <summary>Lets a person in front of a microphone be one of the two.</summary>
    [AddComponentMenu("Vis-à-Vis/Microphone Voice")]
    public sealed class MicrophoneVoice : StreamVoice
    {
        #region Settings

        [SerializeField, Tooltip("The device's name; empty: the system's default.")]
        private string device = "";

        #endregion

        #region Run-time properties

        /// <summary>The device's name; empty: the system's default. Takes effect when the component is enabled.</summary>
        public string Device
        {
            get => device;
            set => device = value;
        }

        /// <summary>Whether the microphone is heard.</summary>
        public bool IsRecording => _clip != null;

        #endregion

        #region MonoBehaviour

        /// <inheritdoc/>
        protected override void OnEnable()
        {
            base.OnEnable();
            if (Microphone.devices.Length == 0)
            {
                Debug.LogWarning("Vis-à-Vis: no microphone was found, or the application may not use one", this);
                return;
            }

            Microphone.GetDeviceCaps(DeviceOrNull, out int least, out int most);
            int rate = most == 0 ? WantedRate : Math.Clamp(WantedRate, least, most);
            _clip = Microphone.Start(DeviceOrNull, true, 1, rate);
            _read = 0;
        }

        /// <inheritdoc/>
        protected override void OnDisable()
        {
            base.OnDisable();
            if (_clip == null) return;
            Microphone.End(DeviceOrNull);
            _clip = null;
        }

        /// <inheritdoc/>
        protected override void Update()
        {
            base.Update();
            if (_clip == null) return;
            int length = _clip.samples;
            int written = Microphone.GetPosition(DeviceOrNull);
            int fresh = (written - _read + length) % length;
            // GetData fills what it is given, so the pieces have one size.
            for (; fresh >= PieceLength; fresh -= PieceLength)
            {
                if (!_clip.GetData(_piece, _read)) return;
                _read = (_read + PieceLength) % length;
                if (!IsTooFarAhead()) Push(_piece, _clip.frequency);
            }
        }

        #endregion

        #region Private members

        private const int WantedRate = 48000;
        private const int PieceLength = 480;
        private const double CushionS = 0.06;
        private const double MostAheadS = 0.25;

        private readonly float[] _piece = new float[PieceLength];
        private AudioClip? _clip;
        private int _read;

        private string? DeviceOrNull => device.Length != 0 ? device : null;

        /// <summary>A little later than it could be: the microphone delivers in fits and starts.</summary>
        protected override long FirstPosition(Conversation running, AudioTrack track) =>
            NextPosition(running, track) + (long)(CushionS * track.SampleRate);

        /// <summary>A microphone whose clock runs faster than the loudspeaker's gains on it: now and then a piece is left out.</summary>
        private bool IsTooFarAhead() => Conversation != null && Conversation.IsRunning
            && WrittenUntilS > Conversation.MixedS + Conversation.LeadS + MostAheadS;

        #endregion
    }
}
