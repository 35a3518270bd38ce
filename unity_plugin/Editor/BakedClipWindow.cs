#nullable enable
using System.IO;
using UnityEditor;
using UnityEngine;
using VisAVis.Core;

namespace VisAVis.Editor
{
    /// <summary>Makes an AnimationClip from a baked face, for a character.</summary>
    public sealed class BakedClipWindow : EditorWindow
    {
        private TextAsset? _file;
        private GameObject? _character;
        private FaceProfile? _profile;
        private string _message = "";
        private bool _failed;

        /// <summary>Opens the window.</summary>
        [MenuItem("Window/Vis-à-Vis/Baked Face to Animation Clip")]
        public static void Open() => GetWindow<BakedClipWindow>("Baked Face");

        private void OnGUI()
        {
            EditorGUILayout.HelpBox("visavis bake lines.wav --format arkit-csv --out DIR writes a.csv and b.csv.", MessageType.Info);
            _file = (TextAsset?)EditorGUILayout.ObjectField("Baked face", _file, typeof(TextAsset), false);
            _character = (GameObject?)EditorGUILayout.ObjectField("Character", _character, typeof(GameObject), true);
            _profile = (FaceProfile?)EditorGUILayout.ObjectField("Profile (optional)", _profile, typeof(FaceProfile), false);
            EditorGUI.BeginDisabledGroup(_file == null || _character == null);
            if (GUILayout.Button("Make animation clip...")) Make();
            EditorGUI.EndDisabledGroup();
            if (_message.Length != 0) EditorGUILayout.HelpBox(_message, _failed ? MessageType.Error : MessageType.Info);
        }

        private void Make()
        {
            string path = EditorUtility.SaveFilePanelInProject(
                "Animation clip", $"{_character!.name} {_file!.name}", "anim", "Where to keep the clip");
            if (path.Length == 0) return;
            try
            {
                BakedFace baked = BakedFace.Parse(_file.text);
                AnimationClip clip = BakedClipMaker.Make(baked, _character, _profile);
                AssetDatabase.CreateAsset(clip, path);
                AssetDatabase.SaveAssets();
                _message = $"{path}: {baked.Count} frames, {baked.DurationS:0.0} s";
                _failed = false;
            }
            catch (InvalidDataException error)
            {
                _message = $"{_file.name}: {error.Message}";
                _failed = true;
            }
        }
    }
}
