#nullable enable
using System.IO;
using System.Linq;
using System.Numerics;
using System.Runtime.CompilerServices;
using Newtonsoft.Json.Linq;
using NUnit.Framework;
using VisAVis.Core;

namespace VisAVis.Tests
{
    /// <summary>
    /// The golden vectors of tests/golden in the repository. A package that was installed without its repository has none:
    /// those tests are ignored there.
    /// </summary>
    internal static class GoldenFile
    {
        public const float Tolerance = 1e-4f;

        public static JObject Read(string name)
        {
            for (DirectoryInfo? at = new FileInfo(Here()).Directory; at != null; at = at.Parent)
            {
                string path = Path.Combine(at.FullName, "tests", "golden", name + ".json");
                if (File.Exists(path)) return JObject.Parse(File.ReadAllText(path));
            }

            Assert.Ignore("the repository's tests/golden is not here");
            return new JObject();
        }

        public static float[] Floats(JToken token) => token.Select(value => (float)value).ToArray();

        public static string[] Strings(JToken token) => token.Select(value => (string)value!).ToArray();

        public static Vector3 Vector(JToken token) => new Vector3((float)token[0]!, (float)token[1]!, (float)token[2]!);

        /// <summary>From (w, x, y, z).</summary>
        public static Quaternion Rotation(JToken token) =>
            new Quaternion((float)token[1]!, (float)token[2]!, (float)token[3]!, (float)token[0]!);

        public static FacePose Pose(JToken token)
        {
            var pose = new FacePose
            {
                Body = Rotation(token["body"]!),
                Head = Rotation(token["head"]!),
                LeftEye = Rotation(token["left_eye"]!),
                RightEye = Rotation(token["right_eye"]!),
                Position = Vector(token["position"]!),
                Speaking = (float)token["speaking"]!,
                Gaze = new Gaze
                {
                    Kind = (GazeKind)(int)token["gaze_kind"]!,
                    Point = Vector(token["gaze_point"]!),
                    ObjectName = (string)token["gaze_object"]!,
                    OnPartner = (float)token["on_partner"]!,
                },
            };
            Floats(token["weights"]!).CopyTo(pose.Weights, 0);
            return pose;
        }

        public static void AreSame(FacePose got, FacePose wanted, string where)
        {
            Assert.That(got.Weights, Is.EqualTo(wanted.Weights).Within(Tolerance), where + ": weights");
            AreSame(got.Body, wanted.Body, where + ": body");
            AreSame(got.Head, wanted.Head, where + ": head");
            AreSame(got.LeftEye, wanted.LeftEye, where + ": left eye");
            AreSame(got.RightEye, wanted.RightEye, where + ": right eye");
            AreSame(got.Position, wanted.Position, where + ": position");
            AreSame(got.Gaze.Point, wanted.Gaze.Point, where + ": gaze point");
            Assert.That(got.Gaze.Kind, Is.EqualTo(wanted.Gaze.Kind), where + ": gaze kind");
            Assert.That(got.Gaze.ObjectName, Is.EqualTo(wanted.Gaze.ObjectName), where + ": gaze object");
            Assert.That(got.Gaze.OnPartner, Is.EqualTo(wanted.Gaze.OnPartner).Within(Tolerance), where + ": on partner");
            Assert.That(got.Speaking, Is.EqualTo(wanted.Speaking).Within(Tolerance), where + ": speaking");
        }

        public static void AreSame(Vector3 got, Vector3 wanted, string where)
        {
            Vector3 off = Vector3.Abs(got - wanted);
            Assert.That(System.Math.Max(off.X, System.Math.Max(off.Y, off.Z)), Is.LessThan(Tolerance), $"{where}: {got} instead of {wanted}");
        }

        /// <summary>A quaternion and its negative are the same rotation.</summary>
        public static void AreSame(Quaternion got, Quaternion wanted, string where)
        {
            if (Quaternion.Dot(got, wanted) < 0) got = Quaternion.Negate(got);
            Vector4 off = Vector4.Abs(new Vector4(got.X - wanted.X, got.Y - wanted.Y, got.Z - wanted.Z, got.W - wanted.W));
            float most = System.Math.Max(System.Math.Max(off.X, off.Y), System.Math.Max(off.Z, off.W));
            Assert.That(most, Is.LessThan(Tolerance), $"{where}: {got} instead of {wanted}");
        }

        private static string Here([CallerFilePath] string path = "") => path;
    }
}
