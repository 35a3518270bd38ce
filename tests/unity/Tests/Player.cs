#nullable enable
using System;
using System.Diagnostics;
using System.Linq;
using System.Reflection;
using System.Threading;
using UnityEngine;
using VisAVis.Core;

namespace VisAVis.Unity.Tests
{
    /// <summary>Plays scenes: makes characters, sets what an inspector would set, lets time pass.</summary>
    internal static class Player
    {
        /// <summary>What an inspector does to a serialized field.</summary>
        public static void Set(object component, string field, object? value)
        {
            for (Type? type = component.GetType(); type != null; type = type.BaseType)
            {
                FieldInfo? found = type.GetField(field, BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public
                    | BindingFlags.DeclaredOnly);
                if (found == null) continue;
                bool serialized = found.IsPublic || found.GetCustomAttribute<SerializeField>() != null;
                if (!serialized) throw new InvalidOperationException($"{type.Name}.{field} is not serialized");
                found.SetValue(component, value);
                return;
            }

            throw new MissingFieldException(component.GetType().Name, field);
        }

        /// <summary>A character 1.8 m tall with bones and one mesh, looking along its own +Z.</summary>
        public static CharacterFace MakeCharacter(string name, Vector3 at, float yaw, string[]? shapes = null,
            float scale = 1f, bool oddBones = false, bool gaze = false)
        {
            var root = new GameObject(name);
            root.SetActive(false);
            Transform chest = Bone("Chest", root.transform, new Vector3(0f, 1.3f, 0f) * scale, oddBones, 1);
            Transform neck = Bone("Neck", chest, new Vector3(0f, 1.5f, 0f) * scale, oddBones, 2);
            Transform head = Bone("Head", neck, new Vector3(0f, 1.58f, 0f) * scale, oddBones, 3);
            Transform left = Bone("LeftEye", head, new Vector3(-0.032f, 1.66f, 0.08f) * scale, oddBones, 4);
            Transform right = Bone("RightEye", head, new Vector3(0.032f, 1.66f, 0.08f) * scale, oddBones, 5);
            SkinnedMeshRenderer mesh = MakeMesh("Face", root.transform, shapes ?? Arkit.Names.ToArray());
            root.transform.SetPositionAndRotation(at, Quaternion.Euler(0f, yaw, 0f));
            CharacterFace face = root.AddComponent<CharacterFace>();
            Set(face, "meshes", new[] { mesh });
            Set(face, "chest", chest);
            Set(face, "neck", neck);
            Set(face, "head", head);
            Set(face, "leftEye", left);
            Set(face, "rightEye", right);
            if (gaze) root.AddComponent<CharacterGaze>();
            root.SetActive(true);
            return face;
        }

        public static SkinnedMeshRenderer MakeMesh(string name, Transform parent, params string[] shapes)
        {
            var holder = new GameObject(name);
            holder.transform.SetParent(parent);
            SkinnedMeshRenderer mesh = holder.AddComponent<SkinnedMeshRenderer>();
            mesh.sharedMesh = new Mesh();
            mesh.sharedMesh.AddShapes(shapes);
            return mesh;
        }

        public static Transform Find(CharacterFace face, string bone) =>
            face.gameObject.GetComponentsInChildren<Transform>(true).Single(t => t.name == bone);

        public static float Shape(CharacterFace face, string name) => face.gameObject
            .GetComponentsInChildren<SkinnedMeshRenderer>(true)
            .Where(mesh => Index(mesh, name) >= 0)
            .Select(mesh => mesh.GetBlendShapeWeight(Index(mesh, name)))
            .First();

        /// <summary>Where a bone looks that looked straight ahead at rest.</summary>
        public static Vector3 LookOf(CharacterFace face, string bone, Quaternion rest) =>
            Find(face, bone).rotation * Quaternion.Inverse(rest) * Vector3.forward;

        /// <summary>A component whose fields are set before it wakes up.</summary>
        public static T Make<T>(string name, params (string Field, object? Value)[] fields)
            where T : Component
        {
            var holder = new GameObject(name);
            holder.SetActive(false);
            T made = holder.AddComponent<T>();
            foreach ((string field, object? value) in fields) Set(made, field, value);
            holder.SetActive(true);
            return made;
        }

        public static AudioClip Clip(string name, float[] samples, int rate)
        {
            AudioClip clip = AudioClip.Create(name, samples.Length, 1, rate, false);
            clip.SetData(samples, 0);
            return clip;
        }

        /// <summary>Frames of the game, at most as fast as real time, <paramref name="frame"/> seconds each; false when time ran out.</summary>
        public static bool Run(double seconds, Func<bool>? until = null, Func<double>? frame = null)
        {
            var watch = Stopwatch.StartNew();
            double at = 0;
            while (at < seconds)
            {
                double length = frame != null ? frame() : 1 / 60.0;
                at += length;
                // A slow machine plays slower, not coarser: the game never runs ahead of real time and never hurries after it.
                int wait = (int)((length - watch.Elapsed.TotalSeconds) * 1000);
                if (wait > 0) Thread.Sleep(wait);
                watch.Restart();
                Loop.Step((float)length);
                if (until != null && until()) return true;
            }

            return until == null;
        }

        public static void Clear() => Loop.Restart();

        private static Transform Bone(string name, Transform parent, Vector3 at, bool odd, int seed)
        {
            var bone = new GameObject(name);
            bone.transform.SetParent(parent);
            bone.transform.position = at;
            if (odd) bone.transform.rotation = Quaternion.Euler(37f * seed, 51f * seed, -23f * seed);
            return bone.transform;
        }

        private static int Index(SkinnedMeshRenderer mesh, string name)
        {
            for (int i = 0; i < mesh.sharedMesh.blendShapeCount; i++)
                if (mesh.sharedMesh.GetBlendShapeName(i) == name) return i;
            return -1;
        }
    }

    /// <summary>A source that says what a test tells it.</summary>
    internal sealed class TestSource : FaceSource
    {
        private readonly FacePose _a = new FacePose();
        private readonly FacePose _b = new FacePose();

        public override double HeardS => 0;

        public override RigMap? Rig => null;

        public Transform? Thing { get; set; }

        public override FacePose GetPose(Person person) => person == Person.A ? _a : _b;

        public override Transform? FindObject(string objectName) => objectName == "thing" ? Thing : null;
    }
}
