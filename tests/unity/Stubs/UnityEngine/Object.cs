using System;
using System.Collections.Generic;

namespace UnityEngine
{
    /// <summary>An engine object: equal to null once destroyed.</summary>
    public class Object
    {
        private string _name = "";
        private bool _destroyed;

        public virtual string name
        {
            get => _name;
            set => _name = value;
        }

        public static bool operator ==(Object x, Object y)
        {
            bool xGone = x is null || x._destroyed, yGone = y is null || y._destroyed;
            return xGone || yGone ? xGone && yGone : ReferenceEquals(x, y);
        }

        public static bool operator !=(Object x, Object y) => !(x == y);

        public static implicit operator bool(Object exists) => exists != null;

        public override bool Equals(object other) => other is Object o && this == o;

        public override int GetHashCode() => base.GetHashCode();

        public override string ToString() => $"{name} ({GetType().FullName})";

        public static void Destroy(Object obj) => DestroyImmediate(obj);

        public static void DestroyImmediate(Object obj)
        {
            if (obj == null) return;
            obj.OnDestroyed();
            obj._destroyed = true;
        }

        internal virtual void OnDestroyed()
        {
        }
    }

    public class ScriptableObject : Object
    {
        public static T CreateInstance<T>()
            where T : ScriptableObject => (T)CreateInstance(typeof(T));

        public static ScriptableObject CreateInstance(Type type)
        {
            var made = (ScriptableObject)Activator.CreateInstance(type);
            Messages.Send(made, "Awake");
            Messages.Send(made, "OnEnable");
            return made;
        }
    }

    public class TextAsset : Object
    {
        private readonly byte[] _bytes;

        public TextAsset(string text)
        {
            _bytes = System.Text.Encoding.UTF8.GetBytes(text);
        }

        internal TextAsset(byte[] bytes)
        {
            _bytes = bytes;
        }

        public string text => System.Text.Encoding.UTF8.GetString(_bytes);

        public byte[] bytes => _bytes;
    }

    public class Component : Object
    {
        public GameObject gameObject { get; internal set; }

        public Transform transform => gameObject.transform;

        public override string name
        {
            get => gameObject != null ? gameObject.name : "";
            set => gameObject.name = value;
        }

        public T GetComponent<T>() => gameObject.GetComponent<T>();

        public T GetComponentInParent<T>()
        {
            for (Transform at = transform; at != null; at = at.parent)
            {
                T found = at.gameObject.GetComponent<T>();
                if (found != null) return found;
            }

            return default;
        }

        public T GetComponentInChildren<T>() => gameObject.GetComponentInChildren<T>();

        public T[] GetComponentsInChildren<T>(bool includeInactive) => gameObject.GetComponentsInChildren<T>(includeInactive);
    }

    public class Behaviour : Component
    {
        private bool _enabled = true;

        public bool enabled
        {
            get => _enabled;
            set
            {
                bool before = isActiveAndEnabled;
                _enabled = value;
                EnabledChanged(before);
            }
        }

        public bool isActiveAndEnabled => _enabled && gameObject != null && gameObject.activeInHierarchy;

        internal virtual void EnabledChanged(bool before)
        {
        }
    }

    public class MonoBehaviour : Behaviour
    {
        private bool _awake;
        private bool _on;

        internal bool Started { get; set; }

        internal List<Coroutine> Coroutines { get; } = new List<Coroutine>();

        public Coroutine StartCoroutine(System.Collections.IEnumerator routine)
        {
            var coroutine = new Coroutine(routine);
            Coroutines.Add(coroutine);
            coroutine.Step();
            return coroutine;
        }

        internal void WakeUp()
        {
            if (!gameObject.activeInHierarchy) return;
            if (!_awake)
            {
                _awake = true;
                Messages.Send(this, "Awake");
            }

            if (isActiveAndEnabled && !_on)
            {
                _on = true;
                Messages.Send(this, "OnEnable");
                Loop.Add(this);
            }
        }

        internal void GoToSleep()
        {
            if (!_on) return;
            _on = false;
            Loop.Remove(this);
            Messages.Send(this, "OnDisable");
        }

        internal override void EnabledChanged(bool before)
        {
            if (isActiveAndEnabled) WakeUp();
            else GoToSleep();
        }

        internal override void OnDestroyed()
        {
            GoToSleep();
            if (_awake) Messages.Send(this, "OnDestroy");
            gameObject.Components.Remove(this);
        }
    }

    public class YieldInstruction
    {
    }

    public sealed class WaitForSeconds : YieldInstruction
    {
        public WaitForSeconds(float seconds)
        {
            Seconds = seconds;
        }

        internal float Seconds { get; }
    }

    public sealed class Coroutine : YieldInstruction
    {
        private readonly System.Collections.IEnumerator _routine;
        private double _continuesAt;

        internal Coroutine(System.Collections.IEnumerator routine)
        {
            _routine = routine;
        }

        internal bool Step()
        {
            if (Time.realtimeSinceStartupAsDouble < _continuesAt) return true;
            if (!_routine.MoveNext()) return false;
            _continuesAt = _routine.Current is WaitForSeconds wait ? Time.realtimeSinceStartupAsDouble + wait.Seconds : 0;
            return true;
        }
    }

    public sealed class GameObject : Object
    {
        private bool _active = true;

        public GameObject()
            : this("New Game Object")
        {
        }

        public GameObject(string name)
        {
            this.name = name;
            transform = new Transform { gameObject = this };
            Components.Add(transform);
        }

        public GameObject(string name, params Type[] components)
            : this(name)
        {
            foreach (Type type in components) AddComponent(type);
        }

        public Transform transform { get; }

        public bool activeSelf => _active;

        public bool activeInHierarchy => _active && (transform.parent == null || transform.parent.gameObject.activeInHierarchy);

        internal List<Component> Components { get; } = new List<Component>();

        public void SetActive(bool value)
        {
            _active = value;
            foreach (Component component in GetComponentsInChildren<Component>(true))
            {
                if (!(component is MonoBehaviour script)) continue;
                if (script.isActiveAndEnabled) script.WakeUp();
                else if (!script.gameObject.activeInHierarchy) script.GoToSleep();
                else script.WakeUp();
            }
        }

        public T AddComponent<T>()
            where T : Component => (T)AddComponent(typeof(T));

        public Component AddComponent(Type componentType)
        {
            foreach (RequireComponent required in componentType.GetCustomAttributes(typeof(RequireComponent), true))
            {
                if (!Components.Exists(c => required.m_Type0.IsInstanceOfType(c))) AddComponent(required.m_Type0);
            }

            var made = (Component)Activator.CreateInstance(componentType);
            made.gameObject = this;
            Components.Add(made);
            (made as MonoBehaviour)?.WakeUp();
            return made;
        }

        public T GetComponent<T>()
        {
            foreach (Component component in Components)
                if (component is T found) return found;
            return default;
        }

        public T GetComponentInChildren<T>()
        {
            T[] found = GetComponentsInChildren<T>(false);
            return found.Length > 0 ? found[0] : default;
        }

        public T[] GetComponentsInChildren<T>(bool includeInactive)
        {
            var found = new List<T>();
            Collect(transform, includeInactive, found);
            return found.ToArray();
        }

        internal override void OnDestroyed()
        {
            foreach (Transform child in transform.Children.ToArray()) DestroyImmediate(child.gameObject);
            foreach (Component component in Components.ToArray()) DestroyImmediate(component);
            transform.SetParent(null);
        }

        private static void Collect<T>(Transform at, bool includeInactive, List<T> found)
        {
            if (!includeInactive && !at.gameObject.activeInHierarchy) return;
            foreach (Component component in at.gameObject.Components)
                if (component is T wanted) found.Add(wanted);
            foreach (Transform child in at.Children) Collect(child, includeInactive, found);
        }
    }
}
