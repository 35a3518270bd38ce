#nullable enable
using System;
using UnityEngine;
using VisAVis.Core;

namespace VisAVis
{
    /// <summary>Writes the sound of a clip to a track, a little ahead of its being heard.</summary>
    internal sealed class ClipReader
    {
        /// <summary>How far ahead of the least lead a clip is written, seconds.</summary>
        public const double AheadS = 1.5;

        private readonly float[] _samples;
        private readonly float[] _piece = new float[4096];
        private readonly Resampler _resampler;
        private readonly float[] _resampled;
        private int _read;
        private bool _flushed;

        private ClipReader(float[] samples, int rate)
        {
            _samples = samples;
            _resampler = new Resampler(rate, Conversation.SampleRate);
            _resampled = new float[_resampler.MaximumOutput(_piece.Length) + _resampler.MaximumOutput(2048)];
        }

        /// <summary>Where the next sample goes.</summary>
        public long Position { get; private set; }

        /// <summary>Whether everything has been written.</summary>
        public bool IsDone => _flushed;

        /// <summary>
        /// Reads a clip, its channels mixed to one, from some sample of it on. Null, and why, when its samples cannot be
        /// had.
        /// </summary>
        public static ClipReader? Open(AudioClip clip, long position, out string problem, int skip = 0)
        {
            problem = "";
            if (clip.loadType != AudioClipLoadType.DecompressOnLoad)
            {
                problem = $"'{clip.name}': set its Load Type to Decompress On Load, or its samples cannot be read";
                return null;
            }

            if (clip.loadState != AudioDataLoadState.Loaded && !clip.LoadAudioData())
            {
                problem = $"'{clip.name}' could not be loaded";
                return null;
            }

            int channels = clip.channels;
            var data = new float[clip.samples * channels];
            if (!clip.GetData(data, 0))
            {
                problem = $"the samples of '{clip.name}' could not be read";
                return null;
            }

            var mono = new float[clip.samples];
            for (int i = 0; i < mono.Length; i++)
            {
                float sum = 0f;
                for (int c = 0; c < channels; c++) sum += data[i * channels + c];
                mono[i] = sum / channels;
            }

            return new ClipReader(mono, clip.frequency) { Position = position, _read = Math.Min(skip, mono.Length) };
        }

        /// <summary>Writes what is to be heard before a moment of the conversation, seconds. Allocates nothing.</summary>
        public void WriteUntil(AudioTrack track, double untilS)
        {
            long until = (long)(untilS * track.SampleRate);
            while (!_flushed && Position < until)
            {
                int count = Math.Min(_piece.Length, _samples.Length - _read);
                int made;
                if (count > 0)
                {
                    made = _resampler.Process(_samples.AsSpan(_read, count), _resampled);
                    _read += count;
                }
                else
                {
                    made = _resampler.Flush(_resampled);
                    _flushed = true;
                }

                // Where the track is settled already, what should have sounded is left out: the rest keeps its place.
                int late = (int)Math.Clamp(track.Floor - Position, 0, made);
                track.Append(Position + late, _resampled.AsSpan(late, made - late));
                Position += made;
            }
        }
    }
}
