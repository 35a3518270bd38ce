#nullable enable
using NUnit.Framework;
using UnityEngine;
using VisAVis.Core;
using N = System.Numerics;

namespace VisAVis.Unity.Tests
{
    public class CharacterGazeTests
    {
        private TestSource _source = null!;
        private CharacterFace _a = null!;
        private CharacterFace _b = null!;
        private CharacterGaze _gaze = null!;

        [SetUp]
        public void Begin()
        {
            Player.Clear();
            _source = new GameObject("Source").AddComponent<TestSource>();
            _a = Player.MakeCharacter("A", new Vector3(0f, 0f, 0f), 0f, null, 1f, true, true);
            // Elsewhere and smaller than any stream would assume: to the left, further away, a child.
            _b = Player.MakeCharacter("B", new Vector3(-0.9f, 0f, 1.5f), 180f, null, 0.7f);
            foreach (CharacterFace face in new[] { _a, _b }) face.Source = _source;
            _b.Person = Person.B;
            _gaze = _a.gameObject.GetComponent<CharacterGaze>();
            _gaze.Partner = _b;
            Aim(GazeKind.PartnerEyes, 1f);
        }

        [TearDown]
        public void End() => Player.Clear();

        [Test]
        public void Both_eyes_meet_the_partner_s_eyes_where_they_really_are()
        {
            Quaternion left = Player.Find(_a, "LeftEye").rotation, right = Player.Find(_a, "RightEye").rotation;
            Steps(120);
            Assert.That(Off("LeftEye", left, _b.EyeMidpoint), Is.LessThan(1f));
            Assert.That(Off("RightEye", right, _b.EyeMidpoint), Is.LessThan(1f));
            Assert.That(_gaze.Weight, Is.EqualTo(1f).Within(1e-3));
        }

        [Test]
        public void The_head_takes_its_share_and_follows_the_eyes()
        {
            Quaternion head = Player.Find(_a, "Head").rotation;
            float before = Off("Head", head, _b.EyeMidpoint);
            Steps(4);
            float early = Off("Head", head, _b.EyeMidpoint);
            Steps(120);
            float late = Off("Head", head, _b.EyeMidpoint);
            Assert.That(early, Is.GreaterThan(0.7f * before), "the head has hardly begun");
            Assert.That(late, Is.LessThan(0.6f * before), "and then takes its share");
        }

        [Test]
        public void Looking_away_is_left_as_the_stream_has_it()
        {
            Aim(GazeKind.Averted, 0f);
            _source.GetPose(Person.A).Head = new YawPitch(-0.3f, 0.1f).Rotation();
            Quaternion rest = Player.Find(_a, "Head").rotation;
            Steps(60);
            Vector3 look = Player.LookOf(_a, "Head", rest);
            Assert.That(look.x, Is.EqualTo(Mathf.Sin(0.3f) * Mathf.Cos(0.1f)).Within(2e-3));
        }

        [Test]
        public void An_object_is_looked_at_where_it_is()
        {
            var phone = new GameObject("Phone");
            phone.transform.position = new Vector3(0.4f, 1.1f, 0.6f);
            _source.Thing = phone.transform;
            Aim(GazeKind.Object, 0f, "thing");
            Quaternion left = Player.Find(_a, "LeftEye").rotation;
            Steps(120);
            Assert.That(Off("LeftEye", left, phone.transform.position), Is.LessThan(1f));
        }

        [Test]
        public void Eyes_never_leave_their_range_however_far_the_partner_is_to_the_side()
        {
            _b.transform.position = new Vector3(-1f, 0f, -1f);
            for (int i = 0; i < 200; i++)
            {
                Loop.Step(0.02f);
                YawPitch eye = YawPitch.Of(_a.Pose.LeftEye);
                Assert.That(Mathf.Abs(eye.Yaw * Mathf.Rad2Deg), Is.LessThanOrEqualTo(30.01f));
                Assert.That(Mathf.Abs(eye.Pitch * Mathf.Rad2Deg), Is.LessThanOrEqualTo(25.01f));
                Assert.That(Mathf.Abs(YawPitch.Of(_a.Pose.Head).Yaw * Mathf.Rad2Deg), Is.LessThanOrEqualTo(70.01f));
            }
        }

        [Test]
        public void A_partner_who_walks_is_followed_without_a_jump()
        {
            Quaternion left = Player.Find(_a, "LeftEye").rotation;
            Steps(60);
            Vector3 last = Player.LookOf(_a, "LeftEye", left);
            for (int i = 0; i < 150; i++)
            {
                _b.transform.position += new Vector3(0.012f, 0f, 0f);
                Loop.Step(0.02f);
                Vector3 look = Player.LookOf(_a, "LeftEye", left);
                Assert.That(Vector3.Angle(last, look), Is.LessThan(2f), $"step {i}");
                last = look;
            }

            Assert.That(Off("LeftEye", left, _b.EyeMidpoint), Is.LessThan(3f));
        }

        [Test]
        public void The_eye_look_shapes_follow_the_eyes()
        {
            Steps(120);
            // The partner stands to the left: left eye out, right eye in.
            Assert.That(Player.Shape(_a, "eyeLookOutLeft"), Is.GreaterThan(5f));
            Assert.That(Player.Shape(_a, "eyeLookInRight"), Is.GreaterThan(5f));
            Assert.That(Player.Shape(_a, "eyeLookInLeft"), Is.Zero);
            Assert.That(Player.Shape(_a, "eyeLookDownLeft"), Is.GreaterThan(1f), "she is smaller");
        }

        private void Aim(GazeKind kind, float onPartner, string name = "")
        {
            FacePose pose = _source.GetPose(Person.A);
            pose.Position = new N.Vector3(-0.6f, 1.5f, 0f);
            pose.Body = new YawPitch(Mathf.Deg2Rad * 90f, 0f).Rotation();
            // The stream's eyes converge on a partner 1.13 m away.
            var inwards = (float)System.Math.Atan2(0.032, 1.13);
            pose.LeftEye = new YawPitch(-inwards, 0f).Rotation();
            pose.RightEye = new YawPitch(inwards, 0f).Rotation();
            pose.Gaze = new Gaze { Kind = kind, OnPartner = onPartner, ObjectName = name, Point = new N.Vector3(0.6f, 1.6f, 0f) };
        }

        private void Steps(int count)
        {
            for (int i = 0; i < count; i++) Loop.Step(0.02f);
        }

        /// <summary>Degrees between where a bone looks and a target.</summary>
        private float Off(string bone, Quaternion rest, Vector3 target) =>
            Vector3.Angle(Player.LookOf(_a, bone, rest), target - Player.Find(_a, bone).position);
    }
}
