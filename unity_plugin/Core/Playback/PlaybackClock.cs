#nullable enable
using System;

namespace VisAVis.Core
{
    /// <summary>
    /// The conversation's time as it is heard. The audio engine's clock is the truth, but it moves in steps of one
    /// buffer (about 20 ms); in between the computer's clock carries on, and it is drawn towards the truth so gently that
    /// no face jumps. Without a running audio engine (a server, a muted editor) the computer's clock takes over.
    /// </summary>
    public sealed class PlaybackClock
    {
        /// <summary>Further off than this, the clock jumps to the truth instead of being drawn, seconds.</summary>
        public const double JumpSeconds = 0.25;

        private const double PullPerSecond = 2.0;
        private const double SilentSeconds = 0.5;

        private double _audio;
        private double _audioSeenAt;
        private double _real;
        private double _startedAt;
        private double _now;
        private bool _running;

        /// <summary>Whether the audio engine's clock stands still although it should run, so that the computer's is followed.</summary>
        public bool FollowsComputer { get; private set; }

        /// <summary>The audio engine's time at which the conversation's time is 0, seconds.</summary>
        public double StartedAtS => _startedAt;

        /// <summary>The conversation's time, seconds, as the audio engine mixes it; never runs backwards.</summary>
        public double NowS => _now;

        /// <summary>Starts at 0, now.</summary>
        public void Start(double audioTime, double realTime)
        {
            _running = true;
            _audio = audioTime;
            _audioSeenAt = realTime;
            _real = realTime;
            _startedAt = audioTime;
            _now = 0;
            FollowsComputer = false;
        }

        /// <summary>
        /// Moves on: once a frame with the audio engine's time, the computer's time and whether sound is paused.
        /// </summary>
        public void Advance(double audioTime, double realTime, bool paused)
        {
            if (!_running) return;
            double passed = Math.Max(0, realTime - _real);
            _real = realTime;
            if (paused)
            {
                // Sound that stands still is no broken clock.
                _audioSeenAt = realTime;
                return;
            }

            bool moved = audioTime != _audio;
            if (moved)
            {
                _audio = audioTime;
                _audioSeenAt = realTime;
            }

            double predicted = _now + passed;
            if (realTime - _audioSeenAt > SilentSeconds)
            {
                FollowsComputer = true;
                _now = predicted;
                return;
            }

            if (FollowsComputer && moved)
            {
                // The audio engine runs again: go on from here.
                FollowsComputer = false;
                _startedAt = audioTime - predicted;
            }

            if (FollowsComputer)
            {
                _now = predicted;
                return;
            }

            // Between two steps the truth lies ahead of what the engine last said.
            double truth = _audio - _startedAt + (realTime - _audioSeenAt);
            double error = truth - predicted;
            if (Math.Abs(error) > JumpSeconds)
                predicted = Math.Max(_now, truth);
            else
                predicted += error * Math.Min(1, PullPerSecond * passed);
            _now = Math.Max(_now, predicted);
        }
    }
}
