using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;

namespace UnityEngine
{
    /// <summary>Sends the engine's messages to scripts, whatever their visibility, base classes included.</summary>
    internal static class Messages
    {
        private static readonly Dictionary<(Type, string), MethodInfo> Known = new Dictionary<(Type, string), MethodInfo>();
        private static readonly Dictionary<(object, string), Action> Bound = new Dictionary<(object, string), Action>();

        public static void Send(object to, string message)
        {
            MethodInfo method = Find(to.GetType(), message);
            if (method == null) return;
            // Bound once, so that sending allocates nothing.
            if (!Bound.TryGetValue((to, message), out Action action))
            {
                action = (Action)method.CreateDelegate(typeof(Action), to);
                Bound.Add((to, message), action);
            }

            action();
        }

        public static MethodInfo Find(Type type, string message)
        {
            if (Known.TryGetValue((type, message), out MethodInfo known)) return known;
            MethodInfo found = null;
            for (Type at = type; at != null && found == null; at = at.BaseType)
            {
                found = at.GetMethod(message, BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic
                    | BindingFlags.DeclaredOnly);
            }

            Known.Add((type, message), found);
            return found;
        }

        public static void Forget() => Bound.Clear();
    }

    /// <summary>The player loop: tests step it frame by frame.</summary>
    public static class Loop
    {
        private static readonly List<MonoBehaviour> Scripts = new List<MonoBehaviour>();
        private static MonoBehaviour[] _order = Array.Empty<MonoBehaviour>();
        private static bool _changed;

        /// <summary>What scripts have allocated in Update and LateUpdate since it was set to 0, bytes.</summary>
        public static long AllocatedByScripts { get; set; }

        /// <summary>Called between Update and LateUpdate, as animation is.</summary>
        public static event Action Animated;

        /// <summary>One frame: time moves on, sound is mixed, scripts run.</summary>
        public static void Step(float dt)
        {
            Time.Advance(dt);
            AudioEngine.MixUntil(Time.realtimeSinceStartupAsDouble);
            Run("Start");
            Run("Update");
            foreach (MonoBehaviour script in _order) script.Coroutines.RemoveAll(coroutine => !coroutine.Step());
            Animated?.Invoke();
            Run("LateUpdate");
        }

        /// <summary>The scripts of a kind that run.</summary>
        public static T[] All<T>() => Scripts.OfType<T>().ToArray();

        /// <summary>Everything as if the player had just been started.</summary>
        public static void Restart()
        {
            foreach (MonoBehaviour script in Scripts.ToArray()) Object.DestroyImmediate(script.gameObject);
            Scripts.Clear();
            _changed = true;
            Animated = null;
            Messages.Forget();
            Time.Reset();
            AudioEngine.Reset();
            Debug.Lines.Clear();
            Microphone.Reset();
        }

        internal static void Add(MonoBehaviour script)
        {
            Scripts.Add(script);
            _changed = true;
        }

        internal static void Remove(MonoBehaviour script)
        {
            Scripts.Remove(script);
            _changed = true;
        }

        private static void Run(string message)
        {
            if (_changed)
            {
                _order = Scripts.OrderBy(Order).ToArray();
                _changed = false;
            }

            foreach (MonoBehaviour script in _order)
            {
                if (script == null || !script.isActiveAndEnabled) continue;
                if (message == "Start")
                {
                    if (script.Started) continue;
                    script.Started = true;
                }

                long before = GC.GetAllocatedBytesForCurrentThread();
                Messages.Send(script, message);
                if (message != "Start") AllocatedByScripts += GC.GetAllocatedBytesForCurrentThread() - before;
            }
        }

        private static int Order(MonoBehaviour script)
        {
            object[] orders = script.GetType().GetCustomAttributes(typeof(DefaultExecutionOrder), true);
            return orders.Length == 0 ? 0 : ((DefaultExecutionOrder)orders[0]).order;
        }
    }

    public static class Time
    {
        private static double _now;

        public static float deltaTime { get; private set; }

        public static double realtimeSinceStartupAsDouble => _now;

        internal static void Advance(float dt)
        {
            deltaTime = dt;
            _now += dt;
        }

        internal static void Reset()
        {
            _now = 10;
            deltaTime = 0;
        }
    }

    public static class Debug
    {
        /// <summary>What was logged.</summary>
        public static List<string> Lines { get; } = new List<string>();

        public static void Log(object message) => Lines.Add("log: " + message);

        public static void Log(object message, Object context) => Lines.Add("log: " + message);

        public static void LogWarning(object message, Object context) => Lines.Add("warning: " + message);

        public static void LogError(object message, Object context) => Lines.Add("error: " + message);
    }
}
