#nullable enable
using System;
using System.Diagnostics;
using System.Linq;
using Newtonsoft.Json.Linq;
using NUnit.Framework;
using VisAVis.Protocol;

namespace VisAVis.Unity.Tests
{
    /// <summary>The client against a service that misbehaves on purpose.</summary>
    public class ConversationClientTests
    {
        [Test]
        public void Frames_come_in_order_ahead_of_the_sound_and_mean_what_was_sent()
        {
            using ServiceProcess service = ServiceProcess.Fake();
            using var conversation = new LiveConversation(At(service), (at, track) => MathF.Sin(at * 0.1f) * 0.5f);
            conversation.Run(20, () => conversation.Indices.Count >= 60);
            Assert.That(conversation.Indices.Zip(conversation.Indices.Skip(1)), Has.All.Matches<(long, long)>(p => p.Item2 == p.Item1 + 1));
            for (int i = 0; i < conversation.Indices.Count; i++)
            {
                double expected = Math.Abs(Math.Sin(2 * Math.PI * conversation.Indices[i] / 30));
                Assert.That(conversation.JawA[i], Is.EqualTo(expected).Within(1e-4));
                Assert.That(conversation.JawB[i], Is.EqualTo(expected / 2).Within(1e-4));
            }

            Assert.That(conversation.Ahead.Skip(30).Min(), Is.GreaterThan(0), "frames come before they are needed");
            Assert.That(conversation.States, Is.EqualTo(new[] { ConnectionState.Connecting, ConnectionState.Live }));
            Assert.That(conversation.Client.Header!.LookAheadMs, Is.EqualTo(200));
            Assert.That(conversation.RoleEvents.Single().Kind, Is.EqualTo(V1.RoleEventKind.TurnBegan));
        }

        [Test]
        public void Ending_the_sound_sends_all_of_it_and_brings_the_summary()
        {
            using ServiceProcess service = ServiceProcess.Fake();
            using var conversation = new LiveConversation(At(service), (at, track) => 0.1f);
            conversation.Run(10, () => conversation.Indices.Count >= 10);
            conversation.Client.EndAudio();
            Assert.That(conversation.Run(5, () => conversation.Client.State == ConnectionState.Ended), Is.True);
            Assert.That(conversation.Summary!.Frames, Is.GreaterThanOrEqualTo(10));
            JToken log = Log(service);
            Assert.That((long)log["samples"]!["1"]!, Is.GreaterThan(8000));
        }

        [TestCase("drop-at-30", TestName = "A_stream_that_breaks_off_is_taken_up_again_at_the_sound_that_is_heard_then")]
        [TestCase("silent-at-30", TestName = "A_service_that_falls_silent_is_left_and_called_again")]
        public void Comes_back(string fault)
        {
            using ServiceProcess service = ServiceProcess.Fake(fault);
            using var conversation = new LiveConversation(At(service), (at, track) => 0.1f);
            conversation.Client.StallSeconds = 1;
            conversation.Run(20, () => conversation.Indices.Count >= 60);
            Assert.That(conversation.States, Is.EqualTo(new[]
            {
                ConnectionState.Connecting, ConnectionState.Live, ConnectionState.Reconnecting,
                ConnectionState.Reconnecting, ConnectionState.Live,
            }));
            Assert.That(conversation.Indices, Is.Ordered);
            Assert.That(conversation.Indices, Is.Unique);
            Assert.That(conversation.Indices, Has.Member(29L));
            long resumed = conversation.Indices.First(index => index >= 30);
            conversation.Client.EndAudio();
            conversation.Run(5, () => conversation.Client.State == ConnectionState.Ended);
            JToken log = Log(service);
            Assert.That((double)log["resume_at_s"]!, Is.EqualTo(resumed / 30.0).Within(1e-9));
            Assert.That((long)log["first"]!["1"]!, Is.EqualTo(resumed * 16000 / 30).Within(1), "the sound from there on is sent again");
        }

        [Test]
        public void A_killed_service_that_is_started_again_is_found_again()
        {
            ServiceProcess service = ServiceProcess.Fake();
            try
            {
                using var conversation = new LiveConversation(At(service), (at, track) => 0.1f);
                conversation.Run(10, () => conversation.Indices.Count >= 20);
                int port = service.Port;
                service.Kill();
                Assert.That(conversation.Run(5, () => conversation.Client.State == ConnectionState.Reconnecting), Is.True);
                Assert.That(conversation.Client.LastError, Does.Contain("visavis serve"));
                int before = conversation.Indices.Count;
                service.Dispose();
                service = ServiceProcess.Fake(port: port);
                Assert.That(conversation.Run(15, () => conversation.Indices.Count >= before + 20), Is.True);
                Assert.That(conversation.Client.State, Is.EqualTo(ConnectionState.Live));
                Assert.That(conversation.Ahead.Last(), Is.GreaterThan(-0.1), "it goes on at the sound that is heard");
                Assert.That(conversation.Indices, Is.Ordered.And.Unique);
            }
            finally
            {
                service.Dispose();
            }
        }

        [Test]
        public void The_scene_as_it_is_now_opens_the_new_connection()
        {
            using ServiceProcess service = ServiceProcess.Fake("drop-at-30");
            var config = new V1.ConversationConfig { Scene = new V1.SceneUpdate { PoseText = "they stand close" } };
            using var conversation = new LiveConversation(At(service), (at, track) => 0.1f, config);
            conversation.Run(10, () => conversation.Indices.Count >= 10);
            var placement = new V1.Placement { A = new V1.PersonPlacement { EyeHeight = 1.2f } };
            conversation.Client.Send(new V1.SceneUpdate { Placement = placement });
            conversation.Client.Send(new V1.RoleSpans { Spans = { new V1.RoleSpan { Participant = V1.Participant.A, EndS = 9 } } });
            conversation.Run(10, () => conversation.Indices.Count >= 50);
            conversation.Client.EndAudio();
            conversation.Run(5, () => conversation.Client.State == ConnectionState.Ended);
            JToken log = Log(service);
            Assert.That((bool)log["open_placement"]!, Is.True);
            Assert.That((string)log["open_pose"]!, Is.Empty, "numbers said later stand for the sentence");
            Assert.That((int)log["roles"]!, Is.EqualTo(1), "who speaks when is said again");
        }

        [TestCase("bad-frame", "left_eye has 2 values", TestName = "A_malformed_frame_is_refused_by_field")]
        [TestCase("refuse", "sample_rate", TestName = "A_refusal_is_final_and_names_the_field")]
        [TestCase("other-rig", "wrong-9", TestName = "Frames_of_an_unknown_rig_are_refused")]
        public void Fails(string fault, string words)
        {
            using ServiceProcess service = ServiceProcess.Fake(fault);
            using var conversation = new LiveConversation(At(service), (at, track) => 0.1f);
            Assert.That(conversation.Run(10, () => conversation.Client.State == ConnectionState.Failed), Is.True);
            Assert.That(conversation.Client.LastError, Does.Contain(words));
        }

        [Test]
        public void A_stuttering_service_loses_no_frame()
        {
            using ServiceProcess service = ServiceProcess.Fake("stutter");
            using var conversation = new LiveConversation(At(service), (at, track) => 0.1f);
            conversation.Run(20, () => conversation.Indices.Count >= 60);
            Assert.That(conversation.Indices.Zip(conversation.Indices.Skip(1)), Has.All.Matches<(long, long)>(p => p.Item2 == p.Item1 + 1));
        }

        [Test]
        public void Works_over_TLS_with_a_token_and_a_private_authority()
        {
            using var certificates = new Certificates();
            using ServiceProcess service = ServiceProcess.Fake(tlsDirectory: certificates.Folder, token: "sesame");
            var endpoint = new ServiceEndpoint($"https://localhost:{service.Port}")
            {
                RootCertificates = certificates.Authority,
                Token = "sesame",
            };
            using (var conversation = new LiveConversation(endpoint, (at, track) => 0.1f))
                Assert.That(conversation.Run(15, () => conversation.Indices.Count >= 10), Is.True, conversation.Client.LastError);

            endpoint.Token = "wrong";
            using (var conversation = new LiveConversation(endpoint))
            {
                Assert.That(conversation.Run(10, () => conversation.Client.State == ConnectionState.Failed), Is.True);
                Assert.That(conversation.Client.LastError, Does.Contain("token"));
            }

            endpoint = new ServiceEndpoint($"https://localhost:{service.Port}") { Token = "sesame" };
            using (var conversation = new LiveConversation(endpoint))
            {
                conversation.Run(10, () => conversation.Client.LastError.Length != 0);
                Assert.That(conversation.States, Has.No.Member(ConnectionState.Live), "an unknown authority is not trusted");
            }
        }

        [Test]
        public void Without_a_service_it_keeps_trying_says_so_and_ends_at_once_when_told()
        {
            var conversation = new LiveConversation(new ServiceEndpoint("http://127.0.0.1:1"));
            Assert.That(conversation.Run(10, () => conversation.States.Count(s => s == ConnectionState.Reconnecting) >= 3), Is.True);
            Assert.That(conversation.Client.LastError, Does.Contain("no service answers at http://127.0.0.1:1"));
            var watch = Stopwatch.StartNew();
            conversation.Dispose();
            Assert.That(watch.ElapsedMilliseconds, Is.LessThan(50));
        }

        [Test]
        public void Disposing_in_mid_stream_never_waits()
        {
            using ServiceProcess service = ServiceProcess.Fake("silent-at-30");
            var conversation = new LiveConversation(At(service), (at, track) => 0.1f);
            conversation.Run(10, () => conversation.Indices.Count >= 10);
            var watch = Stopwatch.StartNew();
            conversation.Dispose();
            conversation.Dispose();
            Assert.That(watch.ElapsedMilliseconds, Is.LessThan(50));
            Assert.That(conversation.Run(0.3), Is.True, "polling what is disposed does no harm");
        }

        [Test]
        public void Pose_text_is_read_and_answered()
        {
            using ServiceProcess service = ServiceProcess.Fake();
            using var client = new ServiceClient(At(service));
            V1.PoseReading reading = client.InterpretPoseAsync("she leans in").GetAwaiter().GetResult();
            Assert.That(reading.Reading, Is.EqualTo("heard: she leans in"));
            using var conversation = new LiveConversation(At(service), (at, track) => 0.1f);
            conversation.Client.Send(new V1.SceneUpdate { PoseText = "back to back" });
            Assert.That(conversation.Run(10, () => conversation.Poses.Count == 1), Is.True);
        }

        [TestCase("ftp://example.com")]
        [TestCase("http://")]
        [TestCase("not an address")]
        public void An_impossible_address_is_refused(string address) =>
            Assert.That(() => new ServiceEndpoint(address), Throws.ArgumentException.With.Message.Contains("http"));

        private static ServiceEndpoint At(ServiceProcess service) => new ServiceEndpoint($"http://127.0.0.1:{service.Port}");

        private static JToken Log(ServiceProcess service)
        {
            for (int i = 0; i < 50; i++)
            {
                string? line = service.Lines.LastOrDefault(l => l.StartsWith("{"));
                if (line != null) return JToken.Parse(line);
                System.Threading.Thread.Sleep(50);
            }

            throw new InvalidOperationException("the service wrote no log:\n" + service.Output);
        }
    }
}
