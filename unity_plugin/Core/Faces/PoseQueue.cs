#nullable enable
using System;

namespace VisAVis.Core
{
    /// <summary>
    /// Hands poses from the network's thread to the game's. They are copied in and out of slots made once; when nobody
    /// takes them the oldest are dropped, so that it never grows.
    /// </summary>
    public sealed class PoseQueue
    {
        private readonly object _lock = new object();
        private readonly DyadPose[] _slots;
        private int _first;
        private int _count;

        /// <summary>A queue of this many poses.</summary>
        public PoseQueue(int capacity = 256)
        {
            if (capacity < 1) throw new ArgumentOutOfRangeException(nameof(capacity), capacity, "at least 1");
            _slots = new DyadPose[capacity];
            for (int i = 0; i < capacity; i++) _slots[i] = new DyadPose();
        }

        /// <summary>Poses dropped because nobody took them.</summary>
        public long Dropped { get; private set; }

        /// <summary>Adds a copy of a pose.</summary>
        public void Write(DyadPose pose)
        {
            lock (_lock)
            {
                if (_count == _slots.Length)
                {
                    _first = (_first + 1) % _slots.Length;
                    _count--;
                    Dropped++;
                }

                _slots[(_first + _count) % _slots.Length].CopyFrom(pose);
                _count++;
            }
        }

        /// <summary>Copies the oldest pose out; false when there is none.</summary>
        public bool TryTake(DyadPose into)
        {
            lock (_lock)
            {
                if (_count == 0) return false;
                into.CopyFrom(_slots[_first]);
                _first = (_first + 1) % _slots.Length;
                _count--;
                return true;
            }
        }
    }
}
