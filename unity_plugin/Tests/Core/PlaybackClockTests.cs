#nullable enable
using System;
using NUnit.Framework;
using VisAVis.Core;

namespace VisAVis.Tests
{
    public class PlaybackClockTests
    {
        private const double Block = 1024.0 / 48000.0;

        [TestCase(1 / 60.0)]
        [TestCase(1 / 144.0)]
        [TestCase(1 / 12.0)]
        public void It_runs_smoothly_where_the_audio_clock_runs_in_steps(double frame)
        {
            var clock = new PlaybackClock();
            clock.Start(100, 0);
            double last = 0;
            for (double real = frame; real < 20; real += frame)
            {
                clock.Advance(100 + Steps(real), real, false);
                Assert.That(clock.NowS - last, Is.EqualTo(frame).Within(0.004 + 0.1 * frame), $"at {real:0.00} s");
                Assert.That(clock.NowS, Is.EqualTo(real).Within(Block), $"at {real:0.00} s");
                last = clock.NowS;
            }
        }

        [Test]
        public void It_follows_an_audio_clock_that_runs_slower_than_the_computer_s()
        {
            var clock = new PlaybackClock();
            clock.Start(0, 0);
            for (double real = 0; real < 600; real += 1 / 60.0) clock.Advance(Steps(real * 0.999), real, false);
            Assert.That(clock.NowS, Is.EqualTo(600 * 0.999).Within(0.03), "0.6 s would be lost without it");
        }

        [Test]
        public void A_frozen_game_finds_the_sound_where_it_is()
        {
            var clock = new PlaybackClock();
            clock.Start(0, 0);
            for (double real = 0; real < 2; real += 1 / 60.0) clock.Advance(Steps(real), real, false);
            clock.Advance(Steps(7), 7, false);
            Assert.That(clock.NowS, Is.EqualTo(7).Within(0.03));
        }

        [Test]
        public void Pausing_the_sound_stops_it_and_it_goes_on_from_there()
        {
            var clock = new PlaybackClock();
            clock.Start(0, 0);
            double real = 0;
            for (; real < 2; real += 1 / 60.0) clock.Advance(Steps(real), real, false);
            double stopped = clock.NowS;
            for (; real < 12; real += 1 / 60.0) clock.Advance(Steps(2), real, true);
            Assert.That(clock.NowS, Is.EqualTo(stopped));
            for (; real < 14; real += 1 / 60.0) clock.Advance(Steps(real - 10), real, false);
            Assert.That(clock.NowS, Is.EqualTo(4).Within(0.03));
            Assert.That(clock.FollowsComputer, Is.False);
        }

        [Test]
        public void Without_an_audio_engine_the_computer_s_clock_takes_over_and_gives_back()
        {
            var clock = new PlaybackClock();
            clock.Start(50, 0);
            double real = 0;
            for (; real < 5; real += 1 / 60.0) clock.Advance(50, real, false);
            Assert.That(clock.FollowsComputer, Is.True);
            Assert.That(clock.NowS, Is.EqualTo(5).Within(0.6));
            double before = clock.NowS;
            for (; real < 8; real += 1 / 60.0) clock.Advance(50 + Steps(real - 5), real, false);
            Assert.That(clock.FollowsComputer, Is.False);
            Assert.That(clock.NowS - before, Is.EqualTo(3).Within(0.05));
            Assert.That(clock.StartedAtS + clock.NowS, Is.EqualTo(53).Within(0.05), "sound can be scheduled by it again");
        }

        [Test]
        public void It_never_runs_backwards()
        {
            var random = new Random(3);
            var clock = new PlaybackClock();
            clock.Start(0, 0);
            double real = 0, audio = 0, last = 0;
            for (int i = 0; i < 20000; i++)
            {
                real += random.NextDouble() * 0.05;
                audio = Math.Max(audio, Steps(real + 0.02 * (random.NextDouble() - 0.5)));
                clock.Advance(audio, real, random.Next(50) == 0);
                Assert.That(clock.NowS, Is.GreaterThanOrEqualTo(last));
                last = clock.NowS;
            }
        }

        /// <summary>The audio clock at a moment: the last block that was mixed.</summary>
        private static double Steps(double time) => Math.Floor(time / Block) * Block;
    }
}
