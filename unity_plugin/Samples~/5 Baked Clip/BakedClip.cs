#nullable enable
using UnityEngine;
using VisAVis;
using VisAVis.Core;

namespace VisAVisSamples
{
    /// <summary>
    /// A conversation that was baked on the command line and needs no service:
    /// visavis bake conversation.wav --out baked --format arkit-csv
    /// </summary>
    public sealed class BakedClip : MonoBehaviour
    {
        [SerializeField, Tooltip("A's face: a.csv.")]
        private TextAsset? faceA;

        [SerializeField, Tooltip("B's face: b.csv.")]
        private TextAsset? faceB;

        [SerializeField, Tooltip("The recording that was baked.")]
        private AudioClip? bothVoices;

        [SerializeField, Tooltip("The package's open_head.bytes. Put your own characters in their place.")]
        private TextAsset? openHead;

        private void Start()
        {
            CharacterFace a = OpenHead.Make("A", openHead!, new Vector3(-0.6f, 0f, 0f), Vector3.right, new Color(0.55f, 0.25f, 0.2f));
            CharacterFace b = OpenHead.Make("B", openHead!, new Vector3(0.6f, 0f, 0f), Vector3.left, new Color(0.2f, 0.3f, 0.5f));

            BakedConversation conversation = new GameObject("Conversation").AddComponent<BakedConversation>();
            AudioSource loudspeaker = conversation.gameObject.AddComponent<AudioSource>();
            loudspeaker.playOnAwake = false;
            loudspeaker.clip = bothVoices;
            conversation.Assign(faceA, faceB, loudspeaker, null);
            a.Source = b.Source = conversation;
            b.Person = Person.B;
            conversation.Ended += conversation.Play;
        }
    }
}
