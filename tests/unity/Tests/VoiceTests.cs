#nullable enable
using System;
using System.Collections.Generic;
using System.Linq;
using NUnit.Framework;
using UnityEngine;
using VisAVis.Protocol;

namespace VisAVis.Unity.Tests
{
    /// <summary>What each voice plays and sends, and when.</summary>
    public class VoiceTests
    {
        private readonly List<(double At, float[] Block)> _heard = new List<(double At, float[] Block)>();
        private ServiceProcess _service = null!;
        private ConversationTests.Scene _scene = null!;

        [OneTimeSetUp]
        public void Serve() => _service = ServiceProcess.Fake();

        [OneTimeTearDown]
        public void EndService() => _service.Dispose();

        [SetUp]
        public void Begin()
        {
            Player.Clear();
            _heard.Clear();
            _scene = ConversationTests.Play(_service);
            AudioEngine.Mixed += (at, source, block) => _heard.Add((at, (float[])block.Clone()));
            Player.Run(20, () => _scene.Conversation.State == ConnectionState.Live);
        }

        [TearDown]
        public void End() => Player.Clear();

        [Test]
        public void Pushed_speech_is_heard_without_a_gap_as_soon_as_the_faces_can_follow()
        {
            StreamVoice voice = Add<StreamVoice>(VoiceOf.A);
            Loop.Step(0.02f);
            double pushedAt = _scene.Conversation.MixedS;
            // A synthesizer that delivers 80 ms pieces at 24 kHz, faster than they are spoken.
            var piece = new float[1920];
            for (int i = 0; i < piece.Length; i++) piece[i] = 0.5f;
            int pushed = 0;
            Player.Run(1.5, () =>
            {
                if (pushed < 10)
                {
                    Assert.That(voice.Push(piece, 24000), Is.True);
                    pushed++;
                }

                return false;
            });
            (double start, double length, int gaps) = Heard(0.4f);
            double lead = start - _scene.Conversation.DspTimeOf(pushedAt);
            TestContext.Progress.WriteLine($"pushed speech is heard {1000 * lead:0} ms after its first piece");
            Assert.That(lead, Is.EqualTo(_scene.Conversation.LeadS).Within(0.05));
            Assert.That(length, Is.EqualTo(0.8).Within(0.005));
            Assert.That(gaps, Is.Zero);
            Assert.That(voice.IsSpeaking, Is.False);
        }

        [Test]
        public void A_pause_of_the_synthesizer_is_a_pause_of_the_speech_and_face_and_sound_stay_together()
        {
            StreamVoice voice = Add<StreamVoice>(VoiceOf.A);
            Loop.Step(0.02f);
            var piece = new float[4800];
            for (int i = 0; i < piece.Length; i++) piece[i] = 0.5f;
            voice.Push(piece, 24000);
            double first = voice.WrittenUntilS - 0.2;
            Player.Run(1);
            voice.Push(piece, 24000);
            double second = voice.WrittenUntilS - 0.2;
            Player.Run(1.2);
            Assert.That(second - first, Is.InRange(0.9, 1.6));
            double[] starts = Onsets(0.4f);
            Assert.That(starts.Length, Is.EqualTo(2));
            // The resampler's filter rises over a millisecond.
            Assert.That(starts[0], Is.EqualTo(_scene.Conversation.DspTimeOf(first)).Within(0.003));
            Assert.That(starts[1], Is.EqualTo(_scene.Conversation.DspTimeOf(second)).Within(0.003));
        }

        [Test]
        public void Pushing_allocates_nothing()
        {
            StreamVoice voice = Add<StreamVoice>(VoiceOf.A);
            Loop.Step(0.02f);
            var piece = new float[960];
            voice.Push(piece, 24000);
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int i = 0; i < 50; i++) voice.Push(piece, 24000);
            Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.Zero);
        }

        [Test]
        public void Without_a_conversation_nothing_is_taken()
        {
            StreamVoice voice = Add<StreamVoice>(VoiceOf.A);
            _scene.Conversation.Disconnect();
            Assert.That(voice.Push(new float[100], 24000), Is.False);
            Assert.That(() => Player.Run(0.2), Throws.Nothing);
        }

        [Test]
        public void A_microphone_is_heard_without_gaps_although_it_delivers_in_fits()
        {
            Microphone.devices = new[] { "Desk" };
            MicrophoneVoice voice = Add<MicrophoneVoice>(VoiceOf.B);
            Assert.That(voice.IsRecording, Is.True);
            var random = new System.Random(2);
            double spoken = 0, delivered = 0;
            Player.Run(3, () =>
            {
                spoken += Time.deltaTime;
                // 44.1 kHz, in pieces as a driver likes them.
                if (spoken - delivered < 0.02 + 0.03 * random.NextDouble()) return false;
                var piece = new float[(int)((spoken - delivered) * 44100)];
                for (int i = 0; i < piece.Length; i++) piece[i] = 0.5f;
                delivered += piece.Length / 44100.0;
                MicrophoneHear(piece);
                return false;
            });
            (_, double length, int gaps) = Heard(0.4f);
            Assert.That(length, Is.GreaterThan(2));
            Assert.That(gaps, Is.LessThanOrEqualTo(1), "at most one while the cushion finds its size");
        }

        [Test]
        public void Without_a_microphone_it_says_so()
        {
            Add<MicrophoneVoice>(VoiceOf.B);
            Assert.That(Debug.Lines, Has.Some.Contains("no microphone"));
        }

        [Test]
        public void A_line_that_the_game_plays_itself_is_put_off_until_the_face_can_follow()
        {
            AudioSourceVoice voice = Add<AudioSourceVoice>(VoiceOf.A);
            AudioSource source = voice.gameObject.GetComponent<AudioSource>();
            Player.Run(0.3);
            source.clip = Player.Clip("line", Enumerable.Repeat(0.5f, 24000).ToArray(), 24000);
            source.Play();
            double played = AudioSettings.dspTime;
            Player.Run(2);
            (double start, double length, int gaps) = Heard(0.4f);
            Assert.That(start - played, Is.EqualTo(_scene.Conversation.LeadS).Within(0.08));
            Assert.That(length, Is.EqualTo(1).Within(0.002));
            Assert.That(gaps, Is.Zero);
            Assert.That(voice.IsSpeaking, Is.False);
            _heard.Clear();
            source.Play();
            Player.Run(2);
            Assert.That(Heard(0.4f).Length, Is.EqualTo(1).Within(0.002), "and again when it is played again");
        }

        [Test]
        public void Lines_wait_for_each_other_and_say_when_they_begin_and_end()
        {
            ClipVoice voice = Add<ClipVoice>(VoiceOf.A);
            var told = new List<string>();
            voice.LineBegan += clip => told.Add("began " + clip.name);
            voice.LineEnded += clip => told.Add("ended " + clip.name);
            voice.Say(Player.Clip("one", Enumerable.Repeat(0.5f, 8000).ToArray(), 16000));
            voice.Say(Player.Clip("two", Enumerable.Repeat(0.5f, 8000).ToArray(), 16000));
            Assert.That(Player.Run(8, () => !voice.IsSpeaking), Is.True);
            Assert.That(told, Is.EqualTo(new[] { "began one", "ended one", "began two", "ended two" }));
            Assert.That(Onsets(0.4f).Length, Is.EqualTo(2));
        }

        [Test]
        public void A_clip_whose_samples_cannot_be_read_is_named_and_the_next_is_said()
        {
            ClipVoice voice = Add<ClipVoice>(VoiceOf.A);
            AudioClip streaming = Player.Clip("music", new float[16000], 16000);
            streaming.loadType = AudioClipLoadType.Streaming;
            voice.Say(streaming);
            voice.Say(Player.Clip("line", new float[1600], 16000));
            Assert.That(Player.Run(5, () => voice.Current != null), Is.True);
            Assert.That(voice.Current!.name, Is.EqualTo("line"));
            Assert.That(Debug.Lines, Has.Some.Contains("'music': set its Load Type to Decompress On Load"));
        }

        private T Add<T>(VoiceOf who)
            where T : ConversationVoice
        {
            var holder = new GameObject("Voice");
            holder.SetActive(false);
            holder.AddComponent<AudioSource>();
            T voice = holder.AddComponent<T>();
            Player.Set(voice, "conversation", _scene.Conversation);
            Player.Set(voice, "voiceOf", who);
            holder.SetActive(true);
            return voice;
        }

        private static void MicrophoneHear(float[] samples) => Microphone.Hear(samples);

        /// <summary>Where sound above a level begins, how long it lasts to its last sample, and how many holes it has.</summary>
        private (double Start, double Length, int Gaps) Heard(float level)
        {
            double start = double.NaN, last = double.NaN;
            int gaps = 0;
            foreach ((double at, float[] block) in _heard)
            {
                for (int i = 0; i < block.Length; i++)
                {
                    if (block[i] < level) continue;
                    double now = at + i / (double)AudioEngine.Rate;
                    if (double.IsNaN(start)) start = now;
                    else if (now - last > 0.0015) gaps++;
                    last = now;
                }
            }

            return (start, last - start, gaps);
        }

        private double[] Onsets(float level)
        {
            var starts = new List<double>();
            double last = double.NegativeInfinity;
            foreach ((double at, float[] block) in _heard)
            {
                for (int i = 0; i < block.Length; i++)
                {
                    if (block[i] < level) continue;
                    double now = at + i / (double)AudioEngine.Rate;
                    if (now - last > 0.01) starts.Add(now);
                    last = now;
                }
            }

            return starts.ToArray();
        }
    }
}
