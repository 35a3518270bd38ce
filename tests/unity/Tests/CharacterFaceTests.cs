#nullable enable
using System;
using System.Linq;
using NUnit.Framework;
using UnityEngine;
using VisAVis.Core;

namespace VisAVis.Unity.Tests
{
    public class CharacterFaceTests
    {
        private TestSource _source = null!;

        [SetUp]
        public void Begin()
        {
            Player.Clear();
            _source = new GameObject("Source").AddComponent<TestSource>();
        }

        [TearDown]
        public void End() => Player.Clear();

        [Test]
        public void Weights_move_the_blendshapes_of_the_person_meant()
        {
            CharacterFace a = Character(Person.A), b = Character(Person.B);
            _source.GetPose(Person.A).Weights[Arkit.JawOpen] = 0.5f;
            _source.GetPose(Person.B).Weights[Arkit.MouthSmileLeft] = 0.25f;
            Loop.Step(0.02f);
            Assert.That(Player.Shape(a, "jawOpen"), Is.EqualTo(50f));
            Assert.That(Player.Shape(b, "jawOpen"), Is.Zero);
            Assert.That(Player.Shape(b, "mouthSmileLeft"), Is.EqualTo(25f));
            Assert.That(a.ProfileInUse, Does.Contain("found by name"));
        }

        [Test]
        public void Teeth_and_tongue_in_meshes_of_their_own_move_along()
        {
            CharacterFace face = Character(Person.A);
            SkinnedMeshRenderer teeth = Player.MakeMesh("Teeth", face.transform, "jawOpen");
            SkinnedMeshRenderer tongue = Player.MakeMesh("Tongue", face.transform, "nothing", "tongueOut");
            Player.Set(face, "meshes", Array.Empty<SkinnedMeshRenderer>());
            face.Rebind();
            _source.GetPose(Person.A).Weights[Arkit.JawOpen] = 1f;
            _source.GetPose(Person.A).Weights[Arkit.TongueOut] = 0.3f;
            Loop.Step(0.02f);
            Assert.That(teeth.GetBlendShapeWeight(0), Is.EqualTo(100f));
            Assert.That(tongue.GetBlendShapeWeight(1), Is.EqualTo(30f).Within(1e-4));
            Assert.That(Player.Shape(face, "jawOpen"), Is.EqualTo(100f));
        }

        [Test]
        public void Every_preset_is_found_on_a_mesh_of_its_kind_and_moves_the_mouth()
        {
            foreach (Profile preset in ProfilePresets.All.Where(p => p.Name != "metahuman"))
            {
                string[] names = preset.Channels.SelectMany(c => c.Targets)
                    .Concat(preset.Basis.SelectMany(b => b.Targets)).Concat(preset.Rest).Concat(preset.Detect).Concat(preset.Markers).Distinct().ToArray();
                CharacterFace face = Character(Person.A, names);
                Assert.That(face.ProfileInUse, Does.StartWith(preset.Title), preset.Name);
                _source.GetPose(Person.A).Weights[Arkit.JawOpen] = 0.6f;
                Loop.Step(0.02f);
                Assert.That(names.Max(name => Player.Shape(face, name)), Is.GreaterThan(20f), preset.Name);
                UnityEngine.Object.DestroyImmediate(face.gameObject);
            }
        }

        [Test]
        public void A_profile_asset_says_what_drives_what()
        {
            var profile = ScriptableObject.CreateInstance<FaceProfile>();
            profile.CopyFrom(new Profile("mine", "Mine")
            {
                Channels = new[] { new ProfileChannel("jawOpen", "Open") { Gain = 0.5f, Offset = 0.1f } },
            });
            CharacterFace face = Character(Person.A, new[] { "head.Open" });
            Assert.That(Debug.Lines.Single(), Does.Contain("no preset fits"), "before the profile was given");
            face.Profile = profile;
            _source.GetPose(Person.A).Weights[Arkit.JawOpen] = 1f;
            Loop.Step(0.02f);
            Assert.That(Player.Shape(face, "head.Open"), Is.EqualTo(60f).Within(1e-4));
            Assert.That(face.ProfileInUse, Is.EqualTo("Mine: 1 blendshapes"));
        }

        [Test]
        public void A_profile_with_an_unknown_channel_is_refused_by_name()
        {
            var profile = ScriptableObject.CreateInstance<FaceProfile>();
            profile.Channels = new[] { new FaceProfile.Channel { channel = "jawOpne", targets = new[] { "Open" } } };
            CharacterFace face = Character(Person.A);
            face.Profile = profile;
            Assert.That(face.ProfileInUse, Does.Contain("jawOpne"));
            Assert.That(() => Loop.Step(0.02f), Throws.Nothing);
        }

        [TestCase(0f, false)]
        [TestCase(140f, false)]
        [TestCase(-60f, true)]
        public void Head_and_eyes_turn_to_the_character_s_own_left_and_down(float facing, bool oddBones)
        {
            CharacterFace face = Character(Person.A, null, facing, oddBones);
            Quaternion root = face.transform.rotation;
            Quaternion headRest = Quaternion.Inverse(root) * Player.Find(face, "Head").rotation;
            Quaternion eyeRest = Quaternion.Inverse(root) * Player.Find(face, "LeftEye").rotation;
            FacePose pose = _source.GetPose(Person.A);
            pose.Head = new YawPitch(0.4f, 0.2f).Rotation();
            pose.LeftEye = new YawPitch(0.1f, 0.05f).Rotation();
            Loop.Step(0.02f);
            Vector3 head = Quaternion.Inverse(root) * Player.LookOf(face, "Head", headRest);
            // Unity: a character's left is its -X.
            Near(head, new Vector3(-Mathf.Sin(0.4f) * Mathf.Cos(0.2f), -Mathf.Sin(0.2f), Mathf.Cos(0.4f) * Mathf.Cos(0.2f)));
            Vector3 eye = Quaternion.Inverse(root) * Player.LookOf(face, "LeftEye", eyeRest);
            Assert.That(eye.x, Is.LessThan(head.x - 0.05f), "the eye is turned further to the left");
            Assert.That(eye.y, Is.LessThan(head.y - 0.03f), "and further down");
        }

        [Test]
        public void The_neck_takes_half_of_the_turn()
        {
            CharacterFace face = Character(Person.A);
            _source.GetPose(Person.A).Head = new YawPitch(0.6f, 0f).Rotation();
            Loop.Step(0.02f);
            Assert.That(Quaternion.Angle(Quaternion.identity, Player.Find(face, "Neck").rotation), Is.EqualTo(0.3f * Mathf.Rad2Deg).Within(0.05));
            Assert.That(Quaternion.Angle(Quaternion.identity, Player.Find(face, "Head").rotation), Is.EqualTo(0.6f * Mathf.Rad2Deg).Within(0.05));
        }

        [Test]
        public void Leaning_forward_leans_the_chest_whichever_way_the_stream_faces()
        {
            CharacterFace face = Character(Person.A, null, 30f);
            _source.GetPose(Person.A).Body = new YawPitch(1.57f, 0.3f).Rotation();
            Loop.Step(0.02f);
            Vector3 spine = Quaternion.Inverse(face.transform.rotation) * (Player.Find(face, "Chest").rotation * Vector3.up);
            Near(spine, Quaternion.Inverse(face.transform.rotation) * (face.transform.rotation
                * new Vector3(0f, Mathf.Cos(0.3f), Mathf.Sin(0.3f))));
        }

        [Test]
        public void Strengths_scale_face_head_and_body()
        {
            CharacterFace face = Character(Person.A);
            face.FaceStrength = 0.5f;
            face.HeadStrength = 0f;
            face.BodyStrength = 0f;
            FacePose pose = _source.GetPose(Person.A);
            pose.Weights[Arkit.JawOpen] = 0.8f;
            pose.Head = new YawPitch(0.6f, 0f).Rotation();
            pose.Body = new YawPitch(0f, 0.3f).Rotation();
            Loop.Step(0.02f);
            Assert.That(Player.Shape(face, "jawOpen"), Is.EqualTo(40f).Within(1e-4));
            Assert.That(Quaternion.Angle(Quaternion.identity, Player.Find(face, "Head").rotation), Is.LessThan(0.1));
            Assert.That(Quaternion.Angle(Quaternion.identity, Player.Find(face, "Chest").rotation), Is.LessThan(0.1));
        }

        [Test]
        public void Over_an_animation_the_head_follows_the_animated_body_and_nothing_adds_up()
        {
            CharacterFace face = Character(Person.A);
            face.gameObject.AddComponent<Animator>();
            face.CaptureRestPose();
            Transform chest = Player.Find(face, "Chest");
            Quaternion animated = Quaternion.Euler(0f, 40f, 0f);
            Loop.Animated += () => chest.rotation = animated;
            _source.GetPose(Person.A).Body = new YawPitch(0f, 0.1f).Rotation();
            for (int i = 0; i < 100; i++) Loop.Step(0.02f);
            Vector3 head = Player.Find(face, "Head").rotation * Vector3.forward;
            Assert.That(Mathf.Rad2Deg * Math.Atan2(head.x, head.z), Is.EqualTo(40).Within(0.5), "the head looks where the body faces");
            Assert.That(Quaternion.Angle(animated, chest.rotation), Is.EqualTo(0.1 * Mathf.Rad2Deg).Within(0.1));
        }

        [Test]
        public void Without_an_animation_nothing_adds_up_either()
        {
            CharacterFace face = Character(Person.A);
            FacePose pose = _source.GetPose(Person.A);
            pose.Head = new YawPitch(0.3f, 0f).Rotation();
            pose.Body = new YawPitch(0f, 0.1f).Rotation();
            Loop.Step(0.02f);
            Quaternion head = Player.Find(face, "Head").rotation, chest = Player.Find(face, "Chest").rotation;
            for (int i = 0; i < 100; i++) Loop.Step(0.02f);
            Assert.That(Quaternion.Angle(head, Player.Find(face, "Head").rotation), Is.LessThan(0.1));
            Assert.That(Quaternion.Angle(chest, Player.Find(face, "Chest").rotation), Is.LessThan(0.1));
        }

        [Test]
        public void A_jaw_bone_opens_downwards()
        {
            CharacterFace face = Character(Person.A);
            var jaw = new GameObject("Jaw");
            jaw.transform.SetParent(Player.Find(face, "Head"));
            Player.Set(face, "jaw", jaw.transform);
            face.CaptureRestPose();
            _source.GetPose(Person.A).Weights[Arkit.JawOpen] = 1f;
            Loop.Step(0.02f);
            Vector3 chin = jaw.transform.rotation * Vector3.forward;
            Assert.That(chin.y, Is.EqualTo(-Mathf.Sin(22f * Mathf.Deg2Rad)).Within(1e-3));
        }

        [Test]
        public void A_disabled_face_lets_go_of_its_blendshapes()
        {
            CharacterFace face = Character(Person.A);
            _source.GetPose(Person.A).Weights[Arkit.JawOpen] = 1f;
            Loop.Step(0.02f);
            face.enabled = false;
            Assert.That(Player.Shape(face, "jawOpen"), Is.Zero);
            face.enabled = true;
            Loop.Step(0.02f);
            Assert.That(Player.Shape(face, "jawOpen"), Is.EqualTo(100f));
        }

        [Test]
        public void A_mesh_that_is_destroyed_at_run_time_does_no_harm()
        {
            CharacterFace face = Character(Person.A);
            UnityEngine.Object.DestroyImmediate(face.gameObject.GetComponentsInChildren<SkinnedMeshRenderer>(true)[0].gameObject);
            Assert.That(() => Loop.Step(0.02f), Throws.Nothing);
        }

        private CharacterFace Character(Person person, string[]? shapes = null, float facing = 0f, bool oddBones = false)
        {
            CharacterFace face = Player.MakeCharacter($"{person}", new Vector3(1f, 0f, 2f), facing, shapes, 1f, oddBones);
            face.Source = _source;
            face.Person = person;
            return face;
        }

        private static void Near(Vector3 got, Vector3 wanted) =>
            Assert.That(Vector3.Distance(got, wanted), Is.LessThan(2e-3f), $"{got} instead of {wanted}");
    }
}
