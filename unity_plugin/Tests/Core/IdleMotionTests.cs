#nullable enable
using System.Collections.Generic;
using NUnit.Framework;
using VisAVis.Core;

namespace VisAVis.Tests
{
    public class IdleMotionTests
    {
        [Test]
        public void An_idle_face_blinks_about_seventeen_times_a_minute_and_shuts_its_eyes()
        {
            var idle = new IdleMotion(1);
            var pose = new FacePose();
            int blinks = 0;
            bool shut = false;
            for (int i = 0; i < 5 * 60 * 60; i++)
            {
                pose.Reset();
                idle.Apply(pose, 1f, 1 / 60.0);
                bool now = pose.Weights[Arkit.EyeBlinkLeft] > 0.8f;
                if (now && !shut) blinks++;
                shut = now;
            }

            Assert.That(blinks / 5.0, Is.InRange(13, 21));
        }

        [Test]
        public void It_adds_nothing_while_frames_come()
        {
            var idle = new IdleMotion(1);
            var pose = new FacePose();
            for (int i = 0; i < 600; i++) idle.Apply(pose, 0f, 1 / 60.0);
            Assert.That(pose.Weights, Is.All.Zero);
            Assert.That(pose.Head, Is.EqualTo(System.Numerics.Quaternion.Identity));
        }

        [Test]
        public void The_same_seed_gives_the_same_motion_and_another_does_not()
        {
            Assert.That(Lids(5), Is.EqualTo(Lids(5)));
            Assert.That(Lids(5), Is.Not.EqualTo(Lids(6)));
        }

        private static List<float> Lids(uint seed)
        {
            var idle = new IdleMotion(seed);
            var pose = new FacePose();
            var lids = new List<float>();
            for (int i = 0; i < 1200; i++)
            {
                pose.Reset();
                idle.Apply(pose, 1f, 1 / 60.0);
                lids.Add(pose.Weights[Arkit.EyeBlinkRight]);
            }

            return lids;
        }
    }
}
