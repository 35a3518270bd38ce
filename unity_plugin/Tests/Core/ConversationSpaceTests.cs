#nullable enable
using System;
using System.Numerics;
using NUnit.Framework;
using VisAVis.Core;

namespace VisAVis.Tests
{
    public class ConversationSpaceTests
    {
        [Test]
        public void A_stands_at_minus_x_and_B_at_plus_x_wherever_they_stand_in_the_scene()
        {
            var a = new Vector3(4f, 2f, -3f);
            var b = new Vector3(5f, 2f, -1f);
            var space = new ConversationSpace(a, b);
            float half = 0.5f * (a - b).Length();
            Near(space.FromWorld(a), new Vector3(-half, 0f, 0f));
            Near(space.FromWorld(b), new Vector3(half, 0f, 0f));
            Assert.That(space.YawFromWorld(b - a), Is.EqualTo(90f).Within(1e-3), "A looks along +X");
            Assert.That(space.YawFromWorld(a - b), Is.EqualTo(-90f).Within(1e-3));
        }

        [Test]
        public void What_lies_to_A_s_left_lies_at_minus_z()
        {
            // A at the origin looks along Unity's +Z at B; A's left is Unity's -X.
            var space = new ConversationSpace(Vector3.Zero, new Vector3(0f, 0f, 2f));
            // In the right-handed frame A looks along +X, up is +Y, so A's left is Y x X = -Z.
            Near(space.FromWorld(new Vector3(-1f, 0f, 1f)), new Vector3(0f, 0f, -1f));
        }

        [Test]
        public void There_and_back_is_where_it_was()
        {
            var random = new Random(5);
            for (int i = 0; i < 100; i++)
            {
                var space = new ConversationSpace(Any(random), Any(random));
                Vector3 p = Any(random);
                Near(space.ToWorld(space.FromWorld(p)), p);
                float yaw = (float)(random.NextDouble() * 340 - 170);
                Assert.That(space.YawFromWorld(space.DirectionToWorld(yaw)), Is.EqualTo(yaw).Within(1e-2));
            }
        }

        [Test]
        public void Two_in_the_same_place_still_have_a_frame()
        {
            var space = new ConversationSpace(Vector3.One, Vector3.One);
            Near(space.ToWorld(Vector3.Zero), Vector3.One);
            Assert.That(float.IsNaN(space.FromWorld(Vector3.Zero).X), Is.False);
        }

        private static Vector3 Any(Random random) => new Vector3(
            (float)random.NextDouble() * 6 - 3, (float)random.NextDouble(), (float)random.NextDouble() * 6 - 3);

        private static void Near(Vector3 got, Vector3 wanted) =>
            Assert.That((got - wanted).Length(), Is.LessThan(1e-4f), $"{got} instead of {wanted}");
    }
}
