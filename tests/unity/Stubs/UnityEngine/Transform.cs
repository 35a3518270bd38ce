using System.Collections.Generic;

namespace UnityEngine
{
    public class Transform : Component
    {
        private Transform _parent;

        internal List<Transform> Children { get; } = new List<Transform>();

        public Transform parent
        {
            get => _parent;
            set => SetParent(value);
        }

        public int childCount => Children.Count;

        public Vector3 localPosition { get; set; } = Vector3.zero;

        public Quaternion localRotation { get; set; } = Quaternion.identity;

        public Vector3 localScale { get; set; } = Vector3.one;

        public Vector3 position
        {
            get => _parent == null ? localPosition : _parent.TransformPoint(localPosition);
            set => localPosition = _parent == null ? value : _parent.InverseTransformPoint(value);
        }

        public Quaternion rotation
        {
            get => _parent == null ? localRotation : _parent.rotation * localRotation;
            set => localRotation = _parent == null ? value : Quaternion.Inverse(_parent.rotation) * value;
        }

        public Vector3 forward => rotation * Vector3.forward;

        public Vector3 right => rotation * Vector3.right;

        public Vector3 up => rotation * Vector3.up;

        public Matrix4x4 localToWorldMatrix => new Matrix4x4 { Position = position, Rotation = rotation };

        public Matrix4x4 worldToLocalMatrix => new Matrix4x4
        {
            Position = Quaternion.Inverse(rotation) * -position,
            Rotation = Quaternion.Inverse(rotation),
        };

        public Transform GetChild(int index) => Children[index];

        public void SetParent(Transform p)
        {
            if (_parent is object) _parent.Children.Remove(this);
            _parent = p;
            if (p is object) p.Children.Add(this);
        }

        public void SetPositionAndRotation(Vector3 position, Quaternion rotation)
        {
            this.position = position;
            this.rotation = rotation;
        }

        public Vector3 TransformPoint(Vector3 p) => position + rotation * Scaled(p);

        public Vector3 InverseTransformPoint(Vector3 p)
        {
            Vector3 local = Quaternion.Inverse(rotation) * (p - position);
            return new Vector3(local.x / localScale.x, local.y / localScale.y, local.z / localScale.z);
        }

        private Vector3 Scaled(Vector3 p) => new Vector3(p.x * localScale.x, p.y * localScale.y, p.z * localScale.z);
    }
}
