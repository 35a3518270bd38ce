#nullable enable
using System;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using NUnit.Framework;
using UnityEngine;
using VisAVis.Core;
using VisAVis.Protocol;
using VisAVisSamples;

namespace VisAVis.Unity.Tests
{
    /// <summary>Each sample as it comes, with the real service.</summary>
    public class SampleTests
    {
        private static readonly string Samples = Path.Combine(Repository.Package, "Samples~");
        private static readonly string Head = Path.Combine(Repository.Package, "Runtime", "OpenHead", "open_head.bytes");

        [SetUp]
        public void Begin() => Player.Clear();

        [TearDown]
        public void End() => Player.Clear();

        [Test]
        public void Scenes_refer_to_scripts_fields_and_files_that_exist()
        {
            foreach (string scene in Directory.GetFiles(Samples, "*.unity", SearchOption.AllDirectories))
            {
                string text = File.ReadAllText(scene);
                Assert.That(text, Does.Not.Match("@\\w+@|\\{[a-z]+\\}"), $"{scene}: a template was left unfilled");
                string script = Regex.Match(text, "m_Script: .*guid: ([0-9a-f]{32})").Groups[1].Value;
                string meta = Directory.GetFiles(Path.GetDirectoryName(scene)!, "*.cs.meta").Single();
                Assert.That(File.ReadAllText(meta), Does.Contain(script), scene);
                Type type = typeof(TwoClips).Assembly.GetType("VisAVisSamples." + Path.GetFileName(meta).Split('.')[0])!;
                foreach (Match field in Regex.Matches(text, "^  (\\w+): \\{fileID: (8300000|4900000)", RegexOptions.Multiline))
                {
                    Type wanted = field.Groups[2].Value == "8300000" ? typeof(AudioClip) : typeof(TextAsset);
                    System.Reflection.FieldInfo? found = type.GetField(field.Groups[1].Value,
                        System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic);
                    Assert.That(found?.FieldType, Is.EqualTo(wanted), $"{scene}: {field.Groups[1].Value}");
                }
            }

            Assert.That(() => ServiceProcess.RunPython(Path.Combine(Repository.Root, "scripts", "make_unity_samples.py"), "--check"), Throws.Nothing);
        }

        [Test]
        public void Two_clips()
        {
            using ServiceProcess service = ServiceProcess.Real();
            Player.Make<TwoClips>("Sample", Address(service), ("openHead", Bytes()),
                ("voiceA", Speech(0.5, 1.5)), ("voiceB", Speech(2.2, 1.2)));
            AssertTalks();
        }

        [Test]
        public void One_mixed_clip()
        {
            using ServiceProcess service = ServiceProcess.Real();
            Player.Make<OneMixedClip>("Sample", Address(service), ("openHead", Bytes()), ("bothVoices", Speech(0.5, 3)));
            AssertTalks();
        }

        [Test]
        public void Live_text_to_speech()
        {
            using ServiceProcess service = ServiceProcess.Real();
            Player.Make<LiveTextToSpeech>("Sample", Address(service), ("openHead", Bytes()), ("line", Speech(0.2, 2)));
            AssertTalks();
        }

        [Test]
        public void A_microphone()
        {
            using ServiceProcess service = ServiceProcess.Real();
            Microphone.devices = new[] { "Desk" };
            Player.Make<MicrophoneTalk>("Sample", Address(service), ("openHead", Bytes()), ("answer", Speech(0.1, 1)));
            float[] said = Wave.Samples(Speech(0.2, 2));
            int at = 0;
            AssertTalks(() =>
            {
                int count = Math.Min((int)(Time.deltaTime * 24000), said.Length - at);
                // The clip is 24 kHz, the microphone 44.1: what is heard is fast, and speech all the same.
                if (count > 0) Microphone.Hear(said.Skip(at).Take(count).ToArray());
                at = at + count >= said.Length ? 0 : at + count;
            });
        }

        [Test]
        public void A_baked_clip()
        {
            string folder = Path.Combine(Samples, "5 Baked Clip");
            Player.Make<BakedClip>("Sample", ("openHead", Bytes()), ("bothVoices", Speech(0, 20)),
                ("faceA", new TextAsset(File.ReadAllText(Path.Combine(folder, "a.csv")))),
                ("faceB", new TextAsset(File.ReadAllText(Path.Combine(folder, "b.csv")))));
            float a = 0f, b = 0f;
            for (int i = 0; i < 600; i++)
            {
                Loop.Step(1 / 60f);
                a = Math.Max(a, Player.Shape(Face(Person.A), "jawOpen"));
                b = Math.Max(b, Player.Shape(Face(Person.B), "jawOpen"));
            }

            Assert.That(a, Is.GreaterThan(5f));
            Assert.That(b, Is.GreaterThan(5f));
        }

        [Test]
        public void The_open_head_is_built_with_its_shapes_and_stands_on_the_floor()
        {
            OpenHeadData data = OpenHeadData.Read(File.ReadAllBytes(Head));
            CharacterFace face = OpenHead.Make("Ada", Bytes(), new Vector3(2f, 0f, 1f), Vector3.right, new Color(1f, 0f, 0f));
            Assert.That(face.EyeMidpoint.y, Is.EqualTo(1.6f).Within(1e-4));
            Assert.That(face.EyeDistance, Is.InRange(0.05f, 0.07f));
            Assert.That(face.ProfileInUse, Does.Contain("52 blendshapes"));
            Assert.That(face.LeftEye!.position.z, Is.GreaterThan(face.RightEye!.position.z), "looking along +X, the left is +Z");
            SkinnedMeshRenderer mesh = face.gameObject.GetComponentsInChildren<SkinnedMeshRenderer>(true).Single();
            Assert.That(data.Shapes.Select(shape => shape.Name), Is.EqualTo(Arkit.Names));
            Vector3[] jaw = mesh.sharedMesh.MovesOf("jawOpen");
            Assert.That(jaw.Min(move => move.y), Is.LessThan(-0.02f), "the chin goes down");
            Vector3[] blink = mesh.sharedMesh.MovesOf("eyeBlinkLeft");
            Assert.That(Enumerable.Range(0, blink.Length).Where(i => blink[i].magnitude > 0.002f).Average(i => mesh.sharedMesh.vertices[i].x), Is.LessThan(-0.02f), "left is -X");
            // Triangles are the right way round: above the eyes, where nothing folds inwards, all normals point away from the middle.
            Vector3 centre = new Vector3(0f, 0.08f, 0.03f);
            int[] crown = Enumerable.Range(0, mesh.sharedMesh.vertices.Length).Where(i => mesh.sharedMesh.vertices[i].y > 0.11f).ToArray();
            int outwards = crown.Count(i => Vector3.Dot(mesh.sharedMesh.normals[i], mesh.sharedMesh.vertices[i] - centre) > 0f);
            Assert.That(crown, Has.Length.GreaterThan(100));
            Assert.That(outwards, Is.GreaterThan(0.97 * crown.Length));
            // At rest the skin lies where the mesh lies.
            Vector3 vertex = mesh.sharedMesh.vertices[100];
            for (int bone = 0; bone < 2; bone++)
            {
                Vector3 skinned = mesh.bones[bone].TransformPoint(mesh.sharedMesh.bindposes[bone].MultiplyPoint3x4(vertex));
                Assert.That(Vector3.Distance(skinned, mesh.gameObject.transform.TransformPoint(vertex)), Is.LessThan(1e-4f));
            }
        }

        [Test]
        public void A_build_without_a_plain_shader_is_told_how_to_get_one()
        {
            Shader.Stripped = true;
            try
            {
                OpenHead.Make("Ada", Bytes(), Vector3.zero, Vector3.forward, new Color(1f, 0f, 0f));
                Assert.That(Debug.Lines, Has.Some.Contains("Always Included Shaders"));
            }
            finally
            {
                Shader.Stripped = false;
            }
        }

        [Test]
        public void A_broken_open_head_file_is_refused()
        {
            byte[] bytes = File.ReadAllBytes(Head);
            Assert.That(() => OpenHeadData.Read(bytes.Take(50000).ToArray()), Throws.TypeOf<InvalidDataException>());
            bytes[0] = 0;
            Assert.That(() => OpenHeadData.Read(bytes), Throws.TypeOf<InvalidDataException>());
        }

        private static void AssertTalks(Action? everyFrame = null)
        {
            float jaw = 0f;
            bool talked = Player.Run(60, () =>
            {
                everyFrame?.Invoke();
                if (Conversations().Length == 0) return false;
                jaw = Math.Max(jaw, Player.Shape(Face(Person.A), "jawOpen"));
                return jaw > 8f;
            });
            Conversation conversation = Conversations().Single();
            Assert.That(talked, Is.True, $"jaw {jaw}, {conversation.State} {conversation.LastError}");
            Assert.That(conversation.State, Is.EqualTo(ConnectionState.Live));
            Assert.That(Debug.Lines.Where(line => line.StartsWith("error")), Is.Empty);
        }

        private static Conversation[] Conversations() => Loop.All<Conversation>();

        private static CharacterFace Face(Person person) => Loop.All<CharacterFace>().Single(face => face.Person == person);

        private static TextAsset Bytes() => new TextAsset(File.ReadAllBytes(Head));

        private static (string, object?) Address(ServiceProcess service) => ("address", $"http://127.0.0.1:{service.Port}");

        /// <summary>Some seconds of the bundled conversation.</summary>
        private static AudioClip Speech(double start, double seconds)
        {
            AudioClip whole = Wave.Load(Path.Combine(
                Repository.Root, "python_service", "visavis", "assets", "conversation", "conversation.wav"));
            float[] samples = Wave.Samples(whole).Skip((int)(start * whole.frequency)).Take((int)(seconds * whole.frequency)).ToArray();
            return Player.Clip("speech", samples, whole.frequency);
        }
    }
}
