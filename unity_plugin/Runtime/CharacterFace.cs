#nullable enable
using System;
using UnityEngine;
using VisAVis.Core;

namespace VisAVis
{
    /// <summary>
    /// Shows one person of a conversation on a character: blendshapes of any number of meshes, eyes, neck, head and chest.
    /// </summary>
    [AddComponentMenu("Vis-à-Vis/Character Face")]
    [DefaultExecutionOrder(100)]
    public sealed class CharacterFace : MonoBehaviour
    {
        #region Settings

        [SerializeField, Tooltip("Where the face comes from.")]
        private FaceSource? source;

        [SerializeField, Tooltip("Which of the two this character is.")]
        private Person person = Person.A;

        [SerializeField, Tooltip("Meshes with blendshapes: head, teeth, tongue, brows... Empty: all below this object.")]
        private SkinnedMeshRenderer[] meshes = Array.Empty<SkinnedMeshRenderer>();

        [SerializeField, Tooltip("How ARKit weights drive the blendshapes. Empty: found by the blendshapes' names.")]
        private FaceProfile? profile;

        [SerializeField, Tooltip("Left eye bone, if the character has one.")]
        private Transform? leftEye;

        [SerializeField, Tooltip("Right eye bone, if the character has one.")]
        private Transform? rightEye;

        [SerializeField, Tooltip("Head bone.")]
        private Transform? head;

        [SerializeField, Tooltip("Neck bone; takes half of the head's turn.")]
        private Transform? neck;

        [SerializeField, Tooltip("Chest or upper spine bone; leans and helps to look at what is far to the side.")]
        private Transform? chest;

        [SerializeField, Tooltip("Jaw bone, only for characters whose mouth opens by a bone.")]
        private Transform? jaw;

        [SerializeField, Range(0f, 45f), Tooltip("How far the jaw bone turns at full opening, degrees.")]
        private float jawDegrees = 22f;

        [SerializeField, Range(0f, 2f), Tooltip("Size of everything that blendshapes do.")]
        private float faceStrength = 1f;

        [SerializeField, Range(0f, 1f), Tooltip("How much the conversation moves neck and head: 0 leaves them to the animation.")]
        private float headStrength = 1f;

        [SerializeField, Range(0f, 1f), Tooltip("How much the conversation moves the chest on top of the animation.")]
        private float bodyStrength = 1f;

        #endregion

        #region Run-time properties

        /// <summary>Where the face comes from.</summary>
        public FaceSource? Source
        {
            get => source;
            set => source = value;
        }

        /// <summary>Which of the two this character is.</summary>
        public Person Person
        {
            get => person;
            set => person = value;
        }

        /// <summary>The profile; null: found by the blendshapes' names.</summary>
        public FaceProfile? Profile
        {
            get => profile;
            set
            {
                profile = value;
                Rebind();
            }
        }

        /// <summary>Size of everything that blendshapes do, 0 to 2.</summary>
        public float FaceStrength
        {
            get => faceStrength;
            set => faceStrength = value;
        }

        /// <summary>How much the conversation moves neck and head, 0 to 1.</summary>
        public float HeadStrength
        {
            get => headStrength;
            set => headStrength = value;
        }

        /// <summary>How much the conversation moves the chest, 0 to 1.</summary>
        public float BodyStrength
        {
            get => bodyStrength;
            set => bodyStrength = value;
        }

        /// <summary>The profile in use, in words: the asset, the preset that was found, or why there is none.</summary>
        public string ProfileInUse { get; private set; } = "";

        /// <summary>The pose shown last, after gaze; for reading only.</summary>
        public FacePose Pose { get; } = new FacePose();

        /// <summary>The head bone.</summary>
        public Transform? Head => head;

        /// <summary>The left eye bone.</summary>
        public Transform? LeftEye => leftEye;

        /// <summary>The right eye bone.</summary>
        public Transform? RightEye => rightEye;

        /// <summary>What re-aims the look; tells by itself when it is there.</summary>
        internal CharacterGaze? Gaze { get; set; }

        /// <summary>Midpoint of the eyes in the world.</summary>
        public Vector3 EyeMidpoint
        {
            get
            {
                if (leftEye != null && rightEye != null) return 0.5f * (leftEye.position + rightEye.position);
                Transform carrier = head != null ? head : transform;
                return carrier.TransformPoint(_eyesFromCarrier);
            }
        }

        /// <summary>Between the two eyes, metres.</summary>
        public float EyeDistance =>
            leftEye != null && rightEye != null ? Vector3.Distance(leftEye.position, rightEye.position) : 0.062f;

        #endregion

        #region Public methods

        /// <summary>Sets meshes and bones from code; null bones are left out.</summary>
        public void Assign(SkinnedMeshRenderer[] faceMeshes, Transform? headBone = null, Transform? neckBone = null,
            Transform? chestBone = null, Transform? leftEyeBone = null, Transform? rightEyeBone = null)
        {
            meshes = faceMeshes;
            head = headBone;
            neck = neckBone;
            chest = chestBone;
            leftEye = leftEyeBone;
            rightEye = rightEyeBone;
            CaptureRestPose();
            Rebind();
        }

        /// <summary>Reads blendshapes and profile again: after meshes or the profile were changed.</summary>
        public void Rebind()
        {
            SkinnedMeshRenderer[] used = meshes.Length != 0 ? meshes : GetComponentsInChildren<SkinnedMeshRenderer>(true);
            _meshes = FaceMeshes.Bind(used, profile, out string inUse);
            ProfileInUse = inUse;
            if (_meshes == null) Debug.LogWarning($"Vis-à-Vis: {name}: {inUse}", this);
        }

        /// <summary>
        /// Takes the character's present pose as the one at rest, looking straight ahead. Happens by itself on Awake; call
        /// it when the skeleton is exchanged, in its bind pose.
        /// </summary>
        public void CaptureRestPose()
        {
            Quaternion toRoot = Quaternion.Inverse(transform.rotation);
            _headRest = RestOf(head, toRoot);
            _neckRest = RestOf(neck, toRoot);
            _chestRest = RestOf(chest, toRoot);
            _leftEyeRest = RestOf(leftEye, toRoot);
            _rightEyeRest = RestOf(rightEye, toRoot);
            _jawRest = RestOf(jaw, toRoot);
            // Where the eyes are when there are no eye bones: in front of and above the head bone.
            Vector3 eyes = head != null ? head.position + transform.rotation * new Vector3(0f, 0.07f, 0.08f)
                : transform.position + new Vector3(0f, 1.6f, 0f);
            _eyesFromCarrier = (head != null ? head : transform).InverseTransformPoint(eyes);
            _animator = GetComponentInParent<Animator>();
        }

        #endregion

        #region MonoBehaviour

        private void Awake()
        {
            CaptureRestPose();
            Rebind();
        }

        private void LateUpdate()
        {
            if (!TakePose()) return;
            Lean(out Quaternion lean);
            Quaternion body = BodyFrame() * lean;
            Quaternion turn = Quaternion.identity;
            if (Gaze != null && Gaze.isActiveAndEnabled)
                turn = Gaze.Aim(this, source!, Pose, body, Time.deltaTime);
            MoveChest(lean * turn);
            MoveHead(body * turn);
            if (_meshes != null) _meshes.Apply(Pose.Weights, faceStrength);
        }

        private void OnDisable()
        {
            if (_meshes != null) _meshes.Clear();
        }

        #endregion

        #region Private members

        private const float EaseSeconds = 0.3f;

        private readonly FacePose _held = new FacePose();
        private readonly FacePose _rest = new FacePose();
        private FaceMeshes? _meshes;
        private float _presence = 1f;
        private Animator? _animator;
        private Quaternion _headRest, _neckRest, _chestRest, _leftEyeRest, _rightEyeRest, _jawRest;
        private Vector3 _eyesFromCarrier;

        private bool IsAnimated => _animator != null && _animator.isActiveAndEnabled;

        /// <summary>
        /// Takes the source's pose; eases to rest when the source is switched off and back when it is there again. False
        /// once there is nothing to show.
        /// </summary>
        private bool TakePose()
        {
            bool present = source != null && source.isActiveAndEnabled;
            if (present) _held.CopyFrom(source!.GetPose(person));
            float before = _presence;
            _presence = Mathf.MoveTowards(_presence, present ? 1f : 0f, Time.deltaTime / EaseSeconds);
            if (source == null || (_presence <= 0f && before <= 0f)) return false;
            Pose.Mix(_rest, _held, _presence * _presence * (3f - 2f * _presence));
            return true;
        }

        /// <summary>The pitch and roll of the stream's body. Its yaw is where the character stands already.</summary>
        private void Lean(out Quaternion lean)
        {
            YawPitch facing = YawPitch.Of(Pose.Body);
            var upright = System.Numerics.Quaternion.CreateFromAxisAngle(System.Numerics.Vector3.UnitY, facing.Yaw);
            Quaternion tilt = Convert.Rotation(System.Numerics.Quaternion.Conjugate(upright) * Pose.Body);
            lean = Quaternion.Slerp(Quaternion.identity, tilt, bodyStrength);
        }

        /// <summary>The axes of the trunk as the animation has it.</summary>
        private Quaternion BodyFrame() => chest != null && IsAnimated
            ? chest.rotation * Quaternion.Inverse(_chestRest)
            : transform.rotation;

        private void MoveChest(Quaternion added)
        {
            if (chest == null) return;
            // In the trunk's own axes; without an animation the bone would keep what was added before.
            Quaternion frame = BodyFrame();
            chest.rotation = frame * added * _chestRest;
        }

        private void MoveHead(Quaternion body)
        {
            Quaternion headTurn = Convert.Rotation(Pose.Head);
            if (neck != null) Turn(neck, body, Quaternion.Slerp(Quaternion.identity, headTurn, 0.5f), _neckRest);
            if (head != null) Turn(head, body, headTurn, _headRest);
            Quaternion skull = head != null ? head.rotation * Quaternion.Inverse(_headRest) : body;
            if (leftEye != null) leftEye.rotation = skull * Convert.Rotation(Pose.LeftEye) * _leftEyeRest;
            if (rightEye != null) rightEye.rotation = skull * Convert.Rotation(Pose.RightEye) * _rightEyeRest;
            if (jaw != null)
            {
                float open = Mathf.Clamp01(Pose.Weights[Arkit.JawOpen] * faceStrength) * jawDegrees;
                jaw.rotation = skull * Quaternion.AngleAxis(open, Vector3.right) * _jawRest;
            }
        }

        private void Turn(Transform bone, Quaternion body, Quaternion turn, Quaternion rest)
        {
            Quaternion own = IsAnimated ? bone.rotation : body * rest;
            bone.rotation = Quaternion.Slerp(own, body * turn * rest, headStrength);
        }

        private static Quaternion RestOf(Transform? bone, Quaternion toRoot) =>
            bone != null ? toRoot * bone.rotation : Quaternion.identity;

        #endregion
    }
}
