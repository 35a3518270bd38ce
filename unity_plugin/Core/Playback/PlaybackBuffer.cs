#nullable enable
using System;

namespace VisAVis.Core
{
    /// <summary>
    /// One person's poses by audio time: a jitter buffer that mixes between frames, holds when they are late, eases to
    /// idle and eases back when they return (docs/retargeting.md, 4). What it shows depends on which frames have come,
    /// never on when. Nothing is allocated after construction.
    /// </summary>
    public sealed class PlaybackBuffer
    {
        private const double SameTime = 1e-6;
        private const double SeekSeconds = 1.0;

        private readonly double _hold;
        private readonly double _ease;
        private readonly double[] _times;
        private readonly FacePose[] _poses;
        private readonly FacePose _idle = new FacePose();
        private readonly FacePose _target = new FacePose();
        private readonly FacePose _caught = new FacePose();
        private readonly FacePose _shown = new FacePose();
        private int _first;
        private int _count;
        private double _stalled;
        private double _rest;
        private double _catchUp;
        private double _sampledAt;

        /// <summary>A buffer of so many frames that holds and eases for so many seconds.</summary>
        public PlaybackBuffer(int capacity = 512, double hold = 0.100, double ease = 0.300)
        {
            if (capacity < 2) throw new ArgumentOutOfRangeException(nameof(capacity), capacity, "at least 2");
            _hold = hold;
            _ease = ease;
            _times = new double[capacity];
            _poses = new FacePose[capacity];
            for (int i = 0; i < capacity; i++) _poses[i] = new FacePose();
            Reset();
        }

        /// <summary>Frames held.</summary>
        public int Count => _count;

        /// <summary>Time of the newest frame; NaN without one.</summary>
        public double NewestS => _count == 0 ? double.NaN : TimeAt(_count - 1);

        /// <summary>How far the last sample had eased to idle, in [0, 1].</summary>
        public float Idleness { get; private set; }

        /// <summary>Forgets everything.</summary>
        public void Reset()
        {
            _first = 0;
            _count = 0;
            _sampledAt = double.NaN;
            Idleness = 1f;
            ForgetStall();
        }

        /// <summary>Takes a copy of a frame's pose; one of the same time replaces the older.</summary>
        public void Push(double time, FacePose pose)
        {
            int at = After(time);
            if (at > 0 && time - TimeAt(at - 1) <= SameTime)
            {
                PoseAt(at - 1).CopyFrom(pose);
                return;
            }

            if (_count == _times.Length)
            {
                // Full: the oldest leaves, be it the new one itself.
                if (at == 0) return;
                RemoveOldest();
                at--;
            }

            // The slot behind the newest becomes the new one; those after it move up by one.
            FacePose made = _poses[Slot(_count)];
            for (int i = _count; i > at; i--)
            {
                _times[Slot(i)] = TimeAt(i - 1);
                _poses[Slot(i)] = PoseAt(i - 1);
            }

            _times[Slot(at)] = time;
            _poses[Slot(at)] = made;
            made.CopyFrom(pose);
            _count++;
        }

        /// <summary>
        /// The pose at an audio time, seconds; to be asked for in rising order, else it is a seek. The pose belongs to
        /// the buffer and stays valid until the next sample.
        /// </summary>
        public FacePose Sample(double time)
        {
            double dt = double.IsNaN(_sampledAt) ? 0 : time - _sampledAt;
            if (!(dt >= 0 && dt <= SeekSeconds))
            {
                dt = 0;
                ForgetStall();
            }

            _sampledAt = time;
            int last = After(time) - 1;
            // What lies before the frame now shown will not be asked for again.
            for (; last > 0; last--) RemoveOldest();
            if (last < 0)
            {
                // Nothing to come back to: the first frame comes out of rest.
                _rest = 1;
                Idleness = 1f;
                if (_count > 0) _shown.CopyIdleOf(PoseAt(0));
                else _shown.Reset();
                return _shown;
            }

            double late = Target(time);
            _rest = Math.Max(Math.Clamp((late - _hold) / _ease, 0.0, 1.0), _rest - dt / _ease);
            // Newer frames have come, on time or late themselves: what was missed takes as long as it did, at most the ease.
            if (late < _stalled) _catchUp = Math.Max(_catchUp, Math.Min(_stalled - late, _ease));
            _stalled = late;
            if (dt < _catchUp)
            {
                _caught.Mix(_caught, _target, (float)(dt / _catchUp));
                _catchUp -= dt;
            }
            else
            {
                _caught.CopyFrom(_target);
                _catchUp = 0;
            }

            Idleness = Smooth(_rest);
            if (Idleness > 0f)
            {
                _idle.CopyIdleOf(_caught);
                _shown.Mix(_caught, _idle, Idleness);
            }
            else
            {
                _shown.CopyFrom(_caught);
            }

            return _shown;
        }

        /// <summary>Fills the target for a time; returns how late the frames are, seconds.</summary>
        private double Target(double time)
        {
            _target.CopyFrom(PoseAt(0));
            double late = Math.Max(0, time - TimeAt(0));
            if (late <= SameTime) return 0;
            if (_count < 2 || TimeAt(1) - TimeAt(0) > _hold + SameTime) return late;
            _target.Mix(PoseAt(0), PoseAt(1), (float)(late / (TimeAt(1) - TimeAt(0))));
            return 0;
        }

        /// <summary>How many frames are not later than a time.</summary>
        private int After(double time)
        {
            int at = _count;
            while (at > 0 && TimeAt(at - 1) > time + SameTime) at--;
            return at;
        }

        private void RemoveOldest()
        {
            _first = (_first + 1) % _times.Length;
            _count--;
        }

        private void ForgetStall()
        {
            _stalled = 0;
            _rest = 0;
            _catchUp = 0;
        }

        private int Slot(int i) => (_first + i) % _times.Length;

        private double TimeAt(int i) => _times[Slot(i)];

        private FacePose PoseAt(int i) => _poses[Slot(i)];

        private static float Smooth(double u)
        {
            u = Math.Clamp(u, 0.0, 1.0);
            return (float)(u * u * (3 - 2 * u));
        }
    }
}
