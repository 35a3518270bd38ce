#nullable enable
using System;

namespace VisAVis.Core
{
    /// <summary>
    /// Changes the sample rate of one track as it streams by: a windowed-sinc filter (Blackman window, cut off below
    /// the lower of the two Nyquist frequencies), one precomputed phase per output position. Cutting the input
    /// differently never changes the output, and nothing is allocated after construction.
    /// </summary>
    public sealed class Resampler
    {
        /// <summary>Zero crossings of the sinc on each side of the centre.</summary>
        private const int ZeroCrossings = 12;

        private readonly int _up;
        private readonly int _down;
        private readonly int _taps;
        private readonly float[] _phases;
        private readonly float[] _history;
        private int _held;
        private long _next;
        private long _consumed;

        /// <summary>A resampler between two rates, samples a second, 8000 to 192000.</summary>
        /// <exception cref="ArgumentOutOfRangeException">A rate outside the range.</exception>
        public Resampler(int fromRate, int toRate)
        {
            CheckRate(fromRate, nameof(fromRate));
            CheckRate(toRate, nameof(toRate));
            FromRate = fromRate;
            ToRate = toRate;
            int divisor = GreatestCommonDivisor(fromRate, toRate);
            _up = toRate / divisor;
            _down = fromRate / divisor;
            double cutoff = 0.94 * Math.Min(1.0, (double)toRate / fromRate);
            int half = (int)Math.Ceiling(ZeroCrossings / cutoff);
            _taps = 2 * half;
            _phases = new float[_up * _taps];
            FillPhases(cutoff, half);
            _history = new float[_taps + 4096];
            Reset();
        }

        /// <summary>Samples a second that go in.</summary>
        public int FromRate { get; }

        /// <summary>Samples a second that come out.</summary>
        public int ToRate { get; }

        /// <summary>The most samples that <see cref="Process"/> can return for an input of this length.</summary>
        public int MaximumOutput(int inputLength) => (int)((long)inputLength * _up / _down) + 2;

        /// <summary>Forgets everything heard: the next sample is the first.</summary>
        public void Reset()
        {
            // Output 0 sits on input 0: half the filter looks at the silence before it.
            int half = _taps / 2;
            Array.Clear(_history, 0, _history.Length);
            _held = half - 1;
            _consumed = -(half - 1);
            _next = 0;
        }

        /// <summary>
        /// Takes any number of samples and writes the outputs that they complete; returns how many. Output k sits at
        /// input position k * FromRate / ToRate; outputs wait for half a filter (under 2 ms) of input after them.
        /// </summary>
        /// <exception cref="ArgumentException">The output span is shorter than needed.</exception>
        public int Process(ReadOnlySpan<float> input, Span<float> output)
        {
            int written = 0;
            while (!input.IsEmpty)
            {
                int room = Math.Min(_history.Length - _held, input.Length);
                input.Slice(0, room).CopyTo(_history.AsSpan(_held));
                _held += room;
                input = input.Slice(room);
                written += Drain(output.Slice(written));
            }

            return written;
        }

        /// <summary>Feeds silence until everything heard has come out; returns how many samples were written.</summary>
        /// <exception cref="ArgumentException">The output span is shorter than needed.</exception>
        public int Flush(Span<float> output)
        {
            Span<float> silence = stackalloc float[64];
            silence.Clear();
            int written = 0;
            for (int left = _taps / 2; left > 0; left -= silence.Length)
                written += Process(silence.Slice(0, Math.Min(left, silence.Length)), output.Slice(written));
            return written;
        }

        private int Drain(Span<float> output)
        {
            int written = 0;
            while (true)
            {
                long position = _next * _down;
                long first = position / _up - (_taps / 2 - 1) - _consumed;
                if (first + _taps > _held) break;
                if (written == output.Length)
                    throw new ArgumentException("the output is too short; see MaximumOutput", nameof(output));
                int phase = (int)(position % _up) * _taps;
                float sum = 0f;
                for (int i = 0; i < _taps; i++) sum += _phases[phase + i] * _history[first + i];
                output[written++] = sum;
                _next++;
            }

            long needed = _next * _down / _up - (_taps / 2 - 1) - _consumed;
            int drop = (int)Math.Min(Math.Max(needed, 0), _held);
            if (drop > 0)
            {
                Array.Copy(_history, drop, _history, 0, _held - drop);
                _held -= drop;
                _consumed += drop;
            }

            return written;
        }

        private void FillPhases(double cutoff, int half)
        {
            for (int phase = 0; phase < _up; phase++)
            {
                double fraction = (double)phase / _up;
                double total = 0;
                for (int i = 0; i < _taps; i++)
                {
                    double x = i - (half - 1) - fraction;
                    double turn = x / half;
                    double window = Math.Abs(turn) >= 1
                        ? 0
                        : 0.42 + 0.5 * Math.Cos(Math.PI * turn) + 0.08 * Math.Cos(2 * Math.PI * turn);
                    double sinc = Math.Abs(x) < 1e-12 ? 1 : Math.Sin(Math.PI * cutoff * x) / (Math.PI * cutoff * x);
                    double tap = sinc * window;
                    total += tap;
                    _phases[phase * _taps + i] = (float)tap;
                }

                for (int i = 0; i < _taps; i++) _phases[phase * _taps + i] /= (float)total;
            }
        }

        private static void CheckRate(int rate, string name)
        {
            if (rate < 8000 || rate > 192000)
                throw new ArgumentOutOfRangeException(name, rate, "a sample rate lies between 8000 and 192000");
        }

        private static int GreatestCommonDivisor(int a, int b)
        {
            while (b != 0) (a, b) = (b, a % b);
            return a;
        }
    }
}
