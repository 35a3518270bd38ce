#nullable enable
using System;
using System.Collections.Generic;
using System.IO;
using UnityEditor;
using UnityEngine;
using VisAVis.Core;

namespace VisAVis.Editor
{
    /// <summary>
    /// Turns a baked face (a.csv or b.csv of <c>visavis bake --format arkit-csv</c>) into an AnimationClip for a character:
    /// the blendshapes of its meshes, through its profile, and the rotations of its head and eye bones.
    /// </summary>
    public static class BakedClipMaker
    {
        private const float WeightMoves = 0.05f;
        private const float TurnMoves = 5e-4f;

        /// <summary>
        /// Makes the clip. Its curves are relative to <paramref name="root"/>, the object that carries the Animator.
        /// Blendshapes that never move get no curve; keys that a straight line replaces are left out.
        /// </summary>
        /// <exception cref="InvalidDataException">No profile fits the character.</exception>
        public static AnimationClip Make(BakedFace baked, GameObject root, FaceProfile? asset)
        {
            CharacterReport report = CharacterReport.Of(root);
            Profile? profile = asset != null ? asset.ToProfile() : report.Preset;
            if (profile == null) throw new InvalidDataException(report.Summary);
            var clip = new AnimationClip { frameRate = FrameRate(baked) };
            foreach (SkinnedMeshRenderer mesh in report.Meshes) AddShapes(clip, baked, root, mesh, profile);
            CharacterFace? face = root.GetComponentInChildren<CharacterFace>();
            if (face == null) return clip;
            AddTurns(clip, baked, root, face.transform, face.Head, pose => pose.Head);
            AddTurns(clip, baked, root, face.transform, face.LeftEye, pose => pose.LeftEye);
            AddTurns(clip, baked, root, face.transform, face.RightEye, pose => pose.RightEye);
            return clip;
        }

        private static void AddShapes(
            AnimationClip clip, BakedFace baked, GameObject root, SkinnedMeshRenderer mesh, Profile profile)
        {
            var names = new List<string>();
            for (int i = 0; i < mesh.sharedMesh.blendShapeCount; i++) names.Add(mesh.sharedMesh.GetBlendShapeName(i));
            var mapper = new ProfileMapper(profile, names);
            var values = new float[names.Count][];
            foreach (int shape in mapper.Driven) values[shape] = new float[baked.Count];
            for (int frame = 0; frame < baked.Count; frame++)
            {
                mapper.Map(baked.PoseAt(frame).Weights);
                foreach (int shape in mapper.Driven) values[shape][frame] = 100f * mapper.Values[shape];
            }

            string path = AnimationUtility.CalculateTransformPath(mesh.transform, root.transform);
            foreach (int shape in mapper.Driven)
            {
                if (!Array.Exists(values[shape], value => Math.Abs(value) > WeightMoves)) continue;
                EditorCurveBinding binding = EditorCurveBinding.FloatCurve(
                    path, typeof(SkinnedMeshRenderer), "blendShape." + names[shape]);
                AnimationUtility.SetEditorCurve(clip, binding, Curve(baked, values[shape], WeightMoves));
            }
        }

        /// <summary>The character's present pose is taken as the one at rest, looking straight ahead.</summary>
        private static void AddTurns(AnimationClip clip, BakedFace baked, GameObject root, Transform character,
            Transform? bone, Func<FacePose, System.Numerics.Quaternion> turn)
        {
            if (bone == null) return;
            Quaternion toCharacter = Quaternion.Inverse(character.rotation);
            Quaternion rest = toCharacter * bone.rotation;
            Quaternion fromParent = bone.parent != null
                ? Quaternion.Inverse(toCharacter * bone.parent.rotation)
                : Quaternion.identity;
            var values = new float[4][];
            for (int i = 0; i < 4; i++) values[i] = new float[baked.Count];
            Quaternion last = bone.localRotation;
            for (int frame = 0; frame < baked.Count; frame++)
            {
                Quaternion local = fromParent * Convert.Rotation(turn(baked.PoseAt(frame))) * rest;
                // A quaternion and its negative are the same turn; a curve needs the one nearer to the last.
                float sign = Quaternion.Dot(local, last) < 0f ? -1f : 1f;
                last = new Quaternion(sign * local.x, sign * local.y, sign * local.z, sign * local.w);
                values[0][frame] = last.x;
                values[1][frame] = last.y;
                values[2][frame] = last.z;
                values[3][frame] = last.w;
            }

            string path = AnimationUtility.CalculateTransformPath(bone, root.transform);
            for (int i = 0; i < 4; i++)
            {
                EditorCurveBinding binding = EditorCurveBinding.FloatCurve(
                    path, typeof(Transform), "m_LocalRotation." + "xyzw"[i]);
                AnimationUtility.SetEditorCurve(clip, binding, Curve(baked, values[i], TurnMoves));
            }
        }

        /// <summary>A curve of straight lines through the values, without the keys that lie on them.</summary>
        internal static AnimationCurve Curve(BakedFace baked, float[] values, float tolerance)
        {
            var kept = new List<int> { 0 };
            for (int i = 1; i < values.Length; i++)
            {
                bool last = i == values.Length - 1;
                if (last || !OnLine(baked, values, kept[kept.Count - 1], i + 1, tolerance)) kept.Add(i);
            }

            var keys = new Keyframe[kept.Count];
            for (int i = 0; i < keys.Length; i++)
            {
                float before = i > 0 ? Slope(baked, values, kept[i - 1], kept[i]) : 0f;
                float after = i + 1 < keys.Length ? Slope(baked, values, kept[i], kept[i + 1]) : 0f;
                keys[i] = new Keyframe((float)baked.TimeAt(kept[i]), values[kept[i]], before, after);
            }

            return new AnimationCurve(keys);
        }

        /// <summary>Whether all values between two frames lie on the straight line that joins them.</summary>
        private static bool OnLine(BakedFace baked, float[] values, int from, int to, float tolerance)
        {
            float slope = Slope(baked, values, from, to);
            for (int i = from + 1; i < to; i++)
            {
                double expected = values[from] + slope * (baked.TimeAt(i) - baked.TimeAt(from));
                if (Math.Abs(values[i] - expected) > tolerance) return false;
            }

            return true;
        }

        private static float Slope(BakedFace baked, float[] values, int from, int to) =>
            (float)((values[to] - values[from]) / (baked.TimeAt(to) - baked.TimeAt(from)));

        private static float FrameRate(BakedFace baked) =>
            baked.Count > 1 ? (float)Math.Round((baked.Count - 1) / (baked.DurationS - baked.TimeAt(0))) : 30f;
    }
}
