#nullable enable
using System;
using System.Globalization;
using System.IO;
using System.Numerics;

namespace VisAVis.Core
{
    /// <summary>
    /// One person's face as <c>visavis bake --format arkit-csv</c> writes it: a time column, the 52 ARKit weights, head and
    /// eye angles in degrees, speaking. Columns are found by name, in any order.
    /// </summary>
    public sealed class BakedFace
    {
        private const float Degree = MathF.PI / 180f;
        private static readonly string[] AngleNames =
        {
            "headYaw", "headPitch", "headRoll", "leftEyeYaw", "leftEyePitch", "rightEyeYaw", "rightEyePitch",
        };

        private readonly double[] _times;
        private readonly FacePose[] _poses;

        private BakedFace(double[] times, FacePose[] poses)
        {
            _times = times;
            _poses = poses;
        }

        /// <summary>Number of frames.</summary>
        public int Count => _times.Length;

        /// <summary>Time of the last frame, seconds.</summary>
        public double DurationS => _times[_times.Length - 1];

        /// <summary>Time of a frame, seconds.</summary>
        public double TimeAt(int frame) => _times[frame];

        /// <summary>Pose of a frame; for reading only.</summary>
        public FacePose PoseAt(int frame) => _poses[frame];

        /// <summary>Reads a CSV text. A decimal point is a point, whatever the machine's language.</summary>
        /// <exception cref="InvalidDataException">A column is missing, or a line is broken; the message names it.</exception>
        public static BakedFace Parse(string csv)
        {
            string[] lines = csv.Split('\n');
            string[] header = Trimmed(lines[0]).Split(',');
            int time = Column(header, "time");
            var weights = new int[Arkit.Count];
            for (int i = 0; i < weights.Length; i++) weights[i] = Column(header, Arkit.Names[i]);
            var angles = new int[AngleNames.Length];
            for (int i = 0; i < angles.Length; i++) angles[i] = Column(header, AngleNames[i]);
            int speaking = Array.IndexOf(header, "speaking");

            int count = 0;
            for (int i = 1; i < lines.Length; i++)
                if (Trimmed(lines[i]).Length != 0) count++;
            if (count == 0) throw new InvalidDataException("the file has no frames");
            var times = new double[count];
            var poses = new FacePose[count];
            var values = new float[AngleNames.Length];
            int frame = 0;
            for (int i = 1; i < lines.Length; i++)
            {
                string line = Trimmed(lines[i]);
                if (line.Length == 0) continue;
                string[] cells = line.Split(',');
                if (cells.Length != header.Length)
                    throw new InvalidDataException($"line {i + 1} has {cells.Length} values, the header {header.Length}");
                times[frame] = Number(cells, time, header, i);
                if (frame > 0 && times[frame] <= times[frame - 1])
                    throw new InvalidDataException($"line {i + 1}: time does not move on");
                var pose = new FacePose();
                for (int w = 0; w < weights.Length; w++)
                    pose.Weights[w] = Math.Clamp((float)Number(cells, weights[w], header, i), 0f, 1f);
                for (int a = 0; a < angles.Length; a++) values[a] = Degree * (float)Number(cells, angles[a], header, i);
                pose.Head = new YawPitch(values[0], values[1]).Rotation()
                    * Quaternion.CreateFromAxisAngle(Vector3.UnitZ, values[2]);
                pose.LeftEye = new YawPitch(values[3], values[4]).Rotation();
                pose.RightEye = new YawPitch(values[5], values[6]).Rotation();
                if (speaking >= 0) pose.Speaking = (float)Number(cells, speaking, header, i);
                poses[frame++] = pose;
            }

            return new BakedFace(times, poses);
        }

        /// <summary>The pose at a moment, mixed between frames; the first before the beginning, the last after the end.</summary>
        public void Sample(double time, FacePose into)
        {
            int after = Array.BinarySearch(_times, time);
            if (after < 0) after = ~after;
            if (after == 0)
                into.CopyFrom(_poses[0]);
            else if (after >= _times.Length)
                into.CopyFrom(_poses[_poses.Length - 1]);
            else
                into.Mix(_poses[after - 1], _poses[after],
                    (float)((time - _times[after - 1]) / (_times[after] - _times[after - 1])));
        }

        private static string Trimmed(string line) => line.Trim('\r', ' ', '\uFEFF');

        private static int Column(string[] header, string name)
        {
            int column = Array.IndexOf(header, name);
            if (column < 0) throw new InvalidDataException($"the column '{name}' is missing");
            return column;
        }

        private static double Number(string[] cells, int column, string[] header, int line)
        {
            if (double.TryParse(cells[column], NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
                && !double.IsNaN(value) && !double.IsInfinity(value))
            {
                return value;
            }

            throw new InvalidDataException($"line {line + 1}, {header[column]}: '{cells[column]}' is no number");
        }
    }
}
