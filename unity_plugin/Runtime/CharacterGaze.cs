#nullable enable
using UnityEngine;
using VisAVis.Core;
using N = System.Numerics;

namespace VisAVis
{
    /// <summary>
    /// Re-aims a character's look at where the partner's eyes really are in the scene, or a named object: eyes first, then
    /// head, then chest. Sits beside a <see cref="CharacterFace"/>, which asks it every frame.
    /// </summary>
    [AddComponentMenu("Vis-à-Vis/Character Gaze")]
    [RequireComponent(typeof(CharacterFace))]
    public sealed class CharacterGaze : MonoBehaviour
    {
        #region Settings

        [SerializeField, Tooltip("The other character.")]
        private CharacterFace? partner;

        [SerializeField, Tooltip("Where to look for the partner's mouth; empty: 7 cm below the eyes.")]
        private Transform? partnerMouth;

        [SerializeField, Range(0f, 1f), Tooltip("How much the look is re-aimed: 0 leaves it as the conversation had it.")]
        private float strength = 1f;

        [SerializeField, Tooltip("How far the eyes turn, degrees: sideways, up and down.")]
        private Vector2 eyeLimit = new Vector2(30f, 25f);

        [SerializeField, Tooltip("How far the head turns, degrees: sideways, up and down.")]
        private Vector2 headLimit = new Vector2(70f, 40f);

        [SerializeField, Tooltip("How far the chest turns, degrees: sideways, up and down.")]
        private Vector2 chestLimit = new Vector2(40f, 15f);

        #endregion

        #region Run-time properties

        /// <summary>The other character.</summary>
        public CharacterFace? Partner
        {
            get => partner;
            set => partner = value;
        }

        /// <summary>How much the look is re-aimed, 0 to 1.</summary>
        public float Strength
        {
            get => strength;
            set => strength = value;
        }

        /// <summary>What is looked at now, world; meaningful while <see cref="Weight"/> is above 0.</summary>
        public Vector3 Target { get; private set; }

        /// <summary>How much the look is on that target, 0 to 1.</summary>
        public float Weight => _solver.Weight;

        #endregion

        #region Public methods

        /// <summary>
        /// Turns the pose's head and eyes towards the real target; returns the turn of the chest that belongs to it, in the
        /// body's axes. Called by the face.
        /// </summary>
        internal Quaternion Aim(CharacterFace face, FaceSource source, FacePose pose, Quaternion body, float dt)
        {
            ReadLimits();
            Vector3 eyes = face.EyeMidpoint;
            float wanted = FindTarget(source, pose, out Vector3 target);
            N.Vector3 streamTarget = StreamTarget(source, pose);
            if (wanted > 0f) Target = target;
            var input = new GazeInput
            {
                StreamTarget = streamTarget,
                // Without a target the last one goes on being meant while the look lets go of it.
                SceneTarget = wanted > 0f || _solver.Weight > 0f
                    ? Convert.Direction(Quaternion.Inverse(body) * (Target - eyes))
                    : streamTarget,
                Wanted = strength * wanted,
                Head = pose.Head,
                LeftEye = pose.LeftEye,
                RightEye = pose.RightEye,
                StreamEyeDistance = source.Rig != null ? source.Rig.EyeDistance : face.EyeDistance,
                SceneEyeDistance = face.EyeDistance,
            };
            GazeResult result = _solver.Step(input, dt);
            pose.Head = result.Head;
            pose.LeftEye = result.LeftEye;
            pose.RightEye = result.RightEye;
            FaceRetargeter.SetEyeLook(pose.Weights, source.EyeLookRange,
                Coordinates.ToRotationVector(pose.LeftEye), Coordinates.ToRotationVector(pose.RightEye));
            return Convert.Rotation(result.Chest);
        }

        #endregion

        #region MonoBehaviour

        private void OnEnable()
        {
            _solver.Reset();
            GetComponent<CharacterFace>().Gaze = this;
        }

        #endregion

        #region Private members

        private const float MouthBelowEyes = 0.07f;
        private static readonly N.Vector3 DefaultEyes = new N.Vector3(0f, 0.1f, 0.07f);

        private readonly GazeSolver _solver = new GazeSolver(new GazeSettings());

        private void ReadLimits()
        {
            _solver.Settings.EyeLimit = new YawPitch(eyeLimit.x * Mathf.Deg2Rad, eyeLimit.y * Mathf.Deg2Rad);
            _solver.Settings.HeadLimit = new YawPitch(headLimit.x * Mathf.Deg2Rad, headLimit.y * Mathf.Deg2Rad);
            _solver.Settings.ChestLimit = new YawPitch(chestLimit.x * Mathf.Deg2Rad, chestLimit.y * Mathf.Deg2Rad);
        }

        /// <summary>Where the real target is, and how much it is meant.</summary>
        private float FindTarget(FaceSource source, FacePose pose, out Vector3 target)
        {
            target = Target;
            switch (pose.Gaze.Kind)
            {
                case GazeKind.PartnerEyes when partner != null:
                    target = partner.EyeMidpoint;
                    return pose.Gaze.OnPartner;
                case GazeKind.PartnerMouth when partner != null:
                    target = partnerMouth != null
                        ? partnerMouth.position
                        : partner.EyeMidpoint + MouthBelowEyes * Vector3.down;
                    return pose.Gaze.OnPartner;
                case GazeKind.Object:
                    Transform? item = source.FindObject(pose.Gaze.ObjectName);
                    if (item == null) return 0f;
                    target = item.position;
                    return 1f;
                default:
                    return 0f;
            }
        }

        /// <summary>From the stream's eyes to the stream's gaze point, in the stream's body axes.</summary>
        private static N.Vector3 StreamTarget(FaceSource source, FacePose pose)
        {
            N.Vector3 eyes = source.Rig != null ? source.Rig.EyeMidpoint : DefaultEyes;
            N.Vector3 midpoint = pose.Position + N.Vector3.Transform(eyes, pose.Body * pose.Head);
            return N.Vector3.Transform(pose.Gaze.Point - midpoint, N.Quaternion.Conjugate(pose.Body));
        }

        #endregion
    }
}
