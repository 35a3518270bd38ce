#nullable enable
using System;

namespace VisAVis.Core
{
    /// <summary>
    /// The sound of one voice (or of the one mixed track) on the conversation's time line: samples at absolute
    /// positions, silence between them, and the promise that nothing more comes before a certain moment. One thread
    /// writes, another reads, and it remembers the last seconds so that a new connection can hear them again.
    /// </summary>
    public sealed class AudioTrack
    {
        private const int MaximumRuns = 256;

        private readonly object _lock = new object();
        private readonly float[] _ring;
        private readonly long[] _runStart = new long[MaximumRuns];
        private readonly long[] _runEnd = new long[MaximumRuns];
        private int _firstRun;
        private int _runs;
        private long _tail;
        private long _promised;

        /// <summary>An empty track that remembers the last <paramref name="seconds"/> of sound.</summary>
        public AudioTrack(int sampleRate, double seconds = 12)
        {
            if (sampleRate < 8000 || sampleRate > 192000)
                throw new ArgumentOutOfRangeException(nameof(sampleRate), sampleRate, "8000 to 192000 samples a second");
            SampleRate = sampleRate;
            _ring = new float[Math.Max((int)(sampleRate * seconds), sampleRate)];
        }

        /// <summary>Samples a second.</summary>
        public int SampleRate { get; }

        /// <summary>Position of the first sample that can still be written: sound and promises lie before it.</summary>
        public long Floor
        {
            get { lock (_lock) return Math.Max(_tail, _promised); }
        }

        /// <summary>End of the sound written so far.</summary>
        public long Tail
        {
            get { lock (_lock) return _tail; }
        }

        /// <summary>
        /// Writes sound at a position, or at the floor where that is later. Returns the position it got.
        /// </summary>
        public long Append(long start, ReadOnlySpan<float> samples)
        {
            lock (_lock)
            {
                start = Math.Max(start, Math.Max(_tail, _promised));
                if (samples.IsEmpty) return start;
                bool joins = _runs > 0 && _runEnd[Run(_runs - 1)] == start;
                if (!joins)
                {
                    if (_runs == MaximumRuns) ForgetOldestRun();
                    _runStart[Run(_runs)] = start;
                    _runs++;
                }

                // Of a piece longer than the ring only the end can be kept.
                long position = start;
                if (samples.Length > _ring.Length)
                {
                    position += samples.Length - _ring.Length;
                    samples = samples.Slice(samples.Length - _ring.Length);
                }

                int at = (int)(position % _ring.Length);
                int first = Math.Min(samples.Length, _ring.Length - at);
                samples.Slice(0, first).CopyTo(_ring.AsSpan(at));
                samples.Slice(first).CopyTo(_ring);
                _tail = position + samples.Length;
                _runEnd[Run(_runs - 1)] = _tail;
                Forget(_tail - _ring.Length);
                return start;
            }
        }

        /// <summary>Promises that nothing more will be written before this position. Never runs backwards.</summary>
        public void Promise(long upTo)
        {
            lock (_lock) _promised = Math.Max(_promised, upTo);
        }

        /// <summary>
        /// Reads the next stretch of sound at or after <paramref name="cursor"/>: returns how many samples were
        /// copied (0 when there is none yet) and where they begin, and moves the cursor behind them.
        /// </summary>
        public int Read(ref long cursor, Span<float> into, out long start)
        {
            lock (_lock)
            {
                for (int i = 0; i < _runs; i++)
                {
                    int run = Run(i);
                    if (_runEnd[run] <= cursor) continue;
                    start = Math.Max(cursor, _runStart[run]);
                    int count = (int)Math.Min(into.Length, _runEnd[run] - start);
                    Copy(start, into.Slice(0, count));
                    cursor = start + count;
                    return count;
                }

                start = cursor;
                return 0;
            }
        }

        /// <summary>
        /// Up to where everything is settled for somebody who has read up to <paramref name="cursor"/>: the next sound that
        /// was not read, or the floor where there is none.
        /// </summary>
        public long SettledAfter(long cursor)
        {
            lock (_lock)
            {
                for (int i = 0; i < _runs; i++)
                {
                    int run = Run(i);
                    if (_runEnd[run] > cursor) return Math.Max(cursor, _runStart[run]);
                }

                return Math.Max(_tail, _promised);
            }
        }

        /// <summary>Copies what sounds from a position on, silence included: for playing it.</summary>
        public void ReadAt(long position, Span<float> into)
        {
            into.Clear();
            lock (_lock)
            {
                long end = position + into.Length;
                for (int i = 0; i < _runs; i++)
                {
                    int run = Run(i);
                    long from = Math.Max(position, _runStart[run]);
                    int count = (int)(Math.Min(end, _runEnd[run]) - from);
                    if (count > 0) Copy(from, into.Slice((int)(from - position), count));
                }
            }
        }

        private void Copy(long start, Span<float> into)
        {
            for (int done = 0; done < into.Length;)
            {
                int at = (int)((start + done) % _ring.Length);
                int piece = Math.Min(into.Length - done, _ring.Length - at);
                _ring.AsSpan(at, piece).CopyTo(into.Slice(done));
                done += piece;
            }
        }

        private int Run(int i) => (_firstRun + i) % MaximumRuns;

        private void Forget(long before)
        {
            while (_runs > 0 && _runEnd[_firstRun] <= before) ForgetOldestRun();
            if (_runs > 0 && _runStart[_firstRun] < before) _runStart[_firstRun] = before;
        }

        private void ForgetOldestRun()
        {
            _firstRun = (_firstRun + 1) % MaximumRuns;
            _runs--;
        }
    }
}
