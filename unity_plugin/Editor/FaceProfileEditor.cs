#nullable enable
using System;
using UnityEditor;
using UnityEngine;
using VisAVis.Core;

namespace VisAVis.Editor
{
    /// <summary>Inspector of a face profile: the fields, and a row that fills them from a preset.</summary>
    [CustomEditor(typeof(FaceProfile))]
    public sealed class FaceProfileEditor : UnityEditor.Editor
    {
        private int _preset;

        /// <inheritdoc/>
        public override void OnInspectorGUI()
        {
            DrawDefaultInspector();
            EditorGUILayout.Space();
            EditorGUILayout.BeginHorizontal();
            _preset = EditorGUILayout.Popup("Preset", _preset, PresetTitles());
            if (GUILayout.Button("Fill", GUILayout.Width(60f)))
            {
                Undo.RecordObject(target, "Fill face profile");
                ((FaceProfile)target).CopyFrom(ProfilePresets.All[_preset]);
                EditorUtility.SetDirty(target);
            }

            EditorGUILayout.EndHorizontal();
            string problem = ProblemOf((FaceProfile)target);
            if (problem.Length != 0) EditorGUILayout.HelpBox(problem, MessageType.Error);
        }

        /// <summary>The presets' names for people, in their order.</summary>
        internal static string[] PresetTitles()
        {
            var titles = new string[ProfilePresets.All.Count];
            for (int i = 0; i < titles.Length; i++) titles[i] = ProfilePresets.All[i].Title;
            return titles;
        }

        /// <summary>What is wrong with a profile; empty when nothing is.</summary>
        internal static string ProblemOf(FaceProfile profile)
        {
            try
            {
                _ = new ProfileMapper(profile.ToProfile(), Array.Empty<string>());
                return "";
            }
            catch (ArgumentException error)
            {
                return error.Message;
            }
        }
    }
}
