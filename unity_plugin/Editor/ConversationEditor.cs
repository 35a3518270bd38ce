#nullable enable
using UnityEditor;
using UnityEngine;
using VisAVis.Core;

namespace VisAVis.Editor
{
    /// <summary>Inspector of a conversation: the fields, and while playing how the connection is and who speaks.</summary>
    [CustomEditor(typeof(Conversation))]
    public sealed class ConversationEditor : UnityEditor.Editor
    {
        /// <inheritdoc/>
        public override void OnInspectorGUI()
        {
            var conversation = (Conversation)target;
            DrawDefaultInspector();
            EditorGUILayout.Space();
            if (GUILayout.Button("Test connection...")) ConnectionWindow.Open(conversation.Address);
            if (!Application.isPlaying) return;
            EditorGUILayout.LabelField("State", conversation.State.ToString());
            if (conversation.LastError.Length != 0) EditorGUILayout.HelpBox(conversation.LastError, MessageType.Warning);
            EditorGUILayout.LabelField("Heard", $"{conversation.HeardS:0.0} s");
            DrawSpeaking("A speaks", conversation.GetPose(Person.A));
            DrawSpeaking("B speaks", conversation.GetPose(Person.B));
            V1.PoseReading? reading = conversation.PoseReading;
            if (reading != null) EditorGUILayout.HelpBox(PoseDrawing.Words(reading), MessageType.Info);
            Repaint();
        }

        private static void DrawSpeaking(string label, FacePose pose)
        {
            Rect row = EditorGUILayout.GetControlRect();
            EditorGUI.ProgressBar(row, Mathf.Clamp01(pose.Speaking), label);
        }
    }
}
