#nullable enable
using System.IO;
using System.Linq;
using System.Reflection;
using NUnit.Framework;
using UnityEditor;
using UnityEngine;
using VisAVis.Core;
using VisAVis.Editor;

namespace VisAVis.Unity.Tests
{
    public class EditorTests
    {
        [SetUp]
        public void Begin()
        {
            Player.Clear();
            EditorGUILayout.Words.Clear();
            GUILayout.Pressed = "";
        }

        [TearDown]
        public void End() => Player.Clear();

        [Test]
        public void The_wizard_tells_the_kind_of_avatar_and_what_it_lacks()
        {
            GameObject character = Player.MakeCharacter("Ada", Vector3.zero, 0f, Arkit.Names.Where(n => n != "tongueOut").ToArray()).gameObject;
            CharacterReport report = CharacterReport.Of(character);
            Assert.That(report.Preset!.Name, Is.EqualTo("arkit-camel"));
            Assert.That(report.Missing, Is.EqualTo(new[] { "tongueOut" }));
            Assert.That(report.Summary, Does.Contain("without tongueOut"));
            Assert.That(report.Scores.Max(), Is.EqualTo(51f / 52f).Within(1e-4));
        }

        [Test]
        public void The_wizard_makes_an_asset_that_the_face_then_uses()
        {
            CharacterFace face = Player.MakeCharacter("Ada", Vector3.zero, 0f);
            var wizard = EditorWindow.GetWindow<ProfileWizard>("");
            wizard.Look(face.gameObject);
            EditorUtility.Answer = "Assets/Ada.asset";
            GUILayout.Pressed = "Make profile asset...";
            Draw(wizard);
            Assert.That(AssetDatabase.Assets["Assets/Ada.asset"], Is.SameAs(face.Profile));
            Assert.That(face.ProfileInUse, Does.Contain("52 blendshapes"));
            wizard.Shut();
        }

        [Test]
        public void An_object_without_blendshapes_is_told_so()
        {
            CharacterReport report = CharacterReport.Of(new GameObject("Box"));
            Assert.That(report.Preset, Is.Null);
            Assert.That(report.Summary, Does.Contain("No mesh with blendshapes"));
        }

        [Test]
        public void Bones_are_found_by_the_humanoid_avatar_or_by_name()
        {
            var root = new GameObject("Character");
            foreach (string name in new[] { "CC_Base_Head", "mixamorig:Neck", "J_Adj_L_FaceEye", "LeftEye", "eye.R", "Spine2" })
            {
                var bone = new GameObject(name);
                bone.transform.SetParent(root.transform);
            }

            Player.MakeMesh("Face", root.transform, Arkit.Names.ToArray());
            CharacterFace face = root.AddComponent<CharacterFace>();
            CharacterSetup.Fill(face);
            Assert.That(face.Head!.name, Is.EqualTo("CC_Base_Head"));
            Assert.That(face.LeftEye!.name, Is.EqualTo("LeftEye"));
            Assert.That(face.RightEye!.name, Is.EqualTo("eye.R"));

            var skull = new GameObject("Bone_042");
            skull.transform.SetParent(root.transform);
            root.AddComponent<Animator>().Bones[HumanBodyBones.Head] = skull.transform;
            CharacterSetup.Fill(face);
            Assert.That(face.Head!.name, Is.EqualTo("Bone_042"), "the humanoid avatar knows better");
        }

        [Test]
        public void Two_selected_characters_become_a_conversation_ready_to_play()
        {
            GameObject a = Player.MakeCharacter("A", Vector3.zero, 0f).gameObject;
            GameObject b = Player.MakeCharacter("B", Vector3.forward, 180f).gameObject;
            Conversation conversation = CharacterSetup.MakeConversation(a, b);
            Assert.That(conversation.GetCharacter(Person.A)!.gameObject, Is.SameAs(a));
            CharacterFace face = b.GetComponent<CharacterFace>();
            Assert.That(face.Source, Is.SameAs(conversation));
            Assert.That(face.Person, Is.EqualTo(Person.B));
            Assert.That(b.GetComponent<CharacterGaze>().Partner!.gameObject, Is.SameAs(a));
            ClipVoice voice = b.GetComponentInChildren<ClipVoice>();
            Assert.That(voice.VoiceOf, Is.EqualTo(VoiceOf.B));
            Assert.That(voice.AudioSource, Is.Not.Null);
        }

        [Test]
        public void The_menu_makes_one_conversation_although_it_is_called_for_each_selected_object()
        {
            GameObject bob = Player.MakeCharacter("Bob", Vector3.forward, 180f).gameObject;
            GameObject ada = Player.MakeCharacter("Ada", Vector3.zero, 0f).gameObject;
            Selection.gameObjects = new[] { bob, ada };
            MethodInfo[] entries = typeof(ConversationMenu).GetMethods(BindingFlags.Static | BindingFlags.NonPublic);
            bool Validate() => (bool)entries.Single(entry => entry.ReturnType == typeof(bool)).Invoke(null, null)!;
            Assert.That(Validate(), Is.True);
            for (int i = 0; i < 2; i++) entries.Single(entry => entry.ReturnType == typeof(void)).Invoke(null, null);
            Assert.That(Validate(), Is.False, "now the conversation is selected");
            Conversation made = Selection.activeGameObject.GetComponent<Conversation>();
            Assert.That(made.GetCharacter(Person.A)!.gameObject, Is.SameAs(ada), "A is who comes first by name");
            Assert.That(ada.GetComponentsInChildren<ClipVoice>(true), Has.Length.EqualTo(1));
        }

        [Test]
        public void Inspectors_draw_and_say_what_is_missing()
        {
            CharacterFace face = Player.MakeCharacter("Ada", Vector3.zero, 0f, new[] { "nothing" });
            UnityEditor.Editor.CreateEditor(face, typeof(CharacterFaceEditor)).OnInspectorGUI();
            Assert.That(EditorGUILayout.Words, Has.Some.Contains("Give it a source"));
            Assert.That(EditorGUILayout.Words, Has.Some.Contains("no preset fits"));

            Application.isPlaying = true;
            Conversation conversation = Player.Make<Conversation>("Conversation", ("connectOnEnable", false));
            UnityEditor.Editor.CreateEditor(conversation, typeof(ConversationEditor)).OnInspectorGUI();
            Application.isPlaying = false;
            Assert.That(EditorGUILayout.Words, Has.Some.EqualTo("State: Idle"));

            var profile = ScriptableObject.CreateInstance<FaceProfile>();
            UnityEditor.Editor editor = UnityEditor.Editor.CreateEditor(profile, typeof(FaceProfileEditor));
            GUILayout.Pressed = "Fill";
            editor.OnInspectorGUI();
            Assert.That(profile.Channels.Length, Is.GreaterThan(40));
            profile.Channels[0].channel = "eyBlink";
            GUILayout.Pressed = "";
            editor.OnInspectorGUI();
            Assert.That(EditorGUILayout.Words.Last(), Does.Contain("eyBlink"));
        }

        [Test]
        public void A_baked_face_becomes_a_clip_that_says_the_same_as_the_component()
        {
            BakedFace baked = BakedFace.Parse(Csv());
            CharacterFace face = Player.MakeCharacter("Ada", Vector3.zero, 0f, null, 1f, true);
            AnimationClip clip = BakedClipMaker.Make(baked, face.gameObject, null);
            Assert.That(clip.frameRate, Is.EqualTo(30f));
            AnimationCurve jaw = clip.Curves[("Face", "blendShape.jawOpen")];
            Assert.That(clip.Curves.ContainsKey(("Face", "blendShape.tongueOut")), Is.False, "what never moves has no curve");
            Assert.That(clip.Curves[("Face", "blendShape.browInnerUp")].keys.Length, Is.EqualTo(2), "keys on a straight line are left out");
            for (int i = 0; i < baked.Count; i++)
            {
                float expected = 100f * baked.PoseAt(i).Weights[Arkit.JawOpen];
                Assert.That(Evaluate(jaw, (float)baked.TimeAt(i)), Is.EqualTo(expected).Within(0.2f), $"frame {i}");
            }

            // The head bone turns as the component turns it.
            Transform head = Player.Find(face, "Head");
            Quaternion rest = head.rotation;
            const string path = "Chest/Neck/Head";
            float t = (float)baked.TimeAt(20);
            head.localRotation = new Quaternion(
                Evaluate(clip.Curves[(path, "m_LocalRotation.x")], t), Evaluate(clip.Curves[(path, "m_LocalRotation.y")], t),
                Evaluate(clip.Curves[(path, "m_LocalRotation.z")], t), Evaluate(clip.Curves[(path, "m_LocalRotation.w")], t));
            Vector3 look = head.rotation * Quaternion.Inverse(rest) * Vector3.forward;
            YawPitch wanted = YawPitch.Of(baked.PoseAt(20).Head);
            Assert.That(look.x, Is.EqualTo(-Mathf.Sin(wanted.Yaw) * Mathf.Cos(wanted.Pitch)).Within(0.01f));
        }

        [Test]
        public void The_baked_clip_window_names_what_is_wrong_with_a_file()
        {
            var window = EditorWindow.GetWindow<BakedClipWindow>("");
            Set(window, "_file", new TextAsset("time,jawOpen\n0,0") { name = "a" });
            Set(window, "_character", Player.MakeCharacter("Ada", Vector3.zero, 0f).gameObject);
            EditorUtility.Answer = "Assets/a.anim";
            GUILayout.Pressed = "Make animation clip...";
            Draw(window);
            Assert.That(EditorGUILayout.Words.Last(), Is.EqualTo("Error: a: the column 'eyeBlinkLeft' is missing"));
            Set(window, "_file", new TextAsset(Csv()) { name = "a" });
            Draw(window);
            Assert.That(EditorGUILayout.Words.Last(), Does.StartWith("Info: Assets/a.anim: 60 frames"));
            window.Shut();
        }

        [Test]
        public void A_baked_conversation_plays_in_step_with_its_sound_and_ends()
        {
            CharacterFace a = Player.MakeCharacter("A", Vector3.zero, 0f);
            AudioSource sound = new GameObject("Sound").AddComponent<AudioSource>();
            sound.clip = Player.Clip("line", Enumerable.Repeat(0.5f, 48000).ToArray(), 24000);
            double began = double.NaN;
            AudioEngine.Mixed += (at, source, block) =>
            {
                int first = System.Array.FindIndex(block, sample => sample != 0);
                if (double.IsNaN(began) && first >= 0) began = at + first / (double)AudioEngine.Rate;
            };
            BakedConversation baked = Player.Make<BakedConversation>(
                "Baked", ("faceA", new TextAsset(Csv())), ("soundA", sound));
            a.Source = baked;
            bool ended = false;
            baked.Ended += () => ended = true;
            int compared = 0;
            for (int i = 0; i < 180; i++)
            {
                Loop.Step(1 / 60f);
                double delay = 3 * AudioEngine.BlockLength / (double)AudioEngine.Rate;
                double heard = AudioSettings.dspTime - delay - began;
                if (double.IsNaN(began) || heard < 0.4 || heard > 1.9) continue;
                Assert.That(baked.HeardS, Is.EqualTo(heard).Within(0.025));
                Assert.That(Player.Shape(a, "jawOpen"), Is.EqualTo(100f * Jaw(baked.HeardS)).Within(3f));
                compared++;
            }

            Assert.That(compared, Is.GreaterThan(60));
            Assert.That(ended, Is.True);
        }

        [Test]
        public void A_broken_baked_file_is_named()
        {
            Player.Make<BakedConversation>("Baked", ("faceB", new TextAsset("time\n") { name = "b" }));
            Loop.Step(0.02f);
            Assert.That(Debug.Lines.Single(), Does.Contain("b: the column 'eyeBlinkLeft' is missing"));
        }

        private static float Jaw(double t) => (float)(0.5 - 0.5 * System.Math.Cos(2 * System.Math.PI * t));

        /// <summary>Two seconds in which the jaw opens and closes twice and the head turns.</summary>
        private static string Csv()
        {
            string[] angles = { "headYaw", "headPitch", "headRoll", "leftEyeYaw", "leftEyePitch", "rightEyeYaw", "rightEyePitch" };
            var text = new StringWriter();
            text.WriteLine("time," + string.Join(",", Arkit.Names) + "," + string.Join(",", angles) + ",speaking");
            for (int frame = 0; frame < 60; frame++)
            {
                double t = frame / 30.0;
                System.Collections.Generic.IEnumerable<double> weights = Arkit.Names
                    .Select(name => name == "jawOpen" ? Jaw(t) : name == "browInnerUp" ? t / 2 : 0.0);
                double[] turned = { 20 * System.Math.Sin(3 * t), 5, 2, 1, -2, 1, -2 };
                text.WriteLine(string.Join(",", new[] { t }.Concat(weights).Concat(turned).Append(1.0)
                    .Select(value => value.ToString("0.######", System.Globalization.CultureInfo.InvariantCulture))));
            }

            return text.ToString();
        }

        private static float Evaluate(AnimationCurve curve, float t)
        {
            Keyframe[] keys = curve.keys;
            for (int i = 1; i < keys.Length; i++)
            {
                if (t > keys[i].time + 1e-6f) continue;
                float u = (t - keys[i - 1].time) / (keys[i].time - keys[i - 1].time);
                return keys[i - 1].value + u * (keys[i].value - keys[i - 1].value);
            }

            return keys[keys.Length - 1].value;
        }

        private static void Set(object window, string field, object value) => window.GetType()
            .GetField(field, System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic)!.SetValue(window, value);

        private static void Draw(EditorWindow window) => window.GetType()
            .GetMethod("OnGUI", System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic)!.Invoke(window, null);
    }
}
