#nullable enable
using UnityEngine;
using VisAVis;
using VisAVis.Core;

namespace VisAVisSamples
{
    /// <summary>
    /// You are A: speak, and A speaks, a third of a second later; B listens to you. Wear headphones, or leave Audible off, so
    /// that the microphone does not hear the loudspeaker.
    /// </summary>
    public sealed class MicrophoneTalk : MonoBehaviour
    {
        [SerializeField, Tooltip("Where the service is.")]
        private string address = "http://127.0.0.1:50051";

        [SerializeField, Tooltip("Whether you hear yourself, in step with A's lips.")]
        private bool audible;

        [SerializeField, Tooltip("What B says when you press the button.")]
        private AudioClip? answer;

        [SerializeField, Tooltip("The package's open_head.bytes. Put your own characters in their place.")]
        private TextAsset? openHead;

        private ClipVoice? _answering;

        private void Start()
        {
            CharacterFace a = OpenHead.Make("A", openHead!, new Vector3(-0.6f, 0f, 0f), Vector3.right, new Color(0.55f, 0.25f, 0.2f));
            CharacterFace b = OpenHead.Make("B", openHead!, new Vector3(0.6f, 0f, 0f), Vector3.left, new Color(0.2f, 0.3f, 0.5f));

            Conversation conversation = new GameObject("Conversation").AddComponent<Conversation>();
            conversation.Address = address;
            conversation.SetCharacters(a, b);
            a.Source = b.Source = conversation;
            b.Person = Person.B;
            a.GetComponent<CharacterGaze>().Partner = b;
            b.GetComponent<CharacterGaze>().Partner = a;

            MicrophoneVoice microphone = Mouth(a).AddComponent<MicrophoneVoice>();
            microphone.Conversation = conversation;
            microphone.VoiceOf = VoiceOf.A;
            microphone.Audible = audible;

            _answering = Mouth(b).AddComponent<ClipVoice>();
            _answering.Conversation = conversation;
            _answering.VoiceOf = VoiceOf.B;
        }

        private void OnGUI()
        {
            if (GUILayout.Button("B answers") && answer != null && !_answering!.IsSpeaking) _answering.Say(answer);
        }

        private static GameObject Mouth(CharacterFace face)
        {
            var mouth = new GameObject("Voice");
            mouth.transform.SetParent(face.Head);
            mouth.AddComponent<AudioSource>().playOnAwake = false;
            return mouth;
        }
    }
}
