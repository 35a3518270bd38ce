#nullable enable
using UnityEngine;
using VisAVis;
using VisAVis.Core;

namespace VisAVisSamples
{
    /// <summary>
    /// One voice line per character. Start the service on this machine (visavis serve), then press Play: they talk, listen,
    /// nod, blink and look at each other.
    /// </summary>
    public sealed class TwoClips : MonoBehaviour
    {
        [SerializeField, Tooltip("Where the service is.")]
        private string address = "http://127.0.0.1:50051";

        [SerializeField, Tooltip("What A says.")]
        private AudioClip? voiceA;

        [SerializeField, Tooltip("What B says.")]
        private AudioClip? voiceB;

        [SerializeField, Tooltip("The package's open_head.bytes. Put your own characters in their place.")]
        private TextAsset? openHead;

        private void Start()
        {
            // Two people, 1.2 m apart, looking at each other.
            CharacterFace a = OpenHead.Make("A", openHead!, new Vector3(-0.6f, 0f, 0f), Vector3.right, new Color(0.55f, 0.25f, 0.2f));
            CharacterFace b = OpenHead.Make("B", openHead!, new Vector3(0.6f, 0f, 0f), Vector3.left, new Color(0.2f, 0.3f, 0.5f));

            // The conversation between them.
            Conversation conversation = new GameObject("Conversation").AddComponent<Conversation>();
            conversation.Address = address;
            conversation.SetCharacters(a, b);

            // Each shows its half of it, and looks at the other.
            a.Source = b.Source = conversation;
            b.Person = Person.B;
            a.GetComponent<CharacterGaze>().Partner = b;
            b.GetComponent<CharacterGaze>().Partner = a;

            // Each has a voice. Both lines begin on the same sample.
            AddVoice(a, conversation, VoiceOf.A).Say(voiceA!);
            AddVoice(b, conversation, VoiceOf.B).Say(voiceB!);
        }

        private static ClipVoice AddVoice(CharacterFace face, Conversation conversation, VoiceOf who)
        {
            var mouth = new GameObject("Voice");
            mouth.transform.SetParent(face.Head);
            mouth.AddComponent<AudioSource>().playOnAwake = false;
            ClipVoice voice = mouth.AddComponent<ClipVoice>();
            voice.Conversation = conversation;
            voice.VoiceOf = who;
            return voice;
        }
    }
}
