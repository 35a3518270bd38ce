#nullable enable
using System;
using NUnit.Framework;
using VisAVis.Core;

namespace VisAVis.Tests
{
    public class AudioTrackTests
    {
        private readonly float[] _into = new float[64000];

        [Test]
        public void Sound_is_read_where_it_was_written_and_silence_is_not_sent()
        {
            var track = new AudioTrack(16000);
            track.Append(1000, Ramp(500));
            track.Append(9000, Ramp(300));
            long cursor = 0;
            Assert.That(track.Read(ref cursor, _into, out long start), Is.EqualTo(500));
            Assert.That(start, Is.EqualTo(1000));
            Assert.That(_into[499], Is.EqualTo(499f));
            Assert.That(track.Read(ref cursor, _into, out start), Is.EqualTo(300));
            Assert.That(start, Is.EqualTo(9000));
            Assert.That(track.Read(ref cursor, _into, out _), Is.Zero);
            Assert.That(cursor, Is.EqualTo(9300));
        }

        [Test]
        public void Sound_never_lands_before_what_was_written_or_promised()
        {
            var track = new AudioTrack(16000);
            Assert.That(track.Append(100, Ramp(50)), Is.EqualTo(100));
            Assert.That(track.Append(0, Ramp(50)), Is.EqualTo(150), "the end of the sound before");
            track.Promise(5000);
            Assert.That(track.Append(300, Ramp(50)), Is.EqualTo(5000), "the promise of silence");
            track.Promise(10);
            Assert.That(track.Floor, Is.EqualTo(5050), "a promise never runs backwards");
        }

        [Test]
        public void Pieces_that_follow_each_other_are_one_stretch()
        {
            var track = new AudioTrack(16000);
            track.Append(0, Ramp(100));
            track.Append(100, Ramp(100));
            long cursor = 50;
            Assert.That(track.Read(ref cursor, _into, out long start), Is.EqualTo(150));
            Assert.That(start, Is.EqualTo(50));
            Assert.That(_into[50], Is.EqualTo(0f), "the second piece begins here");
        }

        [Test]
        public void A_new_connection_can_hear_the_last_seconds_again_and_no_more()
        {
            var track = new AudioTrack(8000, 2);
            for (int i = 0; i < 50; i++) track.Append(0, Ramp(1000));
            long cursor = 45000;
            Assert.That(track.Read(ref cursor, _into, out long start), Is.EqualTo(5000));
            Assert.That(start, Is.EqualTo(45000));
            cursor = 0;
            Assert.That(track.Read(ref cursor, _into, out start), Is.EqualTo(16000));
            Assert.That(start, Is.EqualTo(34000));
        }

        [Test]
        public void A_piece_longer_than_the_memory_keeps_its_end()
        {
            var track = new AudioTrack(8000, 1);
            track.Append(0, Ramp(20000));
            long cursor = 0;
            Assert.That(track.Read(ref cursor, _into, out long start), Is.EqualTo(8000));
            Assert.That(start, Is.EqualTo(12000));
            Assert.That(_into[0], Is.EqualTo(12000f));
            Assert.That(track.Tail, Is.EqualTo(20000));
        }

        [Test]
        public void Hundreds_of_short_sounds_keep_the_newest()
        {
            var track = new AudioTrack(16000, 10);
            for (int i = 0; i < 400; i++) track.Append(i * 100, Ramp(10));
            long cursor = 0;
            int pieces = 0;
            long start = -1;
            while (track.Read(ref cursor, _into, out long at) > 0)
            {
                if (pieces++ == 0) start = at;
            }

            Assert.That(pieces, Is.EqualTo(256));
            Assert.That(start, Is.EqualTo(144 * 100));
        }

        [Test]
        public void Time_is_settled_only_as_far_as_the_next_sound_that_was_not_read()
        {
            var track = new AudioTrack(16000);
            track.Promise(500);
            Assert.That(track.SettledAfter(0), Is.EqualTo(500));
            track.Append(800, Ramp(100));
            Assert.That(track.SettledAfter(0), Is.EqualTo(800));
            long cursor = 0;
            track.Read(ref cursor, _into.AsSpan(0, 60), out _);
            Assert.That(track.SettledAfter(cursor), Is.EqualTo(860));
            track.Read(ref cursor, _into, out _);
            Assert.That(track.SettledAfter(cursor), Is.EqualTo(900));
            track.Promise(2000);
            Assert.That(track.SettledAfter(cursor), Is.EqualTo(2000));
        }

        private static float[] Ramp(int count)
        {
            var samples = new float[count];
            for (int i = 0; i < count; i++) samples[i] = i;
            return samples;
        }

        [Test]
        public void Nothing_is_allocated_while_streaming()
        {
            var track = new AudioTrack(16000);
            float[] piece = Ramp(320);
            long cursor = 0;
            track.Append(0, piece);
            track.Read(ref cursor, _into, out _);
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int i = 0; i < 2000; i++)
            {
                track.Append(0, piece);
                track.Read(ref cursor, _into, out _);
            }

            Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.Zero);
        }
    }
}
