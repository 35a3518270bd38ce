#nullable enable
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using NUnit.Framework;
using UnityEngine;
using VisAVis.Core;
using VisAVis.Protocol;

namespace VisAVis.Unity.Tests
{
    /// <summary>The components with the real service, over real gRPC, on the conversation that is bundled with it.</summary>
    public class RealServiceTests
    {
        private static readonly string Bundled = Path.Combine(
            Repository.Root, "python_service", "visavis", "assets", "conversation", "conversation.wav");

        [SetUp]
        public void Begin() => Player.Clear();

        [TearDown]
        public void End() => Player.Clear();

        [Test]
        public void One_mixed_clip_brings_two_faces_to_life_each_speaking_in_its_turn()
        {
            using ServiceProcess service = ServiceProcess.Real();
            ConversationTests.Scene scene = ConversationTests.Play(service, "http", ("layout", V1.AudioLayout.Mixed));
            AudioClip clip = Wave.Load(Bundled);
            ClipVoice voice = AddVoice(scene, VoiceOf.Both, clip);
            List<(double Start, double End, Person Who)> truth = Rttm(Bundled.Replace(".wav", ".rttm"));
            Player.Set(voice, "spans", truth.Select(t => new ClipVoice.SpeechSpan
            {
                person = t.Who,
                start = (float)t.Start,
                end = (float)t.End,
            }).ToArray());

            var opened = new Dictionary<(Person Face, Person Speaker), List<float>>();
            foreach (Person face in new[] { Person.A, Person.B })
                foreach (Person speaker in new[] { Person.A, Person.B }) opened[(face, speaker)] = new List<float>();
            var gaze = new List<float>();
            int turns = 0;
            scene.Conversation.RoleEventHeard += roleEvent => turns += roleEvent.Kind == V1.RoleEventKind.TurnBegan ? 1 : 0;
            float blink = 0f;
            Player.Run(60, () =>
            {
                if (voice.Current == null) return !voice.IsSpeaking && scene.Conversation.HeardS > 5;
                double inClip = scene.Conversation.HeardS - voice.LineBeganS;
                Person[] now = truth.Where(t => inClip > t.Start + 0.1 && inClip < t.End - 0.1).Select(t => t.Who).Distinct().ToArray();
                blink = Math.Max(blink, Player.Shape(scene.A, "eyeBlinkLeft"));
                if (now.Length == 1)
                {
                    opened[(Person.A, now[0])].Add(Mouth(scene.A));
                    opened[(Person.B, now[0])].Add(Mouth(scene.B));
                }

                if (scene.A.GetComponent<CharacterGaze>().Weight > 0.99f)
                {
                    Vector3 look = Player.Find(scene.A, "LeftEye").rotation * Vector3.forward;
                    gaze.Add(Vector3.Angle(look, scene.B.EyeMidpoint - Player.Find(scene.A, "LeftEye").position));
                }

                return inClip > 16;
            });
            Assert.That(scene.Conversation.State, Is.EqualTo(ConnectionState.Live), scene.Conversation.LastError);
            foreach (Person face in new[] { Person.A, Person.B })
            {
                float own = opened[(face, face)].Average(), other = opened[(face, face.Partner())].Average();
                TestContext.Progress.WriteLine($"{face}: mouth {own:0.0} while speaking, {other:0.0} while listening");
                Assert.That(own, Is.GreaterThan(2f * other + 1f), $"{face} moves the mouth when {face} speaks");
            }

            gaze.Sort();
            TestContext.Progress.WriteLine($"A's left eye while looking at B: {gaze[gaze.Count / 2]:0.0} degrees off (median of {gaze.Count}), {turns} turns, blink {blink:0}");
            Assert.That(gaze[gaze.Count / 2], Is.LessThan(6f));
            Assert.That(turns, Is.GreaterThanOrEqualTo(3));
            Assert.That(blink, Is.GreaterThan(60f));
        }

        [Test]
        public void Works_over_TLS_with_a_client_certificate_and_a_token()
        {
            using var certificates = new Certificates();
            string token = Path.Combine(certificates.Folder, "token");
            File.WriteAllText(token, "open-sesame-open-sesame\n");
            using ServiceProcess service = ServiceProcess.Real(0,
                "--tls-cert", Path.Combine(certificates.Folder, "server.pem"),
                "--tls-key", Path.Combine(certificates.Folder, "server.key"),
                "--tls-client-ca", Path.Combine(certificates.Folder, "authority.pem"), "--token-file", token);
            var endpoint = new ServiceEndpoint($"https://localhost:{service.Port}")
            {
                RootCertificates = certificates.Authority,
                ClientCertificate = certificates.Client,
                ClientKey = certificates.ClientKey,
                Token = "open-sesame-open-sesame",
            };
            using (var conversation = new LiveConversation(endpoint, Hum))
                Assert.That(conversation.Run(60, () => conversation.Indices.Count >= 30), Is.True, conversation.Client.LastError);

            endpoint.Token = "wrong";
            using (var conversation = new LiveConversation(endpoint, Hum))
            {
                Assert.That(conversation.Run(30, () => conversation.Client.State == ConnectionState.Failed), Is.True);
                Assert.That(conversation.Client.LastError, Does.Contain("token"));
            }

            endpoint.ClientCertificate = endpoint.ClientKey = null;
            using (var conversation = new LiveConversation(endpoint, Hum))
            {
                conversation.Run(30, () => conversation.Client.LastError.Length != 0);
                Assert.That(conversation.States, Has.No.Member(ConnectionState.Live));
            }
        }

        [Test]
        public void The_components_take_a_private_authority_and_a_token_from_the_inspector()
        {
            using var certificates = new Certificates();
            string token = Path.Combine(certificates.Folder, "token");
            File.WriteAllText(token, "open-sesame-open-sesame");
            using ServiceProcess service = ServiceProcess.Real(0,
                "--tls-cert", Path.Combine(certificates.Folder, "server.pem"),
                "--tls-key", Path.Combine(certificates.Folder, "server.key"), "--token-file", token);
            ConversationTests.Scene scene = ConversationTests.Play(
                service, "https", ("token", "open-sesame-open-sesame"), ("rootCertificates", new TextAsset(certificates.Authority)));
            Assert.That(Player.Run(60, () => scene.Conversation.State == ConnectionState.Live), Is.True, scene.Conversation.LastError);
        }

        [Test]
        public void Killed_in_mid_stream_and_started_again_the_faces_ease_out_and_back_and_are_in_step()
        {
            ServiceProcess service = ServiceProcess.Real();
            try
            {
                ConversationTests.Scene scene = ConversationTests.Play(service, "http", ("layout", V1.AudioLayout.Mixed));
                ClipVoice voice = AddVoice(scene, VoiceOf.Both, Wave.Load(Bundled));
                Assert.That(Player.Run(60, () => voice.Current != null && scene.Conversation.HeardS > 3), Is.True);
                float[] last = scene.A.Pose.Weights.ToArray();
                float jump = 0f;
                bool Watch()
                {
                    float[] now = scene.A.Pose.Weights;
                    // Blinks are fast by nature.
                    for (int i = 0; i < now.Length; i++)
                        if (i != Arkit.EyeBlinkLeft && i != Arkit.EyeBlinkRight) jump = Math.Max(jump, Math.Abs(now[i] - last[i]) / Math.Max(Time.deltaTime, 1 / 60f));
                    now.CopyTo(last, 0);
                    return false;
                }

                Player.Run(2, Watch);
                float usual = jump;
                int port = service.Port;
                service.Kill();
                service.Dispose();
                Assert.That(Player.Run(8, () => Watch() || scene.Conversation.State == ConnectionState.Reconnecting), Is.True);
                // What had been sent ahead is played to its end first.
                Player.Run(3, Watch);
                Assert.That(scene.A.Pose.Weights[Arkit.JawOpen], Is.LessThan(0.01f), "the face is idle, not frozen");
                service = ServiceProcess.Real(port);
                Assert.That(Player.Run(60, () => Watch() || scene.Conversation.State == ConnectionState.Live), Is.True, scene.Conversation.LastError);
                float most = 0f;
                Player.Run(3, () =>
                {
                    Watch();
                    most = Math.Max(most, Math.Max(Mouth(scene.A), Mouth(scene.B)));
                    return false;
                });
                Assert.That(most, Is.GreaterThan(5f), "somebody speaks again");
                TestContext.Progress.WriteLine($"fastest weight: {usual:0.0}/s while talking, {jump:0.0}/s over loss and return");
                Assert.That(jump, Is.LessThan(Math.Max(2f * usual, 14f)), "no face jumped");
            }
            finally
            {
                service.Dispose();
            }
        }

        [Test]
        public void The_connection_window_tells_who_is_there_and_reads_the_pose_text_while_it_is_typed()
        {
            using ServiceProcess service = ServiceProcess.Real();
            Editor.ConnectionWindow.Open($"http://127.0.0.1:{service.Port}");
            Editor.ConnectionWindow window = UnityEditor.EditorWindow.GetWindow<Editor.ConnectionWindow>("");
            try
            {
                Assert.That(Tick(() => window.Status.StartsWith("Vis-à-Vis")), Is.True, window.Status);
                Assert.That(window.Status, Does.Contain("open-head"));
                window.PoseText = "they stand two metres apart, back to back";
                Assert.That(Tick(() => window.Reading != null && Distance(window.Reading) > 1.8f), Is.True, window.Status);
                Assert.That(Distance(window.Reading!), Is.EqualTo(2f).Within(0.1f));
                UnityEditor.Handles.Discs.Clear();
                typeof(Editor.ConnectionWindow).GetMethod("OnGUI", System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic)!
                    .Invoke(window, null);
                Assert.That(UnityEditor.Handles.Discs.Count, Is.EqualTo(2), "both people are drawn");
                Assert.That(UnityEditor.Handles.Discs[1].x, Is.GreaterThan(UnityEditor.Handles.Discs[0].x));
            }
            finally
            {
                window.Shut();
            }
        }

        [Test]
        public void A_pose_text_moves_the_characters()
        {
            using ServiceProcess service = ServiceProcess.Real();
            ConversationTests.Scene scene = ConversationTests.Play(service, "http", ("placementFrom", PlacementSource.PoseText));
            foreach (CharacterFace face in new[] { scene.A, scene.B })
                face.gameObject.AddComponent<CharacterPlacement>().Conversation = scene.Conversation;
            Assert.That(Player.Run(60, () => scene.Conversation.State == ConnectionState.Live), Is.True);
            scene.Conversation.PoseText = "they stand 3 metres apart";
            Assert.That(Player.Run(20, () => Gap(scene) > 2.9f), Is.True, $"{Gap(scene)} m");
            Assert.That(scene.Conversation.PoseReading!.Reading, Is.Not.Empty);
            Assert.That(Vector3.Angle(scene.A.transform.forward, scene.B.transform.position - scene.A.transform.position), Is.LessThan(15f));
        }

        [Test]
        public void A_voice_is_enrolled_and_a_recording_baked()
        {
            using ServiceProcess service = ServiceProcess.Real();
            using var client = new ServiceClient(new ServiceEndpoint($"http://127.0.0.1:{service.Port}"));
            AudioClip clip = Wave.Load(Bundled);
            (double start, double end, _) = Rttm(Bundled.Replace(".wav", ".rttm")).OrderByDescending(t => t.End - t.Start).First();
            float[] samples = Wave.Samples(clip);
            float[] speech = samples.Skip((int)(start * clip.frequency)).Take((int)((end - start) * clip.frequency)).ToArray();
            V1.EnrollVoiceResponse print = client.EnrollVoiceAsync(speech, clip.frequency).GetAwaiter().GetResult();
            Assert.That(print.Print.Data.Length, Is.InRange(16, 16 * 1024));
            var request = new V1.BakeRequest
            {
                Config = new V1.ConversationConfig
                {
                    SampleRate = clip.frequency,
                    Encoding = V1.AudioEncoding.PcmS16Le,
                    Layout = V1.AudioLayout.Mixed,
                    VoiceA = print.Print,
                },
            };
            request.Tracks.Add(new V1.BakeTrack { Samples = PcmBytes.Pack(samples.AsSpan(0, 4 * clip.frequency)) });
            int frames = 0;
            V1.StreamSummary? summary = null;
            client.BakeAsync(request, response =>
            {
                if (response.ResponseCase == V1.BakeResponse.ResponseOneofCase.Frame) frames++;
                summary = response.Summary ?? summary;
            }).GetAwaiter().GetResult();
            Assert.That(frames, Is.EqualTo(120));
            Assert.That(summary!.Frames, Is.EqualTo(120));
        }

        private static float Distance(V1.PoseReading reading)
        {
            V1.Vector3 a = reading.Placement.A.Position, b = reading.Placement.B.Position;
            return Mathf.Abs(b.X - a.X);
        }

        private static float Gap(ConversationTests.Scene scene) =>
            Vector3.Distance(scene.A.transform.position, scene.B.transform.position);

        private static bool Tick(Func<bool> until)
        {
            for (int i = 0; i < 600; i++)
            {
                UnityEditor.EditorApplication.update?.Invoke();
                if (until()) return true;
                System.Threading.Thread.Sleep(20);
            }

            return false;
        }

        private static float Mouth(CharacterFace face) => Player.Shape(face, "jawOpen") + Player.Shape(face, "mouthLowerDownLeft");

        private static float Hum(long at, int track) => track == 0 ? 0.3f * MathF.Sin(at * 0.06f) : 0f;

        private static ClipVoice AddVoice(ConversationTests.Scene scene, VoiceOf who, AudioClip clip)
        {
            var holder = new GameObject("Voice");
            holder.SetActive(false);
            holder.AddComponent<AudioSource>();
            ClipVoice voice = holder.AddComponent<ClipVoice>();
            Player.Set(voice, "conversation", scene.Conversation);
            Player.Set(voice, "voiceOf", who);
            Player.Set(voice, "sayAtStart", new[] { clip });
            Player.Set(voice, "patience", 60f);
            holder.SetActive(true);
            return voice;
        }

        private static List<(double Start, double End, Person Who)> Rttm(string path)
        {
            var spans = new List<(double, double, Person)>();
            foreach (string line in File.ReadAllLines(path))
            {
                string[] parts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
                double start = double.Parse(parts[3], System.Globalization.CultureInfo.InvariantCulture);
                double length = double.Parse(parts[4], System.Globalization.CultureInfo.InvariantCulture);
                spans.Add((start, start + length, parts[7] == "A" ? Person.A : Person.B));
            }

            return spans;
        }
    }
}
