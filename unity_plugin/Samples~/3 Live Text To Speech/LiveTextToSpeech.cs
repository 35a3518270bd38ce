#nullable enable
using System.Collections;
using UnityEngine;
using VisAVis;
using VisAVis.Core;

namespace VisAVisSamples
{
    /// <summary>
    /// Speech that is made while the conversation runs. A recorded line, cut into pieces, stands in for your synthesizer:
    /// whatever yours is, hand each piece of samples to StreamVoice.Push as it arrives.
    /// </summary>
    public sealed class LiveTextToSpeech : MonoBehaviour
    {
        [SerializeField, Tooltip("Where the service is.")]
        private string address = "http://127.0.0.1:50051";

        [SerializeField, Tooltip("What the synthesizer will say.")]
        private AudioClip? line;

        [SerializeField, Tooltip("How the two stand, as a sentence. The characters go there.")]
        private string poseText = "they stand close together, facing each other";

        [SerializeField, Tooltip("The package's open_head.bytes. Put your own characters in their place.")]
        private TextAsset? openHead;

        private StreamVoice? _voice;

        private void Start()
        {
            CharacterFace a = OpenHead.Make("A", openHead!, new Vector3(-0.6f, 0f, 0f), Vector3.right, new Color(0.55f, 0.25f, 0.2f));
            CharacterFace b = OpenHead.Make("B", openHead!, new Vector3(0.6f, 0f, 0f), Vector3.left, new Color(0.2f, 0.3f, 0.5f));

            Conversation conversation = new GameObject("Conversation").AddComponent<Conversation>();
            conversation.Address = address;
            conversation.PlacementFrom = PlacementSource.PoseText;
            conversation.PoseText = poseText;
            conversation.SetCharacters(a, b);
            b.Person = Person.B;
            foreach (CharacterFace face in new[] { a, b })
            {
                face.Source = conversation;
                face.gameObject.AddComponent<CharacterPlacement>().Conversation = conversation;
            }

            a.GetComponent<CharacterGaze>().Partner = b;
            b.GetComponent<CharacterGaze>().Partner = a;

            var mouth = new GameObject("Voice");
            mouth.transform.SetParent(a.Head);
            mouth.AddComponent<AudioSource>().playOnAwake = false;
            _voice = mouth.AddComponent<StreamVoice>();
            _voice.Conversation = conversation;
            _voice.VoiceOf = VoiceOf.A;
            StartCoroutine(Speak());
        }

        private IEnumerator Speak()
        {
            var all = new float[line!.samples * line.channels];
            line.GetData(all, 0);
            var piece = new float[line.frequency / 10];
            while (true)
            {
                yield return new WaitForSeconds(2f);
                // A synthesizer delivers faster than it is spoken, a tenth of a second at a time.
                for (int at = 0; at + piece.Length <= line.samples; at += piece.Length)
                {
                    for (int i = 0; i < piece.Length; i++) piece[i] = all[(at + i) * line.channels];
                    while (!_voice!.Push(piece, line.frequency)) yield return null;
                    yield return new WaitForSeconds(0.05f);
                }

                while (_voice!.IsSpeaking) yield return null;
            }
        }
    }
}
