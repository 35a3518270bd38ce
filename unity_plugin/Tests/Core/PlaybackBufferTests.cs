#nullable enable
using System;
using NUnit.Framework;
using VisAVis.Core;

namespace VisAVis.Tests
{
    public class PlaybackBufferTests
    {
        private const double Frame = 1.0 / 30.0;
        private readonly FacePose _pose = new FacePose();

        [Test]
        public void Between_frames_the_face_is_between_them()
        {
            PlaybackBuffer buffer = Filled(0, 10);
            buffer.Sample(0);
            Assert.That(Jaw(buffer.Sample(2.5 * Frame)), Is.EqualTo(0.25f).Within(1e-5));
            Assert.That(buffer.Idleness, Is.Zero);
        }

        [Test]
        public void When_frames_stay_away_it_holds_eases_to_idle_and_eases_back_without_a_jump()
        {
            PlaybackBuffer buffer = Filled(0, 10);
            float last = Jaw(buffer.Sample(0));
            for (double t = 0; t < 3; t += 0.005)
            {
                if (t > 1.0 && t < 1.005)
                    for (int i = 25; i < 100; i++) Push(buffer, i, 0.9f);
                float jaw = Jaw(buffer.Sample(t));
                Assert.That(Math.Abs(jaw - last), Is.LessThan(0.06f), $"at {t:0.000} s");
                if (t > 0.31 && t < 0.395) Assert.That(jaw, Is.EqualTo(0.9f).Within(1e-5), "it holds");
                if (t > 0.71 && t < 1.0) Assert.That(jaw, Is.Zero, "it is idle");
                if (t > 1.32) Assert.That(jaw, Is.EqualTo(0.9f).Within(1e-5), "it is back");
                last = jaw;
            }
        }

        [Test]
        public void A_flood_of_frames_twice_and_out_of_order_shows_the_same_as_frames_in_order()
        {
            var random = new Random(7);
            PlaybackBuffer orderly = Filled(0, 300);
            var flooded = new PlaybackBuffer();
            for (int block = 0; block < 300; block += 10)
            {
                for (int n = 0; n < 60; n++) Push(flooded, block + random.Next(10), null);
                for (int i = block + 9; i >= block; i--) Push(flooded, i, null);
            }

            for (double t = 0; t < 9.9; t += 0.013) Assert.That(Jaw(flooded.Sample(t)), Is.EqualTo(Jaw(orderly.Sample(t))));
        }

        [Test]
        public void A_full_buffer_lets_the_oldest_go()
        {
            var buffer = new PlaybackBuffer(16);
            for (int i = 0; i < 100; i++) Push(buffer, i, null);
            Assert.That(buffer.Count, Is.EqualTo(16));
            Push(buffer, 3, null);
            Assert.That(buffer.Count, Is.EqualTo(16));
            Assert.That(Jaw(buffer.Sample(90 * Frame)), Is.EqualTo(0f).Within(1e-5), "frame 90 is at the start of a wave");
            Assert.That(buffer.NewestS, Is.EqualTo(99 * Frame).Within(1e-9));
        }

        [Test]
        public void Before_the_first_frame_it_is_idle_and_then_eases_in()
        {
            var buffer = new PlaybackBuffer();
            Assert.That(Jaw(buffer.Sample(0)), Is.Zero);
            Assert.That(buffer.Idleness, Is.EqualTo(1f));
            for (int i = 6; i < 60; i++) Push(buffer, i, 1f);
            float last = 0f;
            for (double t = 0.19; t < 0.5; t += 0.01)
            {
                float jaw = Jaw(buffer.Sample(t));
                Assert.That(jaw - last, Is.InRange(-1e-5f, 0.1f));
                last = jaw;
            }

            Assert.That(last, Is.EqualTo(1f).Within(0.1f));
        }

        [Test]
        public void Nothing_is_allocated_while_playing()
        {
            PlaybackBuffer buffer = Filled(0, 30);
            buffer.Sample(0.1);
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int i = 30; i < 2000; i++)
            {
                // Every hundred frames a stall, so that easing is part of it.
                if (i % 100 > 25) Push(buffer, i, null);
                buffer.Sample((i - 10) * Frame);
            }

            Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.Zero);
        }

        private PlaybackBuffer Filled(int from, int to)
        {
            var buffer = new PlaybackBuffer();
            for (int i = from; i < to; i++) Push(buffer, i, null);
            return buffer;
        }

        /// <summary>Frame i; without a value its jaw rises from 0 to 0.9 over ten frames, again and again.</summary>
        private void Push(PlaybackBuffer buffer, int i, float? jaw)
        {
            _pose.Weights[Arkit.JawOpen] = jaw ?? i % 10 / 10f;
            buffer.Push(i * Frame, _pose);
        }

        private static float Jaw(FacePose pose) => pose.Weights[Arkit.JawOpen];
    }
}
