#nullable enable
using UnityEditor;
using UnityEngine;

namespace VisAVis.Editor
{
    /// <summary>Inspector of a character's face: the fields, what is missing, and a button that finds bones and meshes.</summary>
    [CustomEditor(typeof(CharacterFace))]
    public sealed class CharacterFaceEditor : UnityEditor.Editor
    {
        /// <inheritdoc/>
        public override void OnInspectorGUI()
        {
            var face = (CharacterFace)target;
            DrawDefaultInspector();
            EditorGUILayout.Space();
            if (GUILayout.Button("Find meshes and bones")) CharacterSetup.Fill(face);
            if (face.Source == null)
                EditorGUILayout.HelpBox("Give it a source: a Conversation or a Baked Conversation.", MessageType.Warning);
            CharacterReport report = CharacterReport.Of(face.gameObject);
            EditorGUILayout.HelpBox(report.Summary, report.Preset != null ? MessageType.Info : MessageType.Warning);
            if (Application.isPlaying && face.ProfileInUse.Length != 0)
                EditorGUILayout.LabelField("In use", face.ProfileInUse);
        }
    }
}
