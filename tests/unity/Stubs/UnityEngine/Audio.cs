using System;
using System.Collections.Generic;
using System.Reflection;

namespace UnityEngine
{
    public enum AudioClipLoadType
    {
        DecompressOnLoad,
        CompressedInMemory,
        Streaming,
    }

    public enum AudioDataLoadState
    {
        Unloaded,
        Loading,
        Loaded,
        Failed,
    }

    public sealed class AudioClip : Object
    {
        private AudioClip(int samples, int channels, int frequency)
        {
            this.samples = samples;
            this.channels = channels;
            this.frequency = frequency;
            Data = new float[samples * channels];
        }

        public int samples { get; }

        public int channels { get; }

        public int frequency { get; }

        public float length => samples / (float)frequency;

        public AudioClipLoadType loadType { get; internal set; } = AudioClipLoadType.DecompressOnLoad;

        public AudioDataLoadState loadState { get; internal set; } = AudioDataLoadState.Loaded;

        internal float[] Data { get; }

        public static AudioClip Create(string name, int lengthSamples, int channels, int frequency, bool stream) =>
            new AudioClip(lengthSamples, channels, frequency) { name = name };

        public bool LoadAudioData() => loadState == AudioDataLoadState.Loaded;

        /// <summary>Fills the whole array, wrapping at the end of the clip.</summary>
        public bool GetData(float[] data, int offsetSamples)
        {
            for (int i = 0; i < data.Length; i++) data[i] = Data[(offsetSamples * channels + i) % Data.Length];
            return true;
        }

        public bool SetData(float[] data, int offsetSamples)
        {
            for (int i = 0; i < data.Length; i++) Data[(offsetSamples * channels + i) % Data.Length] = data[i];
            return true;
        }
    }

    public sealed class AudioSource : Behaviour
    {
        private AudioClip _clip;

        public AudioSource()
        {
            AudioEngine.Sources.Add(this);
        }

        public AudioClip clip
        {
            get => _clip;
            set
            {
                if (_clip != value) Stop();
                _clip = value;
            }
        }

        public bool loop { get; set; }

        public bool playOnAwake { get; set; } = true;

        public float spatialBlend { get; set; }

        public int timeSamples { get; set; }

        public bool isPlaying { get; private set; }

        internal double StartsAt { get; private set; }

        public void Play() => PlayScheduled(AudioSettings.dspTime);

        public void PlayScheduled(double time)
        {
            isPlaying = clip != null;
            StartsAt = time;
        }

        public void Stop()
        {
            isPlaying = false;
            timeSamples = 0;
        }

        internal void Mix(float[] into, double blockTime, int rate)
        {
            for (int i = 0; i < into.Length && isPlaying; i++)
            {
                if (blockTime + i / (double)rate < StartsAt - 0.5 / rate) continue;
                long position = timeSamples;
                // Nearest sample: the stub is about time, not about sound.
                int at = (int)(position * clip.channels);
                into[i] = at < clip.Data.Length ? clip.Data[at] : 0f;
                _fraction += clip.frequency / (double)rate;
                while (_fraction >= 1)
                {
                    timeSamples++;
                    _fraction--;
                }

                if (timeSamples < clip.samples) continue;
                if (loop) timeSamples = 0;
                else Stop();
            }
        }

        internal override void OnDestroyed() => AudioEngine.Sources.Remove(this);

        private double _fraction;
    }

    public sealed class AudioListener : Behaviour
    {
        public static bool pause { get; set; }
    }

    public static class AudioSettings
    {
        public static double dspTime => AudioEngine.DspTime;

        public static int outputSampleRate => AudioEngine.Rate;

        public static void GetDSPBufferSize(out int bufferLength, out int numBuffers)
        {
            bufferLength = AudioEngine.BlockLength;
            numBuffers = 4;
        }
    }

    /// <summary>The stub's mixer: blocks of sound, one after another, as far as time has come.</summary>
    public static class AudioEngine
    {
        public const int Rate = 48000;
        public const int BlockLength = 1024;

        private static double _offset;
        private static long _blocks;

        internal static List<AudioSource> Sources { get; } = new List<AudioSource>();

        /// <summary>Off: no audio device, the clock stands still.</summary>
        public static bool Running { get; set; } = true;

        /// <summary>What a source put out: (start of the block in audio time, source, samples of the first channel).</summary>
        public static event Action<double, AudioSource, float[]> Mixed;

        public static double DspTime => _blocks * BlockLength / (double)Rate;

        internal static void Reset()
        {
            _offset = Time.realtimeSinceStartupAsDouble;
            _blocks = 0;
            Running = true;
            AudioListener.pause = false;
            Mixed = null;
            Sources.Clear();
        }

        internal static void MixUntil(double realTime)
        {
            while (_offset + (_blocks + 1) * BlockLength / (double)Rate <= realTime)
            {
                if (!Running || AudioListener.pause)
                {
                    _offset = realTime - _blocks * BlockLength / (double)Rate;
                    return;
                }

                foreach (AudioSource source in Sources.ToArray()) MixBlock(source);
                _blocks++;
            }
        }

        private static void MixBlock(AudioSource source)
        {
            var block = new float[BlockLength];
            bool plays = source.isPlaying && source.isActiveAndEnabled;
            if (!plays) return;
            source.Mix(block, DspTime, Rate);
            var stereo = new float[2 * BlockLength];
            for (int i = 0; i < BlockLength; i++) stereo[2 * i] = stereo[2 * i + 1] = block[i];
            foreach (Component component in source.gameObject.Components)
            {
                if (!(component is MonoBehaviour script) || !script.isActiveAndEnabled) continue;
                MethodInfo filter = Messages.Find(script.GetType(), "OnAudioFilterRead");
                filter?.Invoke(script, new object[] { stereo, 2 });
            }

            for (int i = 0; i < BlockLength; i++) block[i] = stereo[2 * i];
            Mixed?.Invoke(DspTime, source, block);
        }
    }

    public sealed class Microphone
    {
        private static AudioClip _clip;
        private static int _position;

        public static string[] devices { get; set; } = Array.Empty<string>();

        public static AudioClip Start(string deviceName, bool loop, int lengthSec, int frequency)
        {
            _clip = AudioClip.Create("Microphone", lengthSec * frequency, 1, frequency, false);
            _position = 0;
            return _clip;
        }

        public static void End(string deviceName) => _clip = null;

        public static int GetPosition(string deviceName) => _position;

        public static void GetDeviceCaps(string deviceName, out int minFreq, out int maxFreq)
        {
            minFreq = 16000;
            maxFreq = 44100;
        }

        /// <summary>Somebody speaks into it.</summary>
        internal static void Hear(float[] samples)
        {
            if (_clip == null) return;
            _clip.SetData(samples, _position);
            _position = (_position + samples.Length) % _clip.samples;
        }

        internal static void Reset()
        {
            devices = Array.Empty<string>();
            _clip = null;
        }
    }
}
