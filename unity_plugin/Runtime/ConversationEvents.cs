#nullable enable
using System;
using UnityEngine;
using UnityEngine.Events;
using VisAVis.Core;
using VisAVis.Protocol;

namespace VisAVis
{
    /// <summary>What happens in a conversation, as events to wire in the inspector.</summary>
    [AddComponentMenu("Vis-à-Vis/Conversation Events")]
    public sealed class ConversationEvents : MonoBehaviour
    {
        #region Settings

        [SerializeField, Tooltip("The conversation. Empty: the one on this object.")]
        private Conversation? conversation;

        [Header("People")]
        [SerializeField, Tooltip("Somebody begins to speak.")]
        private PersonEvent turnBegan = new PersonEvent();

        [SerializeField, Tooltip("Somebody stops speaking.")]
        private PersonEvent turnEnded = new PersonEvent();

        [SerializeField, Tooltip("Somebody breaks in, or both begin at once.")]
        private PersonEvent overlapBegan = new PersonEvent();

        [SerializeField, Tooltip("A short sound of listening while the other speaks.")]
        private PersonEvent backChannel = new PersonEvent();

        [Header("Connection")]
        [SerializeField, Tooltip("Sound goes out, faces come in.")]
        private UnityEvent connected = new UnityEvent();

        [SerializeField, Tooltip("The connection was lost; it is being taken up again.")]
        private TextEvent lost = new TextEvent();

        [SerializeField, Tooltip("The service refused.")]
        private TextEvent failed = new TextEvent();

        [Header("Words")]
        [SerializeField, Tooltip("What was understood of a pose text.")]
        private TextEvent poseRead = new TextEvent();

        [SerializeField, Tooltip("The service has something to tell.")]
        private TextEvent notice = new TextEvent();

        /// <summary>An event that says who.</summary>
        [Serializable]
        public sealed class PersonEvent : UnityEvent<Person>
        {
        }

        /// <summary>An event that brings words.</summary>
        [Serializable]
        public sealed class TextEvent : UnityEvent<string>
        {
        }

        #endregion

        #region Run-time properties

        /// <summary>Somebody begins to speak.</summary>
        public PersonEvent TurnBegan => turnBegan;

        /// <summary>Somebody stops speaking.</summary>
        public PersonEvent TurnEnded => turnEnded;

        /// <summary>Somebody breaks in, or both begin at once.</summary>
        public PersonEvent OverlapBegan => overlapBegan;

        /// <summary>A short sound of listening while the other speaks.</summary>
        public PersonEvent BackChannel => backChannel;

        /// <summary>Sound goes out, faces come in.</summary>
        public UnityEvent Connected => connected;

        /// <summary>The connection was lost; it is being taken up again.</summary>
        public TextEvent Lost => lost;

        /// <summary>The service refused.</summary>
        public TextEvent Failed => failed;

        /// <summary>What was understood of a pose text.</summary>
        public TextEvent PoseRead => poseRead;

        /// <summary>The service has something to tell.</summary>
        public TextEvent Notice => notice;

        /// <summary>The conversation; null: the one on this object.</summary>
        public Conversation? Conversation
        {
            get => conversation;
            set
            {
                Leave();
                conversation = value;
                if (isActiveAndEnabled) Join();
            }
        }

        #endregion

        #region MonoBehaviour

        private void OnEnable()
        {
            if (conversation == null) conversation = GetComponent<Conversation>();
            Join();
        }

        private void OnDisable() => Leave();

        #endregion

        #region Private members

        private void Join()
        {
            if (conversation == null) return;
            conversation.RoleEventHeard += OnRoleEvent;
            conversation.StateChanged += OnState;
            conversation.PoseRead += OnPoseRead;
            conversation.NoticeReceived += OnNotice;
        }

        private void Leave()
        {
            if (conversation == null) return;
            conversation.RoleEventHeard -= OnRoleEvent;
            conversation.StateChanged -= OnState;
            conversation.PoseRead -= OnPoseRead;
            conversation.NoticeReceived -= OnNotice;
        }

        private void OnRoleEvent(V1.RoleEvent roleEvent)
        {
            Person person = roleEvent.Participant == V1.Participant.B ? Person.B : Person.A;
            switch (roleEvent.Kind)
            {
                case V1.RoleEventKind.TurnBegan:
                    turnBegan.Invoke(person);
                    break;
                case V1.RoleEventKind.TurnEnded:
                    turnEnded.Invoke(person);
                    break;
                case V1.RoleEventKind.OverlapBegan:
                    overlapBegan.Invoke(person);
                    break;
                case V1.RoleEventKind.Backchannel:
                    backChannel.Invoke(person);
                    break;
            }
        }

        private void OnState(ConnectionState state)
        {
            if (state == ConnectionState.Live) connected.Invoke();
            else if (state == ConnectionState.Reconnecting) lost.Invoke(conversation!.LastError);
            else if (state == ConnectionState.Failed) failed.Invoke(conversation!.LastError);
        }

        private void OnPoseRead(V1.PoseReading reading) => poseRead.Invoke(reading.Reading);

        private void OnNotice(V1.Notice told) => notice.Invoke(told.Message);

        #endregion
    }
}
