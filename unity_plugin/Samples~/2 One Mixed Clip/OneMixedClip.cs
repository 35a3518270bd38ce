#nullable enable
using UnityEngine;
using VisAVis;
using VisAVis.Core;

namespace VisAVisSamples
{
    /// <summary>
    /// ONE recording with both voices. Nobody tells the service who speaks when: it hears it; the first voice is A's. Give
    /// the clip's spans to ClipVoice.Say where they are known, and every word is on the right face.
    /// </summary>
    public sealed class OneMixedClip : MonoBehaviour
    {
        [SerializeField, Tooltip("Where the service is.")]
        private string address = "http://127.0.0.1:50051";

        [SerializeField, Tooltip("A recording with both voices.")]
        private AudioClip? bothVoices;

        [SerializeField, Tooltip("The package's open_head.bytes. Put your own characters in their place.")]
        private TextAsset? openHead;

        private void Start()
        {
            CharacterFace a = OpenHead.Make("A", openHead!, new Vector3(-0.6f, 0f, 0f), Vector3.right, new Color(0.55f, 0.25f, 0.2f));
            CharacterFace b = OpenHead.Make("B", openHead!, new Vector3(0.6f, 0f, 0f), Vector3.left, new Color(0.2f, 0.3f, 0.5f));

            Conversation conversation = new GameObject("Conversation").AddComponent<Conversation>();
            conversation.Address = address;
            conversation.Layout = VisAVis.V1.AudioLayout.Mixed;
            conversation.SetCharacters(a, b);
            a.Source = b.Source = conversation;
            b.Person = Person.B;
            a.GetComponent<CharacterGaze>().Partner = b;
            b.GetComponent<CharacterGaze>().Partner = a;

            // One loudspeaker between them.
            var loudspeaker = new GameObject("Voices");
            loudspeaker.AddComponent<AudioSource>().playOnAwake = false;
            ClipVoice voice = loudspeaker.AddComponent<ClipVoice>();
            voice.Conversation = conversation;
            voice.VoiceOf = VoiceOf.Both;
            voice.Say(bothVoices!);

            // Who speaks is an event by itself.
            ConversationEvents events = conversation.gameObject.AddComponent<ConversationEvents>();
            events.TurnBegan.AddListener(who => Debug.Log($"{who} begins to speak"));
        }
    }
}
