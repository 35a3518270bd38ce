#nullable enable
using System;
using System.Numerics;

namespace VisAVis.Core
{
    /// <summary>
    /// What keeps a face alive while no frames come: blinks and a breath of head movement, laid over an idle pose. The same
    /// seed gives the same motion.
    /// </summary>
    public sealed class IdleMotion
    {
        // 17 blinks a minute at rest; lid down 90 ms, up 240 ms (docs of the behaviour model).
        private const double MeanGapS = 60.0 / 17.0;
        private const double DownS = 0.09;
        private const double UpS = 0.24;
        private const float SwayRadians = 0.012f;

        private readonly uint _seed;
        private uint _state;
        private double _blinkAt;
        private double _time;

        /// <summary>Idle motion with a seed.</summary>
        public IdleMotion(uint seed)
        {
            _seed = seed * 2654435761u + 1u;
            Reset();
        }

        /// <summary>Begins anew.</summary>
        public void Reset()
        {
            _state = _seed;
            _time = 0;
            _blinkAt = NextGap();
        }

        /// <summary>Adds the motion of the moment, scaled by <paramref name="weight"/> in [0, 1], to a pose.</summary>
        public void Apply(FacePose pose, float weight, double dt)
        {
            _time += dt;
            double since = _time - _blinkAt;
            if (since > DownS + UpS)
            {
                _blinkAt = _time + NextGap();
                since = -1;
            }

            if (weight <= 0f) return;
            float lid = weight * Lid(since);
            pose.Weights[Arkit.EyeBlinkLeft] = Math.Max(pose.Weights[Arkit.EyeBlinkLeft], lid);
            pose.Weights[Arkit.EyeBlinkRight] = Math.Max(pose.Weights[Arkit.EyeBlinkRight], lid);
            float sway = weight * SwayRadians;
            var turn = new Vector3(
                sway * (float)Math.Sin(_time * 2 * Math.PI / 4.1), sway * (float)Math.Sin(_time * 2 * Math.PI / 7.3), 0f);
            pose.Head = Quaternion.Normalize(Coordinates.FromRotationVector(turn) * pose.Head);
        }

        private static float Lid(double since)
        {
            if (since <= 0) return 0f;
            double u = since < DownS ? since / DownS : 1 - (since - DownS) / UpS;
            u = Math.Clamp(u, 0, 1);
            return (float)(u * u * (3 - 2 * u));
        }

        /// <summary>Seconds until the next blink: between half and one and a half of the mean.</summary>
        private double NextGap()
        {
            _state ^= _state << 13;
            _state ^= _state >> 17;
            _state ^= _state << 5;
            return MeanGapS * (0.5 + _state / (double)uint.MaxValue);
        }
    }
}
