#nullable enable
using System;
using NUnit.Framework;
using VisAVis.Core;

namespace VisAVis.Tests
{
    public class ResamplerTests
    {
        private static readonly int[] Rates = { 8000, 11025, 16000, 22050, 24000, 44100, 48000 };

        [Test]
        public void A_tone_keeps_its_pitch_level_and_place([ValueSource(nameof(Rates))] int from)
        {
            const int to = 16000;
            float[] heard = Convert(Tone(from, 440, from), from, to, from);
            Assert.That(heard.Length, Is.EqualTo(to).Within(1));
            for (int i = 200; i < heard.Length - 200; i++)
                Assert.That(heard[i], Is.EqualTo(Math.Sin(2 * Math.PI * 440 * i / to)).Within(2e-3), $"sample {i}");
        }

        [Test]
        public void What_the_lower_rate_cannot_carry_is_removed()
        {
            float[] heard = Convert(Tone(48000, 11000, 48000), 48000, 16000, 999);
            float peak = 0;
            for (int i = 200; i < heard.Length - 200; i++) peak = Math.Max(peak, Math.Abs(heard[i]));
            Assert.That(peak, Is.LessThan(3e-3f), "a tone of 11 kHz folded back into 16 kHz sound");
        }

        [Test]
        public void The_same_bits_come_out_however_the_input_is_cut()
        {
            float[] tone = Tone(44100, 300, 9000);
            float[] whole = Convert(tone, 44100, 16000, tone.Length);
            Assert.That(Convert(tone, 44100, 16000, 1), Is.EqualTo(whole));
            Assert.That(Convert(tone, 44100, 16000, 441), Is.EqualTo(whole));
        }

        [Test]
        public void Nothing_is_allocated_while_streaming()
        {
            var resampler = new Resampler(48000, 16000);
            float[] input = Tone(48000, 200, 1024);
            var output = new float[resampler.MaximumOutput(input.Length)];
            resampler.Process(input, output);
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int i = 0; i < 100; i++) resampler.Process(input, output);
            Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.Zero);
        }

        [Test]
        public void An_impossible_rate_is_refused_by_name() =>
            Assert.That(() => new Resampler(48000, 7), Throws.InstanceOf<ArgumentOutOfRangeException>()
                .With.Property("ParamName").EqualTo("toRate"));

        private static float[] Tone(int rate, double hertz, int count)
        {
            var samples = new float[count];
            for (int i = 0; i < count; i++) samples[i] = (float)Math.Sin(2 * Math.PI * hertz * i / rate);
            return samples;
        }

        private static float[] Convert(float[] input, int from, int to, int piece)
        {
            var resampler = new Resampler(from, to);
            var output = new float[resampler.MaximumOutput(input.Length) + resampler.MaximumOutput(64) * 8];
            int count = 0;
            for (int at = 0; at < input.Length; at += piece)
                count += resampler.Process(input.AsSpan(at, Math.Min(piece, input.Length - at)), output.AsSpan(count));
            count += resampler.Flush(output.AsSpan(count));
            Array.Resize(ref output, Math.Min(count, (int)((long)input.Length * to / from)));
            return output;
        }
    }
}
