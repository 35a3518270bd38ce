#nullable enable
using System;
using System.Collections.Generic;
using System.Linq;
using NUnit.Framework;
using UnityEngine;
using VisAVis.Core;
using VisAVis.Protocol;

namespace VisAVis.Unity.Tests
{
    /// <summary>The components through their life, against the service whose frames are a function of time.</summary>
    public class ConversationTests
    {
        [SetUp]
        public void Begin() => Player.Clear();

        [TearDown]
        public void End() => Player.Clear();

        [TestCase(false, "", TestName = "Face_and_sound_are_in_step")]
        [TestCase(true, "", TestName = "Face_and_sound_stay_in_step_when_the_frame_rate_drops_and_the_game_freezes")]
        [TestCase(true, "stutter", TestName = "Face_and_sound_stay_in_step_when_the_network_stalls")]
        public void Face_and_sound(bool roughFrames, string fault)
        {
            using ServiceProcess service = ServiceProcess.Fake(fault);
            Scene scene = Play(service);
            ClipVoice voice = AddVoice(scene, VoiceOf.A, 7);
            double clipBegan = double.NaN;
            AudioEngine.Mixed += (at, source, block) =>
            {
                int first = Array.FindIndex(block, sample => sample != 0);
                if (double.IsNaN(clipBegan) && first >= 0) clipBegan = at + first / (double)AudioEngine.Rate;
            };

            var times = new List<double>();
            var jaws = new List<double>();
            var random = new System.Random(4);
            bool froze = false;
            Func<double>? frames = null;
            if (roughFrames)
            {
                frames = () =>
                {
                    if (froze || times.Count < 60) return 0.005 + 0.08 * random.NextDouble() * random.NextDouble();
                    froze = true;
                    return 0.7;
                };
            }

            Player.Run(7, () =>
            {
                if (voice.Current == null || scene.Conversation.HeardS < 1) return false;
                times.Add(scene.Conversation.HeardS);
                jaws.Add(Player.Shape(scene.A, "jawOpen") / 100);
                return false;
            }, frames);
            Assert.That(scene.Conversation.State, Is.EqualTo(ConnectionState.Live), scene.Conversation.LastError);
            Assert.That(times.Count, Is.GreaterThan(40));

            // What the loudspeaker plays now was mixed three buffers ago.
            double delay = 3 * AudioEngine.BlockLength / (double)AudioEngine.Rate;
            double heardNow = AudioSettings.dspTime - delay - (scene.Conversation.DspTimeOf(0));
            Assert.That(scene.Conversation.HeardS, Is.EqualTo(heardNow).Within(0.025), "the clock is that of the sound");
            double planned = scene.Conversation.DspTimeOf(0) + voice.LineBeganS;
            Assert.That(clipBegan, Is.EqualTo(planned).Within(1.0 / AudioEngine.Rate), "the clip begins on its sample");

            // jawOpen is |sin(2 pi t)| of the audio time: find how much later it is shown than heard.
            double best = 0, least = double.PositiveInfinity;
            for (double lag = -0.2; lag <= 0.2; lag += 0.001)
            {
                double error = 0;
                for (int i = 0; i < times.Count; i++)
                    error += Math.Abs(jaws[i] - Math.Abs(Math.Sin(2 * Math.PI * (times[i] - lag))));
                if (error >= least) continue;
                least = error;
                best = lag;
            }

            TestContext.Progress.WriteLine(
                $"face behind sound: {1000 * best:0} ms ({times.Count} frames, mean error {least / times.Count:0.000})");
            Assert.That(best, Is.EqualTo(0).Within(0.010), "the face is shown when it is heard");
            double allowed = fault.Length != 0 ? 0.3 : roughFrames ? 0.08 : 0.03;
            Assert.That(least / times.Count, Is.LessThan(allowed));
        }

        [Test]
        public void Nothing_is_allocated_per_frame_in_steady_state()
        {
            using ServiceProcess service = ServiceProcess.Fake();
            Scene scene = Play(service);
            AddVoice(scene, VoiceOf.A, 8);
            AddVoice(scene, VoiceOf.B, 8);
            Assert.That(Player.Run(10, () => scene.Conversation.HeardS > 2), Is.True);
            long most = 0, frames = 0, received = 0;
            var allocated = new List<long>();
            scene.Conversation.RoleEventHeard += _ => received++;
            Player.Run(3, () =>
            {
                allocated.Add(Loop.AllocatedByScripts);
                Loop.AllocatedByScripts = 0;
                return false;
            });
            // The first reading covers what was before.
            foreach (long bytes in allocated.Skip(1))
            {
                frames++;
                most = Math.Max(most, bytes);
            }

            TestContext.Progress.WriteLine($"allocated by the components in {frames} frames of two faces: {allocated.Skip(1).Sum()} bytes");
            Assert.That(scene.Conversation.State, Is.EqualTo(ConnectionState.Live));
            Assert.That(frames, Is.GreaterThan(60));
            Assert.That(most, Is.Zero);
        }

        [Test]
        public void The_placement_of_the_characters_is_said_at_open_and_when_they_walk()
        {
            using ServiceProcess service = ServiceProcess.Fake();
            Scene scene = Play(service);
            Player.Run(10, () => scene.Conversation.State == ConnectionState.Live);
            Player.Run(0.5);
            scene.B.transform.position += new Vector3(0f, 0f, 0.5f);
            Player.Run(0.6);
            scene.Conversation.gameObject.SetActive(false);
            Assert.That(scene.Conversation.State, Is.EqualTo(ConnectionState.Idle));
            Assert.That(WaitForLog(service), Does.Contain("\"open_placement\": true").And.Contain("\"scenes\": 1"));
        }

        [Test]
        public void Events_are_raised_when_they_are_heard_not_when_they_come()
        {
            using ServiceProcess service = ServiceProcess.Fake();
            Scene scene = Play(service);
            ConversationEvents events = scene.Conversation.gameObject.AddComponent<ConversationEvents>();
            int connected = 0;
            double heardAt = double.NaN, said = double.NaN;
            events.Connected.AddListener(() => connected++);
            scene.Conversation.RoleEventHeard += roleEvent => said = roleEvent.TimeS;
            events.TurnBegan.AddListener(person =>
            {
                Assert.That(person, Is.EqualTo(Person.A));
                heardAt = scene.Conversation.HeardS;
            });
            Assert.That(Player.Run(10, () => !double.IsNaN(heardAt)), Is.True);
            Assert.That(heardAt - said, Is.InRange(0, 0.1));
            Assert.That(connected, Is.EqualTo(1));
        }

        [Test]
        public void Without_a_service_the_lines_are_said_all_the_same_and_the_faces_live()
        {
            Scene scene = Play(null);
            ClipVoice voice = AddVoice(scene, VoiceOf.A, 1);
            Player.Set(voice, "patience", 0.5f);
            bool ended = false;
            voice.LineEnded += clip => ended = true;
            float blink = 0f;
            Assert.That(Player.Run(8, () =>
            {
                blink = Math.Max(blink, Player.Shape(scene.A, "eyeBlinkLeft"));
                return ended && blink > 80f;
            }), Is.True);
            Assert.That(Debug.Lines.Count(line => line.Contains("no service answers")), Is.EqualTo(1), "said once, not with every attempt");
        }

        [Test]
        public void Disabling_and_enabling_begins_a_new_conversation()
        {
            using ServiceProcess service = ServiceProcess.Fake();
            Scene scene = Play(service);
            AddVoice(scene, VoiceOf.A, 20);
            Player.Run(10, () => scene.Conversation.HeardS > 1);
            scene.Conversation.enabled = false;
            Player.Run(0.6);
            Assert.That(Player.Shape(scene.A, "jawOpen"), Is.LessThan(1f), "the face has eased to idle");
            scene.Conversation.enabled = true;
            Assert.That(Player.Run(10, () => scene.Conversation.State == ConnectionState.Live), Is.True);
            Assert.That(scene.Conversation.HeardS, Is.LessThan(2));
        }

        [Test]
        public void Destroying_everything_in_mid_stream_leaves_nothing_behind()
        {
            using ServiceProcess service = ServiceProcess.Fake();
            Scene scene = Play(service);
            Player.Run(10, () => scene.Conversation.State == ConnectionState.Live);
            foreach (GameObject thing in new[] { scene.A.gameObject, scene.Conversation.gameObject, scene.B.gameObject })
                UnityEngine.Object.DestroyImmediate(thing);
            Assert.That(() => Player.Run(0.3), Throws.Nothing);
            Assert.That(WaitForLog(service), Does.Contain("stream"));
        }

        [Test]
        public void An_impossible_address_is_an_error_in_the_log_not_an_exception()
        {
            Conversation conversation = Player.Make<Conversation>("Conversation", ("address", "nonsense://x"));
            Loop.Step(0.02f);
            Assert.That(Debug.Lines.Single(), Does.StartWith("error: Vis-à-Vis: 'nonsense://x'"));
            Assert.That(conversation.IsRunning, Is.False);
        }

        internal sealed class Scene
        {
            public Scene(Conversation conversation, CharacterFace a, CharacterFace b)
            {
                Conversation = conversation;
                A = a;
                B = b;
            }

            public Conversation Conversation { get; }

            public CharacterFace A { get; }

            public CharacterFace B { get; }
        }

        /// <summary>Two characters 1.2 m apart, looking at each other, and a conversation between them.</summary>
        internal static Scene Play(ServiceProcess? service, string scheme = "http", params (string, object?)[] fields)
        {
            CharacterFace a = Player.MakeCharacter("A", new Vector3(0f, 0f, 0f), 0f, null, 1f, false, true);
            CharacterFace b = Player.MakeCharacter("B", new Vector3(0f, 0f, 1.2f), 180f, null, 1f, false, true);
            b.Person = Person.B;
            string host = scheme == "https" ? "localhost" : "127.0.0.1";
            Conversation conversation = Player.Make<Conversation>("Conversation", fields.Concat(new (string, object?)[]
            {
                ("address", $"{scheme}://{host}:{service?.Port ?? 1}"), ("characterA", a), ("characterB", b),
            }).ToArray());
            a.Source = b.Source = conversation;
            a.gameObject.GetComponent<CharacterGaze>().Partner = b;
            b.gameObject.GetComponent<CharacterGaze>().Partner = a;
            return new Scene(conversation, a, b);
        }

        private static ClipVoice AddVoice(Scene scene, VoiceOf who, int seconds)
        {
            var samples = new float[seconds * 24000];
            for (int i = 0; i < samples.Length; i++) samples[i] = 0.3f + 0.1f * Mathf.Sin(i * 0.1f);
            var holder = new GameObject("Voice");
            holder.SetActive(false);
            holder.AddComponent<AudioSource>();
            ClipVoice voice = holder.AddComponent<ClipVoice>();
            Player.Set(voice, "conversation", scene.Conversation);
            Player.Set(voice, "voiceOf", who);
            Player.Set(voice, "sayAtStart", new[] { Player.Clip("line", samples, 24000) });
            holder.SetActive(true);
            return voice;
        }

        private static string WaitForLog(ServiceProcess service)
        {
            for (int i = 0; i < 100; i++)
            {
                string? line = service.Lines.LastOrDefault(l => l.StartsWith("{"));
                if (line != null) return line;
                System.Threading.Thread.Sleep(50);
            }

            return "(nothing)\n" + service.Output;
        }
    }
}
