#nullable enable
using UnityEngine;
using VisAVis.Core;

namespace VisAVis
{
    /// <summary>
    /// Moves a character to where a conversation's pose text puts that person ("she takes a step back"). For conversations
    /// whose placement comes from the pose text.
    /// </summary>
    [AddComponentMenu("Vis-à-Vis/Character Placement")]
    [RequireComponent(typeof(CharacterFace))]
    public sealed class CharacterPlacement : MonoBehaviour
    {
        #region Settings

        [SerializeField, Tooltip("The conversation.")]
        private Conversation? conversation;

        #endregion

        #region Run-time properties

        /// <summary>The conversation.</summary>
        public Conversation? Conversation
        {
            get => conversation;
            set
            {
                if (conversation != null) conversation.PoseRead -= OnPoseRead;
                conversation = value;
                if (conversation != null && isActiveAndEnabled) conversation.PoseRead += OnPoseRead;
            }
        }

        /// <summary>Whether the character is on its way.</summary>
        public bool IsMoving => _passed < _duration;

        #endregion

        #region MonoBehaviour

        private void OnEnable()
        {
            _face = GetComponent<CharacterFace>();
            if (conversation != null) conversation.PoseRead += OnPoseRead;
        }

        private void OnDisable()
        {
            if (conversation != null) conversation.PoseRead -= OnPoseRead;
        }

        private void Update()
        {
            if (!IsMoving) return;
            _passed = Mathf.Min(_passed + Time.deltaTime, _duration);
            float u = _duration > 0f ? _passed / _duration : 1f;
            u = u * u * (3f - 2f * u);
            transform.SetPositionAndRotation(
                Vector3.Lerp(_fromPosition, _toPosition, u), Quaternion.Slerp(_fromRotation, _toRotation, u));
        }

        #endregion

        #region Private members

        private CharacterFace? _face;
        private Vector3 _fromPosition, _toPosition;
        private Quaternion _fromRotation, _toRotation;
        private float _passed, _duration;

        private void OnPoseRead(V1.PoseReading reading)
        {
            if (_face == null || reading.Placement == null) return;
            V1.PersonPlacement? place = _face.Person == Person.A ? reading.Placement.A : reading.Placement.B;
            if (place == null || place.Position == null) return;
            conversation!.GetPlace(place, out Vector3 position, out Vector3 facing);
            _fromPosition = transform.position;
            _fromRotation = transform.rotation;
            // The floor of the scene is under the character's feet already.
            _toPosition = new Vector3(position.x, _fromPosition.y, position.z);
            _toRotation = Quaternion.LookRotation(facing, Vector3.up);
            _passed = 0f;
            _duration = Mathf.Max((float)reading.TransitionS, 1e-3f);
        }

        #endregion
    }
}
