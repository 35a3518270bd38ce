#nullable enable
using System;
using UnityEditor;
using UnityEngine;
using VisAVis.Core;

namespace VisAVis.Editor
{
    /// <summary>Finds a character's meshes and bones and writes them into its face component.</summary>
    public static class CharacterSetup
    {
        private static readonly (string Field, HumanBodyBones[] Human, string[] Names)[] Bones =
        {
            ("leftEye", new[] { HumanBodyBones.LeftEye }, new[] { "lefteye", "eyel", "leyeball", "facialleye", "eyeleft" }),
            ("rightEye", new[] { HumanBodyBones.RightEye }, new[] { "righteye", "eyer", "reyeball", "facialreye", "eyeright" }),
            ("head", new[] { HumanBodyBones.Head }, new[] { "head" }),
            ("neck", new[] { HumanBodyBones.Neck }, new[] { "neck", "neck1", "neck01", "necktwist01" }),
            ("chest", new[] { HumanBodyBones.UpperChest, HumanBodyBones.Chest, HumanBodyBones.Spine },
                new[] { "upperchest", "chest", "spine2", "spine02", "spine03" }),
        };

        /// <summary>Fills meshes and bones of a face; what is not found stays empty. Can be undone.</summary>
        public static void Fill(CharacterFace face)
        {
            Undo.RecordObject(face, "Find meshes and bones");
            var fields = new SerializedObject(face);
            SkinnedMeshRenderer[] meshes = CharacterReport.Of(face.gameObject).Meshes;
            SerializedProperty list = fields.FindProperty("meshes");
            list.arraySize = meshes.Length;
            for (int i = 0; i < meshes.Length; i++) list.GetArrayElementAtIndex(i).objectReferenceValue = meshes[i];
            foreach ((string field, HumanBodyBones[] human, string[] names) in Bones)
            {
                Transform? bone = FindBone(face.gameObject, human, names);
                if (bone != null) fields.FindProperty(field).objectReferenceValue = bone;
            }

            fields.ApplyModifiedProperties();
            EditorUtility.SetDirty(face);
        }

        /// <summary>The bone of a humanoid avatar, else the first whose name, plainly written, is one of those given.</summary>
        public static Transform? FindBone(GameObject root, HumanBodyBones[] human, string[] names)
        {
            Animator? animator = root.GetComponentInChildren<Animator>();
            if (animator != null && animator.isHuman)
            {
                foreach (HumanBodyBones bone in human)
                {
                    Transform? found = animator.GetBoneTransform(bone);
                    if (found != null) return found;
                }
            }

            foreach (string name in names)
            {
                foreach (Transform bone in root.GetComponentsInChildren<Transform>(true))
                    if (Plain(bone.name) == name) return bone;
            }

            return null;
        }

        /// <summary>Two characters and a conversation between them, each with face, gaze and voice.</summary>
        public static Conversation MakeConversation(GameObject a, GameObject b)
        {
            var holder = new GameObject("Conversation");
            Undo.RegisterCreatedObjectUndo(holder, "Make conversation");
            Conversation conversation = Undo.AddComponent<Conversation>(holder);
            Undo.AddComponent<ConversationEvents>(holder);
            CharacterFace faceA = Equip(a, conversation, Person.A);
            CharacterFace faceB = Equip(b, conversation, Person.B);
            faceA.GetComponent<CharacterGaze>().Partner = faceB;
            faceB.GetComponent<CharacterGaze>().Partner = faceA;
            conversation.SetCharacters(faceA, faceB);
            EditorUtility.SetDirty(conversation);
            return conversation;
        }

        private static CharacterFace Equip(GameObject character, Conversation conversation, Person person)
        {
            CharacterFace face = GetOrAdd<CharacterFace>(character);
            GetOrAdd<CharacterGaze>(character);
            face.Source = conversation;
            face.Person = person;
            Fill(face);
            Transform mouth = FindBone(character, new[] { HumanBodyBones.Head }, new[] { "head" }) ?? character.transform;
            var voice = new GameObject("Voice");
            Undo.RegisterCreatedObjectUndo(voice, "Make conversation");
            voice.transform.SetParent(mouth);
            voice.transform.SetPositionAndRotation(mouth.position, character.transform.rotation);
            AudioSource source = Undo.AddComponent<AudioSource>(voice);
            source.playOnAwake = false;
            source.spatialBlend = 1f;
            ClipVoice clips = Undo.AddComponent<ClipVoice>(voice);
            clips.Conversation = conversation;
            clips.VoiceOf = person == Person.A ? VoiceOf.A : VoiceOf.B;
            clips.AudioSource = source;
            EditorUtility.SetDirty(face);
            return face;
        }

        private static T GetOrAdd<T>(GameObject holder)
            where T : Component
        {
            T? found = holder.GetComponent<T>();
            return found != null ? found : Undo.AddComponent<T>(holder);
        }

        /// <summary>Without case, separators and the prefixes that exporters put before a bone's name.</summary>
        internal static string Plain(string name)
        {
            int colon = name.LastIndexOf(':');
            string plain = name.Substring(colon + 1).Replace("_", "").Replace("-", "").Replace(" ", "").Replace(".", "");
            plain = plain.ToLowerInvariant();
            foreach (string prefix in new[] { "ccbase", "jbipc", "jbipl", "jbipr", "jadjl", "jadjr", "bip01", "def" })
                if (plain.StartsWith(prefix, StringComparison.Ordinal)) plain = plain.Substring(prefix.Length);
            return plain;
        }
    }
}
