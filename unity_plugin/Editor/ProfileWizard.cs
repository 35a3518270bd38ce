#nullable enable
using UnityEditor;
using UnityEngine;
using VisAVis.Core;

namespace VisAVis.Editor
{
    /// <summary>
    /// Looks at a character's blendshapes, says which kind of avatar it is and what is missing, and makes a profile asset
    /// from the best preset.
    /// </summary>
    public sealed class ProfileWizard : EditorWindow
    {
        private GameObject? _character;
        private CharacterReport? _report;
        private int _preset;
        private Vector2 _scroll;

        /// <summary>Opens the window.</summary>
        [MenuItem("Window/Vis-à-Vis/Profile Wizard")]
        public static void Open() => GetWindow<ProfileWizard>("Face Profile Wizard").Look(Selection.activeGameObject);

        /// <summary>Looks at a character.</summary>
        public void Look(GameObject? character)
        {
            _character = character;
            _report = character != null ? CharacterReport.Of(character) : null;
            if (_report?.Preset == null) return;
            for (int i = 0; i < ProfilePresets.All.Count; i++)
                if (ProfilePresets.All[i] == _report.Preset) _preset = i;
        }

        /// <summary>A profile of the chosen preset, as an asset at a path.</summary>
        public static FaceProfile MakeAsset(Profile preset, string path)
        {
            FaceProfile profile = CreateInstance<FaceProfile>();
            profile.CopyFrom(preset);
            AssetDatabase.CreateAsset(profile, path);
            AssetDatabase.SaveAssets();
            return profile;
        }

        private void OnGUI()
        {
            var chosen = (GameObject?)EditorGUILayout.ObjectField("Character", _character, typeof(GameObject), true);
            if (chosen != _character) Look(chosen);
            if (_report == null)
            {
                EditorGUILayout.HelpBox("Choose a character of the scene or a prefab.", MessageType.Info);
                return;
            }

            EditorGUILayout.HelpBox(_report.Summary, _report.Preset != null ? MessageType.Info : MessageType.Warning);
            for (int i = 0; i < _report.Scores.Count; i++)
                EditorGUI.ProgressBar(EditorGUILayout.GetControlRect(), _report.Scores[i], ProfilePresets.All[i].Title);
            EditorGUILayout.Space();
            _preset = EditorGUILayout.Popup("Preset", _preset, FaceProfileEditor.PresetTitles());
            if (GUILayout.Button("Make profile asset...")) Make();
            _scroll = EditorGUILayout.BeginScrollView(_scroll);
            foreach (string shape in _report.Shapes) EditorGUILayout.LabelField(shape);
            EditorGUILayout.EndScrollView();
        }

        private void Make()
        {
            string path = EditorUtility.SaveFilePanelInProject(
                "Face profile", $"{_character!.name} Face Profile", "asset", "Where to keep the profile");
            if (path.Length == 0) return;
            FaceProfile profile = MakeAsset(ProfilePresets.All[_preset], path);
            CharacterFace? face = _character.GetComponentInChildren<CharacterFace>();
            if (face != null)
            {
                Undo.RecordObject(face, "Use face profile");
                face.Profile = profile;
                EditorUtility.SetDirty(face);
            }

            EditorGUIUtility.PingObject(profile);
        }
    }
}
