using System.Collections.Generic;
using System.Linq;

namespace UnityEngine
{
    public struct BoneWeight
    {
        public float weight0 { get; set; }

        public float weight1 { get; set; }

        public int boneIndex0 { get; set; }

        public int boneIndex1 { get; set; }
    }

    /// <summary>A rigid transformation; the stub knows no others.</summary>
    public struct Matrix4x4
    {
        internal Vector3 Position;
        internal Quaternion Rotation;

        public static Matrix4x4 operator *(Matrix4x4 lhs, Matrix4x4 rhs) => new Matrix4x4
        {
            Position = lhs.Position + lhs.Rotation * rhs.Position,
            Rotation = lhs.Rotation * rhs.Rotation,
        };

        public Vector3 MultiplyPoint3x4(Vector3 point) => Position + Rotation * point;
    }

    public struct Bounds
    {
        public Bounds(Vector3 center, Vector3 size)
        {
            this.center = center;
            this.size = size;
        }

        public Vector3 center { get; set; }

        public Vector3 size { get; set; }
    }

    public sealed class Mesh : Object
    {
        private readonly List<string> _shapes = new List<string>();
        private readonly List<Vector3[]> _moves = new List<Vector3[]>();
        private readonly List<int[]> _triangles = new List<int[]>();

        public int blendShapeCount => _shapes.Count;

        public Vector3[] vertices { get; set; } = System.Array.Empty<Vector3>();

        public Vector3[] normals { get; private set; } = System.Array.Empty<Vector3>();

        public BoneWeight[] boneWeights { get; set; }

        public Matrix4x4[] bindposes { get; set; }

        public int subMeshCount
        {
            get => _triangles.Count;
            set
            {
                while (_triangles.Count < value) _triangles.Add(System.Array.Empty<int>());
            }
        }

        public int[] triangles
        {
            get => _triangles.SelectMany(part => part).ToArray();
            set
            {
                _triangles.Clear();
                _triangles.Add(value);
            }
        }

        public string GetBlendShapeName(int shapeIndex) => _shapes[shapeIndex];

        public void SetTriangles(int[] triangles, int submesh) => _triangles[submesh] = triangles;

        public void AddBlendShapeFrame(string shapeName, float frameWeight, Vector3[] deltaVertices, Vector3[] deltaNormals,
            Vector3[] deltaTangents)
        {
            _shapes.Add(shapeName);
            _moves.Add(deltaVertices);
        }

        public void RecalculateBounds()
        {
        }

        public void RecalculateNormals()
        {
            var sums = new Vector3[vertices.Length];
            int[] all = triangles;
            for (int i = 0; i < all.Length; i += 3)
            {
                Vector3 a = vertices[all[i]], b = vertices[all[i + 1]], c = vertices[all[i + 2]];
                Vector3 normal = Vector3.Cross(b - a, c - a);
                for (int corner = i; corner < i + 3; corner++) sums[all[corner]] += normal;
            }

            normals = System.Array.ConvertAll(sums, sum => sum.normalized);
        }

        internal Vector3[] MovesOf(string shape) => _moves[_shapes.IndexOf(shape)];

        internal void AddShapes(IEnumerable<string> names) => _shapes.AddRange(names);
    }

    public sealed class Shader : Object
    {
        /// <summary>What a build was left without.</summary>
        internal static bool Stripped { get; set; }

        public static Shader Find(string name) => Stripped ? null : new Shader { name = name };
    }

    public class Material : Object
    {
        public Material(Shader shader)
        {
            name = shader.name;
        }

        public Material(Material source)
        {
            name = source.name;
        }

        public Color color { get; set; }
    }

    public class Renderer : Component
    {
        public Material[] sharedMaterials { get; set; }

        public Bounds localBounds { get; set; }
    }

    public class MeshRenderer : Renderer
    {
    }

    public sealed class MeshFilter : Component
    {
        public Mesh sharedMesh { get; set; }
    }

    public class SkinnedMeshRenderer : Renderer
    {
        private readonly Dictionary<int, float> _weights = new Dictionary<int, float>();

        public Mesh sharedMesh { get; set; }

        public Transform[] bones { get; set; }

        public Transform rootBone { get; set; }

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

namespace UnityEngine.Rendering
{
    public abstract class RenderPipelineAsset : ScriptableObject
    {
        public virtual Material defaultMaterial => null;

        public virtual Shader defaultShader => null;
    }

    public sealed class GraphicsSettings : Object
    {
        public static RenderPipelineAsset currentRenderPipeline { get; internal set; }
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
