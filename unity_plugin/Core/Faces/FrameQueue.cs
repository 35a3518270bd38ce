#nullable enable
using System;

namespace VisAVis.Core
{
    /// <summary>
    /// Hands frames from the network's thread to the game's. Frames are copied in and out of slots made once; when
    /// nobody takes them the oldest are dropped, so that it never grows.
    /// </summary>
    public sealed class FrameQueue
    {
        private readonly object _lock = new object();
        private readonly DyadFrame[] _slots;
        private int _first;
        private int _count;

        /// <summary>A queue of this many frames.</summary>
        public FrameQueue(int expressionSize, int capacity = 256)
        {
            if (capacity < 1) throw new ArgumentOutOfRangeException(nameof(capacity), capacity, "at least 1");
            _slots = new DyadFrame[capacity];
            for (int i = 0; i < capacity; i++) _slots[i] = new DyadFrame(expressionSize);
        }

        /// <summary>Frames dropped because nobody took them.</summary>
        public long Dropped { get; private set; }

        /// <summary>Adds a copy of a frame.</summary>
        public void Write(DyadFrame frame)
        {
            lock (_lock)
            {
                if (_count == _slots.Length)
                {
                    _first = (_first + 1) % _slots.Length;
                    _count--;
                    Dropped++;
                }

                _slots[(_first + _count) % _slots.Length].CopyFrom(frame);
                _count++;
            }
        }

        /// <summary>Copies the oldest frame out; false when there is none.</summary>
        public bool TryTake(DyadFrame into)
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
