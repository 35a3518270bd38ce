using System.Collections.Generic;

namespace UnityEngine
{
    public sealed class Mesh : Object
    {
        private readonly List<string> _shapes = new List<string>();

        public int blendShapeCount => _shapes.Count;

        public string GetBlendShapeName(int shapeIndex) => _shapes[shapeIndex];

        internal void AddShapes(IEnumerable<string> names) => _shapes.AddRange(names);
    }

    public class Renderer : Component
    {
    }

    public class SkinnedMeshRenderer : Renderer
    {
        private readonly Dictionary<int, float> _weights = new Dictionary<int, float>();

        public Mesh sharedMesh { get; set; }

        public float GetBlendShapeWeight(int index) => _weights.TryGetValue(index, out float value) ? value : 0f;

        public void SetBlendShapeWeight(int index, float value) => _weights[index] = value;
    }

    public enum HumanBodyBones
    {
        Spine = 7,
        Chest = 8,
        Neck = 9,
        Head = 10,
        LeftEye = 21,
        RightEye = 22,
        Jaw = 23,
        UpperChest = 54,
    }

    public class Animator : Behaviour
    {
        internal Dictionary<HumanBodyBones, Transform> Bones { get; } = new Dictionary<HumanBodyBones, Transform>();

        public bool isHuman => Bones.Count > 0;

        public Transform GetBoneTransform(HumanBodyBones humanBoneId) =>
            Bones.TryGetValue(humanBoneId, out Transform bone) ? bone : null;
    }
}

namespace UnityEngine.Events
{
    public delegate void UnityAction();

    public delegate void UnityAction<T0>(T0 arg0);

    public abstract class UnityEventBase
    {
    }

    public class UnityEvent : UnityEventBase
    {
        private event UnityAction Calls;

        public void AddListener(UnityAction call) => Calls += call;

        public void RemoveListener(UnityAction call) => Calls -= call;

        public void Invoke() => Calls?.Invoke();
    }

    public class UnityEvent<T0> : UnityEventBase
    {
        private event UnityAction<T0> Calls;

        public void AddListener(UnityAction<T0> call) => Calls += call;

        public void RemoveListener(UnityAction<T0> call) => Calls -= call;

        public void Invoke(T0 arg0) => Calls?.Invoke(arg0);
    }
}
