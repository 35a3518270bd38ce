#nullable enable
using System.IO;
using System.Numerics;
using Google.Protobuf.Collections;
using VisAVis.Core;

namespace VisAVis.Protocol
{
    /// <summary>Turns wire messages into the frames and the rig of <see cref="VisAVis.Core"/>, checking every size.</summary>
    public static class FrameReader
    {
        /// <summary>Fills one person's frame; <paramref name="who"/> names the person in errors.</summary>
        /// <exception cref="InvalidDataException">A field is missing, has another size or is not finite.</exception>
        public static void Read(V1.PersonFrame? message, FaceFrame into, string who)
        {
            if (message == null) throw new InvalidDataException($"{who} is missing");
            ReadValues(message.Expression, into.Expression, who, "expression");
            into.GlobalRotation = ReadVector(message.GlobalRotation, who, "global_rotation");
            into.Neck = ReadVector(message.Neck, who, "neck");
            into.Jaw = ReadVector(message.Jaw, who, "jaw");
            into.LeftEye = ReadVector(message.LeftEye, who, "left_eye");
            into.RightEye = ReadVector(message.RightEye, who, "right_eye");
            into.Translation = ReadVector(message.Translation, who, "translation");
            if (message.Eyelids.Count != 2) throw WrongSize(who, "eyelids", message.Eyelids.Count, 2);
            into.LeftEyelid = Finite(message.Eyelids[0], who, "eyelids");
            into.RightEyelid = Finite(message.Eyelids[1], who, "eyelids");
            into.Speaking = Finite(message.Speaking, who, "speaking");
            into.HasWeights = message.Arkit.Count != 0;
            if (into.HasWeights) ReadValues(message.Arkit, into.Weights, who, "arkit");
            ReadGaze(message.Gaze, into, who);
        }

        /// <summary>The rig of a <c>GetRig</c> answer.</summary>
        /// <exception cref="InvalidDataException">The rig is incomplete or of impossible sizes.</exception>
        public static RigMap ReadRig(V1.Rig rig)
        {
            V1.Matrix? map = rig.ArkitToFlame;
            if (map == null || map.Columns != Arkit.Count || map.Rows != rig.ExpressionSize + 3)
                throw new InvalidDataException($"rig '{rig.RigId}': arkit_to_flame is not {rig.ExpressionSize + 3} x 52");
            if (rig.ArkitNames.Count != Arkit.Count)
                throw new InvalidDataException($"rig '{rig.RigId}': {rig.ArkitNames.Count} ARKit names instead of 52");
            for (int i = 0; i < Arkit.Count; i++)
            {
                if (rig.ArkitNames[i] != Arkit.Names[i])
                    throw new InvalidDataException($"rig '{rig.RigId}': shape {i} is '{rig.ArkitNames[i]}', not '{Arkit.Names[i]}'");
            }

            var values = new float[map.Values.Count];
            map.Values.CopyTo(values, 0);
            var range = new float[rig.EyeLookRange.Count];
            rig.EyeLookRange.CopyTo(range, 0);
            var joints = new Vector3[rig.Joints.Count];
            for (int i = 0; i < joints.Length; i++)
                joints[i] = new Vector3(rig.Joints[i].X, rig.Joints[i].Y, rig.Joints[i].Z);
            try
            {
                return new RigMap(rig.RigId, rig.ExpressionSize, values, rig.Ridge, rig.Sweeps, range, joints);
            }
            catch (System.ArgumentException error)
            {
                throw new InvalidDataException($"rig '{rig.RigId}': {error.Message}", error);
            }
        }

        private static void ReadGaze(V1.Gaze? message, FaceFrame into, string who)
        {
            into.Gaze = default;
            into.Gaze.ObjectName = "";
            if (message == null) return;
            into.Gaze.Kind = (GazeKind)message.Kind;
            into.Gaze.OnPartner = Finite(message.OnPartner, who, "gaze.on_partner");
            into.Gaze.ObjectName = message.ObjectName;
            V1.Vector3? point = message.Point;
            if (point == null) return;
            into.Gaze.Point = new Vector3(
                Finite(point.X, who, "gaze.point"), Finite(point.Y, who, "gaze.point"), Finite(point.Z, who, "gaze.point"));
        }

        private static void ReadValues(RepeatedField<float> values, float[] into, string who, string field)
        {
            if (values.Count != into.Length) throw WrongSize(who, field, values.Count, into.Length);
            for (int i = 0; i < into.Length; i++) into[i] = Finite(values[i], who, field);
        }

        private static Vector3 ReadVector(RepeatedField<float> values, string who, string field)
        {
            if (values.Count != 3) throw WrongSize(who, field, values.Count, 3);
            return new Vector3(
                Finite(values[0], who, field), Finite(values[1], who, field), Finite(values[2], who, field));
        }

        private static float Finite(float value, string who, string field)
        {
            if (float.IsNaN(value) || float.IsInfinity(value))
                throw new InvalidDataException($"{who}.{field} is {value}");
            return value;
        }

        private static InvalidDataException WrongSize(string who, string field, int got, int wanted) =>
            new InvalidDataException($"{who}.{field} has {got} values, {wanted} are needed");
    }
}
