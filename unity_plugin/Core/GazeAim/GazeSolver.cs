#nullable enable
using System;
using System.Numerics;

namespace VisAVis.Core
{
    /// <summary>Limits and shares of re-aiming; angles in radians, times in seconds.</summary>
    public sealed class GazeSettings
    {
        private const float Degree = MathF.PI / 180f;

        /// <summary>How far an eye turns.</summary>
        public YawPitch EyeLimit = new YawPitch(30 * Degree, 25 * Degree);

        /// <summary>Share of the turn that the head takes.</summary>
        public YawPitch HeadShare = new YawPitch(0.55f, 0.50f);

        /// <summary>How far the head turns.</summary>
        public YawPitch HeadLimit = new YawPitch(70 * Degree, 40 * Degree);

        /// <summary>Share of the turn that the chest takes.</summary>
        public YawPitch ChestShare = new YawPitch(0.15f, 0f);

        /// <summary>How far the chest turns.</summary>
        public YawPitch ChestLimit = new YawPitch(40 * Degree, 15 * Degree);

        /// <summary>Time constant of the head.</summary>
        public float HeadTime = 0.20f;

        /// <summary>Time constant of the chest.</summary>
        public float ChestTime = 0.50f;
    }

    /// <summary>What the solver needs to know of one moment. Vectors in body axes (+X own left, +Y up, +Z forward), metres.</summary>
    public struct GazeInput
    {
        /// <summary>From the stream's eye midpoint to the stream's gaze point, in the stream's body axes.</summary>
        public Vector3 StreamTarget;

        /// <summary>From the avatar's eye midpoint to the real target, in the avatar's body axes.</summary>
        public Vector3 SceneTarget;

        /// <summary>How much the gaze is to be re-aimed, in [0, 1].</summary>
        public float Wanted;

        /// <summary>The pose's head.</summary>
        public Quaternion Head;

        /// <summary>The pose's left eye.</summary>
        public Quaternion LeftEye;

        /// <summary>The pose's right eye.</summary>
        public Quaternion RightEye;

        /// <summary>Between the two eyes of the rig.</summary>
        public float StreamEyeDistance;

        /// <summary>Between the two eyes of the avatar.</summary>
        public float SceneEyeDistance;
    }

    /// <summary>What the solver makes of it.</summary>
    public struct GazeResult
    {
        /// <summary>Applied after the stream's body rotation: body' = body * chest.</summary>
        public Quaternion Chest;

        /// <summary>Replaces the pose's head.</summary>
        public Quaternion Head;

        /// <summary>Replaces the pose's left eye.</summary>
        public Quaternion LeftEye;

        /// <summary>Replaces the pose's right eye.</summary>
        public Quaternion RightEye;
    }

    /// <summary>
    /// Re-aims a pose at the partner who is really there: splits the difference between eyes, head and chest and keeps
    /// the stream's saccades and nods (docs/retargeting.md, 3).
    /// </summary>
    public sealed class GazeSolver
    {
        private const float Degree = MathF.PI / 180f;
        private const float WeightTime = 0.1f;
        private const float NearestTarget = 0.05f;
        private static readonly YawPitch TurnLimit = new YawPitch(150 * Degree, 60 * Degree);

        private YawPitch _head;
        private YawPitch _chest;

        /// <summary>A solver with its limits.</summary>
        public GazeSolver(GazeSettings settings)
        {
            Settings = settings;
        }

        /// <summary>Limits and shares.</summary>
        public GazeSettings Settings { get; set; }

        /// <summary>How much is re-aimed now, in [0, 1].</summary>
        public float Weight { get; private set; }

        /// <summary>Forgets where head and chest were turned.</summary>
        public void Reset()
        {
            Weight = 0f;
            _head = default;
            _chest = default;
        }

        /// <summary>One step of <paramref name="dt"/> seconds, at least 0. Allocates nothing.</summary>
        public GazeResult Step(in GazeInput input, float dt)
        {
            Weight += Math.Clamp(input.Wanted - Weight, -dt / WeightTime, dt / WeightTime);
            YawPitch e = (YawPitch.Of(input.SceneTarget) - YawPitch.Of(input.StreamTarget)).Wrapped();
            e = Weight * e.Clamped(TurnLimit);
            YawPitch head0 = YawPitch.Of(input.Head);
            float roll = RollOf(input.Head, head0);
            YawPitch left = YawPitch.Of(input.LeftEye);
            YawPitch right = YawPitch.Of(input.RightEye);
            YawPitch eye0 = 0.5f * (left + right);
            GazeSettings s = Settings;

            YawPitch c = (s.ChestShare * e).Clamped(s.ChestLimit);
            YawPitch h = s.HeadShare * e;
            // What the eyes cannot reach, the head does. What the stream itself does beyond a limit stays.
            YawPitch x = eye0 + e - h - c;
            h += x - x.Clamped(s.EyeLimit.AtLeast(eye0));
            // What the head cannot, the chest does.
            YawPitch y = head0 + h;
            YawPitch over = y - y.Clamped(s.HeadLimit.AtLeast(head0));
            h -= over;
            c = (c + over).Clamped(s.ChestLimit);
            _head += (1f - MathF.Exp(-dt / s.HeadTime)) * (h - _head);
            _chest += (1f - MathF.Exp(-dt / s.ChestTime)) * (c - _chest);

            Quaternion newHead = (head0 + _head).Rotation() * Quaternion.CreateFromAxisAngle(Vector3.UnitZ, roll);
            Quaternion newChest = _chest.Rotation();
            YawPitch look = YawPitch.Of(Vector3.Transform(eye0.Forward(), input.Head)) + e;
            YawPitch eye = YawPitch.Of(Vector3.Transform(look.Forward(), Quaternion.Conjugate(newChest * newHead)));
            YawPitch turn = (eye - eye0).Wrapped();
            float verge = Weight * (HalfAngle(input.SceneEyeDistance, input.SceneTarget)
                - HalfAngle(input.StreamEyeDistance, input.StreamTarget));
            return new GazeResult
            {
                Chest = newChest,
                Head = newHead,
                LeftEye = Turned(left, new YawPitch(turn.Yaw - verge, turn.Pitch), s.EyeLimit),
                RightEye = Turned(right, new YawPitch(turn.Yaw + verge, turn.Pitch), s.EyeLimit),
            };
        }

        private static Quaternion Turned(YawPitch own, YawPitch turn, YawPitch limit) =>
            (own + turn).Clamped(limit.AtLeast(own)).Rotation();

        private static float HalfAngle(float eyeDistance, Vector3 target) =>
            MathF.Atan2(0.5f * eyeDistance, MathF.Max(target.Length(), NearestTarget));

        /// <summary>The roll about +Z that is left of a rotation after its yaw and pitch.</summary>
        private static float RollOf(Quaternion rotation, YawPitch angles)
        {
            Quaternion rest = Quaternion.Conjugate(angles.Rotation()) * rotation;
            return 2f * MathF.Atan2(rest.Z, rest.W);
        }
    }
}
