#nullable enable
using System;
using System.Numerics;
using NUnit.Framework;
using VisAVis.Core;

namespace VisAVis.Tests
{
    public class CoordinatesTests
    {
        [Test]
        public void Positions_mirror_x() =>
            Assert.That(Coordinates.Position(new Vector3(1, 2, 3)), Is.EqualTo(new Vector3(-1, 2, 3)));

        [Test]
        public void Turning_a_point_and_converting_it_is_converting_both_and_turning()
        {
            var random = new Random(1);
            for (int i = 0; i < 200; i++)
            {
                Vector3 r = Vector(random) * 1.5f;
                Vector3 p = Vector(random);
                Vector3 turned = Coordinates.Position(Vector3.Transform(p, Coordinates.FromRotationVector(r)));
                // System.Numerics turns by the same formula in either handedness, as Unity does.
                Vector3 other = Vector3.Transform(
                    Coordinates.Position(p), Coordinates.FromRotationVector(Coordinates.RotationVector(r)));
                Near(other, turned, 1e-5f);
            }
        }

        [Test]
        public void Quaternions_and_rotation_vectors_convert_alike()
        {
            var random = new Random(2);
            for (int i = 0; i < 200; i++)
            {
                Vector3 r = Vector(random);
                Quaternion one = Coordinates.Rotation(Coordinates.FromRotationVector(r));
                Quaternion other = Coordinates.FromRotationVector(Coordinates.RotationVector(r));
                Assert.That(Math.Abs(Quaternion.Dot(one, other)), Is.EqualTo(1).Within(1e-6));
                Near(Coordinates.ToRotationVector(Coordinates.FromRotationVector(r)), r, 1e-5f);
            }
        }

        [Test]
        public void A_yaw_of_ninety_degrees_faces_plus_x_in_both()
        {
            // Conversation frame: 90 degrees faces +X. That is Unity's -X, where Unity's yaw is -90.
            Quaternion yaw = Coordinates.FromRotationVector(new Vector3(0, MathF.PI / 2, 0));
            Near(Vector3.Transform(Vector3.UnitZ, yaw), Vector3.UnitX, 1e-6f);
            float unity = Coordinates.YawDegrees(90) * MathF.PI / 180;
            Vector3 forward = new Vector3(MathF.Sin(unity), 0, MathF.Cos(unity));
            Near(forward, Coordinates.Position(Vector3.UnitX), 1e-6f);
        }

        [Test]
        public void Every_conversion_undoes_itself()
        {
            var v = new Vector3(0.3f, -0.2f, 0.7f);
            Assert.That(Coordinates.Position(Coordinates.Position(v)), Is.EqualTo(v));
            Assert.That(Coordinates.RotationVector(Coordinates.RotationVector(v)), Is.EqualTo(v));
            Quaternion q = Coordinates.FromRotationVector(v);
            Assert.That(Coordinates.Rotation(Coordinates.Rotation(q)), Is.EqualTo(q));
        }

        private static Vector3 Vector(Random random) => new Vector3(
            (float)(2 * random.NextDouble() - 1), (float)(2 * random.NextDouble() - 1), (float)(2 * random.NextDouble() - 1));

        private static void Near(Vector3 got, Vector3 wanted, float tolerance) =>
            Assert.That((got - wanted).Length(), Is.LessThan(tolerance), $"{got} instead of {wanted}");
    }
}
