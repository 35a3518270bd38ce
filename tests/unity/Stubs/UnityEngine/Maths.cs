using System;

namespace UnityEngine
{
    public struct Vector2
    {
        public float x;
        public float y;

        public Vector2(float x, float y)
        {
            this.x = x;
            this.y = y;
        }
    }

    public struct Vector3
    {
        public float x;
        public float y;
        public float z;

        public Vector3(float x, float y, float z)
        {
            this.x = x;
            this.y = y;
            this.z = z;
        }

        public static Vector3 zero => new Vector3(0f, 0f, 0f);

        public static Vector3 one => new Vector3(1f, 1f, 1f);

        public static Vector3 up => new Vector3(0f, 1f, 0f);

        public static Vector3 down => new Vector3(0f, -1f, 0f);

        public static Vector3 right => new Vector3(1f, 0f, 0f);

        public static Vector3 left => new Vector3(-1f, 0f, 0f);

        public static Vector3 forward => new Vector3(0f, 0f, 1f);

        public float magnitude => (float)Math.Sqrt(x * x + y * y + z * z);

        public Vector3 normalized => magnitude > 1e-5f ? this / magnitude : zero;

        public static Vector3 operator +(Vector3 a, Vector3 b) => new Vector3(a.x + b.x, a.y + b.y, a.z + b.z);

        public static Vector3 operator -(Vector3 a, Vector3 b) => new Vector3(a.x - b.x, a.y - b.y, a.z - b.z);

        public static Vector3 operator -(Vector3 a) => new Vector3(-a.x, -a.y, -a.z);

        public static Vector3 operator *(float d, Vector3 a) => new Vector3(d * a.x, d * a.y, d * a.z);

        public static Vector3 operator *(Vector3 a, float d) => d * a;

        public static Vector3 operator /(Vector3 a, float d) => new Vector3(a.x / d, a.y / d, a.z / d);

        public static float Dot(Vector3 a, Vector3 b) => a.x * b.x + a.y * b.y + a.z * b.z;

        public static Vector3 Cross(Vector3 a, Vector3 b) =>
            new Vector3(a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x);

        public static float Distance(Vector3 a, Vector3 b) => (a - b).magnitude;

        public static float Angle(Vector3 a, Vector3 b) =>
            (float)Math.Atan2(Cross(a, b).magnitude, Dot(a, b)) * Mathf.Rad2Deg;

        public static Vector3 Lerp(Vector3 a, Vector3 b, float t) => a + Mathf.Clamp01(t) * (b - a);

        public override string ToString() => $"({x:0.000}, {y:0.000}, {z:0.000})";
    }

    public struct Quaternion
    {
        public float x;
        public float y;
        public float z;
        public float w;

        public Quaternion(float x, float y, float z, float w)
        {
            this.x = x;
            this.y = y;
            this.z = z;
            this.w = w;
        }

        public static Quaternion identity => new Quaternion(0f, 0f, 0f, 1f);

        public static Quaternion operator *(Quaternion a, Quaternion b) => new Quaternion(
            a.w * b.x + a.x * b.w + a.y * b.z - a.z * b.y,
            a.w * b.y + a.y * b.w + a.z * b.x - a.x * b.z,
            a.w * b.z + a.z * b.w + a.x * b.y - a.y * b.x,
            a.w * b.w - a.x * b.x - a.y * b.y - a.z * b.z);

        public static Vector3 operator *(Quaternion q, Vector3 v)
        {
            var axis = new Vector3(q.x, q.y, q.z);
            Vector3 t = 2f * Vector3.Cross(axis, v);
            return v + q.w * t + Vector3.Cross(axis, t);
        }

        public static Quaternion Inverse(Quaternion q) => new Quaternion(-q.x, -q.y, -q.z, q.w);

        public static float Dot(Quaternion a, Quaternion b) => a.x * b.x + a.y * b.y + a.z * b.z + a.w * b.w;

        public static float Angle(Quaternion a, Quaternion b) =>
            2f * Mathf.Rad2Deg * (float)Math.Acos(Math.Min(1.0, Math.Abs(Dot(a, b))));

        public static Quaternion AngleAxis(float angle, Vector3 axis)
        {
            double half = 0.5 * angle * Mathf.Deg2Rad;
            Vector3 n = axis.normalized * (float)Math.Sin(half);
            return new Quaternion(n.x, n.y, n.z, (float)Math.Cos(half));
        }

        public static Quaternion Euler(float x, float y, float z) =>
            AngleAxis(y, Vector3.up) * AngleAxis(x, Vector3.right) * AngleAxis(z, Vector3.forward);

        public static Quaternion LookRotation(Vector3 forward, Vector3 upwards)
        {
            Vector3 f = forward.normalized;
            float yaw = (float)Math.Atan2(f.x, f.z) * Mathf.Rad2Deg;
            float pitch = -(float)Math.Asin(Mathf.Clamp(f.y, -1f, 1f)) * Mathf.Rad2Deg;
            return Euler(pitch, yaw, 0f);
        }

        public static Quaternion Slerp(Quaternion a, Quaternion b, float t)
        {
            t = Mathf.Clamp01(t);
            float dot = Dot(a, b);
            if (dot < 0f)
            {
                b = new Quaternion(-b.x, -b.y, -b.z, -b.w);
                dot = -dot;
            }

            double angle = Math.Acos(Math.Min(1.0, dot));
            double sine = Math.Sin(angle);
            float u = sine < 1e-5 ? 1f - t : (float)(Math.Sin((1 - t) * angle) / sine);
            float v = sine < 1e-5 ? t : (float)(Math.Sin(t * angle) / sine);
            var q = new Quaternion(u * a.x + v * b.x, u * a.y + v * b.y, u * a.z + v * b.z, u * a.w + v * b.w);
            float length = (float)Math.Sqrt(Dot(q, q));
            return new Quaternion(q.x / length, q.y / length, q.z / length, q.w / length);
        }

        public override string ToString() => $"({x:0.000}, {y:0.000}, {z:0.000}, {w:0.000})";
    }

    public struct Mathf
    {
        public const float Deg2Rad = (float)Math.PI / 180f;
        public const float Rad2Deg = 180f / (float)Math.PI;

        public static float Abs(float f) => Math.Abs(f);

        public static float Min(float a, float b) => Math.Min(a, b);

        public static float Max(float a, float b) => Math.Max(a, b);

        public static float Max(params float[] values)
        {
            float most = values[0];
            foreach (float value in values) most = Math.Max(most, value);
            return most;
        }

        public static float Clamp(float value, float min, float max) => Math.Min(Math.Max(value, min), max);

        public static float Clamp01(float value) => Clamp(value, 0f, 1f);

        public static float MoveTowards(float current, float target, float maxDelta) =>
            current + Clamp(target - current, -maxDelta, maxDelta);

        public static float DeltaAngle(float current, float target)
        {
            float delta = (target - current) % 360f;
            if (delta > 180f) delta -= 360f;
            if (delta < -180f) delta += 360f;
            return delta;
        }

        public static float Sin(float f) => (float)Math.Sin(f);

        public static float Cos(float f) => (float)Math.Cos(f);
    }
}
