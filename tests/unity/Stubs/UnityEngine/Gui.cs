namespace UnityEngine
{
    public struct Rect
    {
        public Rect(float x, float y, float width, float height)
        {
            this.x = x;
            this.y = y;
            this.width = width;
            this.height = height;
        }

        public float x { get; set; }

        public float y { get; set; }

        public float width { get; set; }

        public float height { get; set; }

        public Vector2 center => new Vector2(x + width / 2, y + height / 2);
    }

    public struct Color
    {
        public float r;
        public float g;
        public float b;
        public float a;

        public Color(float r, float g, float b)
        {
            this.r = r;
            this.g = g;
            this.b = b;
            a = 1f;
        }
    }

    public sealed class GUILayoutOption
    {
    }

    public class GUILayout
    {
        /// <summary>The button that is pressed in this drawing, by its text.</summary>
        internal static string Pressed { get; set; } = "";

        public static bool Button(string text, params GUILayoutOption[] options) => text == Pressed;

        public static GUILayoutOption Width(float width) => new GUILayoutOption();

        public static GUILayoutOption MinHeight(float minHeight) => new GUILayoutOption();
    }

    public class GUILayoutUtility
    {
        public static Rect GetRect(float width, float height) => new Rect(0f, 0f, width, height);
    }

    public class Application
    {
        public static bool isPlaying { get; internal set; }
    }

    public struct Keyframe
    {
        public Keyframe(float time, float value, float inTangent, float outTangent)
        {
            this.time = time;
            this.value = value;
            this.inTangent = inTangent;
            this.outTangent = outTangent;
        }

        public float time { get; set; }

        public float value { get; set; }

        public float inTangent { get; set; }

        public float outTangent { get; set; }
    }

    public class AnimationCurve
    {
        public AnimationCurve(params Keyframe[] keys)
        {
            this.keys = keys;
        }

        public Keyframe[] keys { get; set; }
    }

    public sealed class AnimationClip : Object
    {
        public float frameRate { get; set; }

        internal System.Collections.Generic.Dictionary<(string Path, string Property), AnimationCurve> Curves { get; }
            = new System.Collections.Generic.Dictionary<(string Path, string Property), AnimationCurve>();
    }
}
