#nullable enable
using System;

namespace VisAVis.Protocol
{
    /// <summary>How long to wait before the next attempt: doubling, with a little chance so that clients do not come in step.</summary>
    public sealed class Backoff
    {
        private readonly double _first;
        private readonly double _most;
        private readonly Random _random;
        private double _next;

        /// <summary>Waits from <paramref name="firstS"/> up to <paramref name="mostS"/> seconds.</summary>
        public Backoff(double firstS = 0.25, double mostS = 8.0, int seed = 0)
        {
            _first = firstS;
            _most = mostS;
            _next = firstS;
            _random = seed == 0 ? new Random() : new Random(seed);
        }

        /// <summary>The next wait, seconds: within a fifth of 0.25, 0.5, 1, 2, 4, 8, 8, ...</summary>
        public double Next()
        {
            double wait = _next * (0.8 + 0.4 * _random.NextDouble());
            _next = Math.Min(2 * _next, _most);
            return wait;
        }

        /// <summary>Begins anew, after a success.</summary>
        public void Reset() => _next = _first;
    }
}
