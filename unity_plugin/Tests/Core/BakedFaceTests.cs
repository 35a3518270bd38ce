#nullable enable
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using NUnit.Framework;
using VisAVis.Core;

namespace VisAVis.Tests
{
    public class BakedFaceTests
    {
        private static readonly string[] Angles =
        {
            "headYaw", "headPitch", "headRoll", "leftEyeYaw", "leftEyePitch", "rightEyeYaw", "rightEyePitch",
        };

        [Test]
        public void Columns_are_found_by_name_in_any_order()
        {
            string[] header = new[] { "speaking" }.Concat(Angles).Concat(Arkit.Names.Reverse()).Append("time").ToArray();
            var first = new string[header.Length];
            for (int i = 0; i < first.Length; i++) first[i] = "0";
            first[System.Array.IndexOf(header, "jawOpen")] = "0.5";
            first[System.Array.IndexOf(header, "headYaw")] = "90";
            string second = string.Join(",", header.Select(name => name == "time" ? "0.1" : "0"));
            BakedFace face = BakedFace.Parse($"{string.Join(",", header)}\r\n{string.Join(",", first)}\r\n{second}\r\n\r\n");
            Assert.That(face.Count, Is.EqualTo(2));
            var pose = new FacePose();
            face.Sample(0.05, pose);
            Assert.That(pose.Weights[Arkit.JawOpen], Is.EqualTo(0.25f).Within(1e-6));
            face.Sample(-1, pose);
            Assert.That(YawPitch.Of(pose.Head).Yaw, Is.EqualTo(System.Math.PI / 2).Within(1e-5), "90 degrees to the own left");
            Assert.That(face.DurationS, Is.EqualTo(0.1));
        }

        [Test]
        public void A_point_is_a_point_on_a_machine_that_writes_commas()
        {
            var commas = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            commas.NumberFormat.NumberDecimalSeparator = ",";
            commas.NumberFormat.NumberGroupSeparator = ".";
            CultureInfo before = Thread.CurrentThread.CurrentCulture;
            try
            {
                Thread.CurrentThread.CurrentCulture = commas;
                Assert.That(BakedFace.Parse(Csv("0.000000", "0.033333")).TimeAt(1), Is.EqualTo(0.033333));
            }
            finally
            {
                Thread.CurrentThread.CurrentCulture = before;
            }
        }

        [Test]
        public void What_is_wrong_with_a_file_is_named()
        {
            Assert.That(() => BakedFace.Parse("time,jawOpen\n0,1"), Throws.TypeOf<InvalidDataException>().With.Message.Contains("eyeBlinkLeft"));
            Assert.That(() => BakedFace.Parse(Csv()), Throws.TypeOf<InvalidDataException>().With.Message.Contains("no frames"));
            Assert.That(() => BakedFace.Parse(Csv("0", "x")), Throws.TypeOf<InvalidDataException>().With.Message.Contains("line 3, time"));
            Assert.That(() => BakedFace.Parse(Csv("0.1", "0.1")), Throws.TypeOf<InvalidDataException>().With.Message.Contains("line 3"));
            Assert.That(() => BakedFace.Parse(Csv("0") + "1,2\n"), Throws.TypeOf<InvalidDataException>().With.Message.Contains("2 values"));
            Assert.That(() => BakedFace.Parse(Csv("NaN")), Throws.TypeOf<InvalidDataException>());
        }

        private static string Csv(params string[] times)
        {
            string csv = string.Join(",", new[] { "time" }.Concat(Arkit.Names).Concat(Angles).Append("speaking")) + "\n";
            string zeros = string.Concat(Enumerable.Repeat(",0", Arkit.Count + Angles.Length + 1));
            foreach (string time in times) csv += time + zeros + "\n";
            return csv;
        }
    }
}
