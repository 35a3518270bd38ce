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
        private const double LongestPeriod = 1.0 / 24.0;

        private readonly double _hold;
        private readonly double _ease;
        private readonly double[] _times;
        private readonly FacePose[] _poses;
        private readonly FacePose _idle = new FacePose();
        private readonly FacePose _idleOfTarget = new FacePose();
        private readonly FacePose _target = new FacePose();
        private readonly FacePose _shown = new FacePose();
        private readonly FacePose _returnFrom = new FacePose();
        private int _first;
        private int _count;
        private bool _returning;
        private double _returnAt;
        private double _returnFor;
        private double _stalled;
        private double _sampledAt = double.NaN;

        /// <summary>A buffer of so many frames that holds and eases for so many seconds.</summary>
        public PlaybackBuffer(int capacity = 512, double hold = 0.100, double ease = 0.300)
        {
            if (capacity < 2) throw new ArgumentOutOfRangeException(nameof(capacity), capacity, "at least 2");
            _hold = hold;
            _ease = ease;
            _times = new double[capacity];
            _poses = new FacePose[capacity];
            for (int i = 0; i < capacity; i++) _poses[i] = new FacePose();
        }

        /// <summary>Frames held.</summary>
        public int Count => _count;

        /// <summary>Time of the newest frame; NaN without one.</summary>
        public double NewestS => _count == 0 ? double.NaN : TimeAt(_count - 1);

        /// <summary>How late the frames were at the last sample, seconds: 0 while they come in time, infinite before the first.</summary>
        public double LateS { get; private set; } = double.PositiveInfinity;

        /// <summary>How far the last sample had eased to idle, in [0, 1].</summary>
        public float Idleness { get; private set; } = 1f;

        /// <summary>Forgets everything.</summary>
        public void Reset()
        {
            _first = 0;
            _count = 0;
            ForgetEasing();
            _sampledAt = double.NaN;
            LateS = double.PositiveInfinity;
            Idleness = 1f;
        }

        /// <summary>Takes a copy of the pose of a frame at its audio time, seconds.</summary>
        public void Push(double time, FacePose pose)
        {
            int at = _count;
            while (at > 0 && TimeAt(at - 1) > time + SameTime) at--;
            if (at > 0 && TimeAt(at - 1) >= time - SameTime)
            {
                PoseAt(at - 1).CopyFrom(pose);
                return;
            }

            // Older than the frame before the last sampled time: never to be shown again.
            if (at == 0 && _count > 0 && TimeAt(0) <= _sampledAt + SameTime) return;
            if (_count == _times.Length)
            {
                if (at == 0) return;
                RemoveOldest();
                at--;
            }

            // The slot behind the newest becomes the new one; those after it move up by one.
            int free = Slot(_count);
            FacePose made = _poses[free];
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
        /// The pose to show at an audio time, seconds. It belongs to the buffer and stays valid until the next sample.
        /// </summary>
        public FacePose Sample(double time)
        {
            if (!double.IsNaN(_sampledAt) && (time < _sampledAt || time > _sampledAt + SeekSeconds)) ForgetEasing();
            _sampledAt = time;
            double late = Target(time);
            double period = Period();
            LateS = late;
            if (late <= _hold + period)
            {
                Idleness = 0f;
                if (late > period)
                {
                    _stalled = late;
                }
                else if (_stalled > 0)
                {
                    _returnFrom.CopyFrom(_shown);
                    _returnFor = Math.Clamp(_stalled, period, _ease);
                    _returnAt = time;
                    _returning = true;
                    _stalled = 0;
                }

                _shown.CopyFrom(_target);
            }
            else
            {
                Idleness = Smooth((late - _hold - period) / _ease);
                _idleOfTarget.CopyIdleOf(_target);
                _shown.Mix(_target, _idleOfTarget, Idleness);
                _stalled = late;
            }

            if (_returning)
            {
                double u = (time - _returnAt) / _returnFor;
                if (u >= 1)
                    _returning = false;
                else
                    _shown.Mix(_returnFrom, _shown, Smooth(u));
            }

            DropBefore(time);
            return _shown;
        }

        /// <summary>Fills the target for a time; returns how late the frames are.</summary>
        private double Target(double time)
        {
            int last = -1;
            for (int i = _count - 1; i >= 0 && last < 0; i--)
                if (TimeAt(i) <= time + SameTime) last = i;
            if (last < 0)
            {
                _target.CopyFrom(_idle);
                return double.PositiveInfinity;
            }

            double from = TimeAt(last);
            if (last + 1 < _count && TimeAt(last + 1) - from <= _hold + SameTime)
            {
                _target.Mix(PoseAt(last), PoseAt(last + 1), (float)((time - from) / (TimeAt(last + 1) - from)));
                return 0;
            }

            _target.CopyFrom(PoseAt(last));
            return time - from;
        }

        private double Period() =>
            _count < 2 ? 1.0 / 30.0 : Math.Min(TimeAt(_count - 1) - TimeAt(_count - 2), LongestPeriod);

        private void DropBefore(double time)
        {
            while (_count > 1 && TimeAt(1) <= time + SameTime) RemoveOldest();
        }

        private void RemoveOldest()
        {
            _first = (_first + 1) % _times.Length;
            _count--;
        }

        private void ForgetEasing()
        {
            _stalled = 0;
            _returning = false;
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
