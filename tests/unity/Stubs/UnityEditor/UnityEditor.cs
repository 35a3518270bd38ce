using System;
using System.Collections.Generic;
using System.Reflection;
using UnityEngine;
using Object = UnityEngine.Object;

namespace UnityEditor
{
    public sealed class CustomEditor : Attribute
    {
        public CustomEditor(Type inspectedType)
        {
            InspectedType = inspectedType;
        }

        internal Type InspectedType { get; }
    }

    [AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
    public sealed class MenuItem : Attribute
    {
        public MenuItem(string itemName)
        {
            menuItem = itemName;
        }

        public MenuItem(string itemName, bool isValidateFunction)
            : this(itemName)
        {
            validate = isValidateFunction;
        }

        public MenuItem(string itemName, bool isValidateFunction, int priority)
            : this(itemName, isValidateFunction)
        {
            this.priority = priority;
        }

        public string menuItem;
        public bool validate;
        public int priority;
    }

    public class Editor : ScriptableObject
    {
        public Object target { get; set; }

        public static Editor CreateEditor(Object targetObject, Type editorType)
        {
            var editor = (Editor)CreateInstance(editorType);
            editor.target = targetObject;
            return editor;
        }

        public bool DrawDefaultInspector() => false;

        public virtual void OnInspectorGUI()
        {
        }

        public void Repaint()
        {
        }
    }

    public class EditorWindow : ScriptableObject
    {
        private static readonly Dictionary<Type, EditorWindow> Open = new Dictionary<Type, EditorWindow>();

        public static T GetWindow<T>(string title)
            where T : EditorWindow
        {
            if (!Open.TryGetValue(typeof(T), out EditorWindow window)) Open[typeof(T)] = window = CreateInstance<T>();
            return (T)window;
        }

        public void Repaint()
        {
        }

        internal void Shut()
        {
            Open.Remove(GetType());
            GetType().GetMethod("OnDisable", BindingFlags.Instance | BindingFlags.NonPublic)?.Invoke(this, null);
        }
    }

    public enum MessageType
    {
        None,
        Info,
        Warning,
        Error,
    }

    /// <summary>Draws nothing; remembers the words, answers as a test has said.</summary>
    public sealed class EditorGUILayout
    {
        internal static List<string> Words { get; } = new List<string>();

        public static void Space()
        {
        }

        public static Rect BeginHorizontal(params GUILayoutOption[] options) => default;

        public static void EndHorizontal()
        {
        }

        public static Vector2 BeginScrollView(Vector2 scrollPosition, params GUILayoutOption[] options) => scrollPosition;

        public static void EndScrollView()
        {
        }

        public static int Popup(string label, int selectedIndex, string[] displayedOptions, params GUILayoutOption[] options) =>
            selectedIndex;

        public static void HelpBox(string message, MessageType type) => Words.Add($"{type}: {message}");

        public static void LabelField(string label, params GUILayoutOption[] options) => Words.Add(label);

        public static void LabelField(string label, string label2, params GUILayoutOption[] options) => Words.Add($"{label}: {label2}");

        public static string TextField(string label, string text, params GUILayoutOption[] options) => text;

        public static string PasswordField(string label, string password, params GUILayoutOption[] options) => password;

        public static string TextArea(string text, params GUILayoutOption[] options) => text;

        public static Object ObjectField(string label, Object obj, Type objType, bool allowSceneObjects,
            params GUILayoutOption[] options) => obj;

        public static Rect GetControlRect(params GUILayoutOption[] options) => default;
    }

    public sealed class EditorGUI
    {
        public static void ProgressBar(Rect position, float value, string text) => EditorGUILayout.Words.Add($"{text}: {value:0.00}");

        public static void BeginDisabledGroup(bool disabled)
        {
        }

        public static void EndDisabledGroup()
        {
        }

        public static void DrawRect(Rect rect, Color color)
        {
        }
    }

    public sealed class Handles
    {
        internal static List<Vector3> Discs { get; } = new List<Vector3>();

        public static Color color { get; set; }

        public static void DrawSolidDisc(Vector3 center, Vector3 normal, float radius) => Discs.Add(center);

        public static void DrawLine(Vector3 p1, Vector3 p2)
        {
        }
    }

    public class EditorUtility
    {
        /// <summary>The path that the next file panel answers.</summary>
        internal static string Answer { get; set; } = "";

        public static void SetDirty(Object target)
        {
        }

        public static string SaveFilePanelInProject(string title, string defaultName, string extension, string message) => Answer;
    }

    public sealed class EditorGUIUtility
    {
        public static void PingObject(Object obj)
        {
        }
    }

    public sealed class Undo
    {
        public static void RecordObject(Object objectToUndo, string name)
        {
        }

        public static void RegisterCreatedObjectUndo(Object objectToUndo, string name)
        {
        }

        public static T AddComponent<T>(GameObject gameObject)
            where T : Component => gameObject.AddComponent<T>();
    }

    public sealed class Selection
    {
        public static GameObject[] gameObjects { get; internal set; } = Array.Empty<GameObject>();

        public static GameObject activeGameObject
        {
            get => gameObjects.Length > 0 ? gameObjects[0] : null;
            set => gameObjects = new[] { value };
        }
    }

    public sealed class AssetDatabase
    {
        internal static Dictionary<string, Object> Assets { get; } = new Dictionary<string, Object>();

        public static void CreateAsset(Object asset, string path) => Assets[path] = asset;

        public static void SaveAssets()
        {
        }
    }

    public sealed class EditorApplication
    {
        private static readonly System.Diagnostics.Stopwatch Watch = System.Diagnostics.Stopwatch.StartNew();

        public delegate void CallbackFunction();

        public static CallbackFunction update;

        public static double timeSinceStartup => Watch.Elapsed.TotalSeconds;
    }

    public class SerializedObject
    {
        private readonly Object _target;

        public SerializedObject(Object obj)
        {
            _target = obj;
        }

        /// <summary>A field that is public or marked; null when there is none, as in the engine.</summary>
        public SerializedProperty FindProperty(string propertyPath)
        {
            FieldInfo field = _target.GetType().GetField(propertyPath, BindingFlags.Instance | BindingFlags.Public
                | BindingFlags.NonPublic);
            bool serialized = field != null && (field.IsPublic || field.GetCustomAttribute<SerializeField>() != null);
            return serialized ? new SerializedProperty(_target, field, -1) : null;
        }

        public bool ApplyModifiedProperties() => true;
    }

    public class SerializedProperty
    {
        private readonly Object _target;
        private readonly FieldInfo _field;
        private readonly int _index;

        internal SerializedProperty(Object target, FieldInfo field, int index)
        {
            _target = target;
            _field = field;
            _index = index;
        }

        public int arraySize
        {
            get => ((Array)_field.GetValue(_target)).Length;
            set => _field.SetValue(_target, Array.CreateInstance(_field.FieldType.GetElementType(), value));
        }

        public Object objectReferenceValue
        {
            get => (Object)(_index < 0 ? _field.GetValue(_target) : ((Array)_field.GetValue(_target)).GetValue(_index));
            set
            {
                if (_index < 0) _field.SetValue(_target, value);
                else ((Array)_field.GetValue(_target)).SetValue(value, _index);
            }
        }

        public SerializedProperty GetArrayElementAtIndex(int index) => new SerializedProperty(_target, _field, index);
    }

    public struct EditorCurveBinding
    {
        public string path;
        public string propertyName;
        public Type type;

        public static EditorCurveBinding FloatCurve(string inPath, Type inType, string inPropertyName) =>
            new EditorCurveBinding { path = inPath, type = inType, propertyName = inPropertyName };
    }

    public class AnimationUtility
    {
        public static string CalculateTransformPath(Transform targetTransform, Transform root)
        {
            string path = "";
            for (Transform at = targetTransform; at != root; at = at.parent) path = path.Length == 0 ? at.name : at.name + "/" + path;
            return path;
        }

        public static void SetEditorCurve(AnimationClip clip, EditorCurveBinding binding, AnimationCurve curve) =>
            clip.Curves[(binding.path, binding.propertyName)] = curve;
    }
}
