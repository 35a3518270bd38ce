#nullable enable
using System;
using System.Collections.Generic;
using System.Linq;
using UnityEngine;
using UnityEngine.Rendering;
using VisAVis.Core;

namespace VisAVis
{
    /// <summary>
    /// A head to try things with: builds the open head (CC0) with its ARKit blendshapes, eye, neck and chest bones, and a
    /// <see cref="CharacterFace"/> and <see cref="CharacterGaze"/> that know them.
    /// </summary>
    [AddComponentMenu("Vis-à-Vis/Open Head")]
    [DefaultExecutionOrder(-200)]
    public sealed class OpenHead : MonoBehaviour
    {
        #region Settings

        [SerializeField, Tooltip("The file open_head.bytes of the package.")]
        private TextAsset? data;

        [SerializeField, Tooltip("Height of the eyes above this object, metres.")]
        private float eyeHeight = 1.6f;

        [SerializeField, Tooltip("Colour of the skin.")]
        private Color skin = new Color(0.88f, 0.70f, 0.59f);

        [SerializeField, Tooltip("Colour of the clothes.")]
        private Color clothes = new Color(0.30f, 0.36f, 0.50f);

        #endregion

        #region Public methods

        /// <summary>Makes a character who stands at a position and looks along a direction.</summary>
        public static CharacterFace Make(string name, TextAsset data, Vector3 position, Vector3 facing, Color clothes)
        {
            var holder = new GameObject(name);
            holder.SetActive(false);
            holder.transform.SetPositionAndRotation(position, Quaternion.LookRotation(facing, Vector3.up));
            OpenHead head = holder.AddComponent<OpenHead>();
            head.data = data;
            head.clothes = clothes;
            holder.SetActive(true);
            return holder.GetComponent<CharacterFace>();
        }

        #endregion

        #region MonoBehaviour

        private void Awake()
        {
            if (data == null)
            {
                Debug.LogError("Vis-à-Vis: the open head needs its file open_head.bytes", this);
                return;
            }

            Build(OpenHeadData.Read(data.bytes));
        }

        #endregion

        #region Private members

        private static readonly string[] EyeParts = { "eyeball", "iris", "pupil" };

        private void Build(OpenHeadData head)
        {
            Vector3 leftEye = Convert.Raw(head.Joints[3]), rightEye = Convert.Raw(head.Joints[4]);
            float neckHeight = eyeHeight - 0.5f * (leftEye.y + rightEye.y);
            Transform chest = Bone("Chest", transform, new Vector3(0f, neckHeight, 0f) + Convert.Raw(head.Joints[0]));
            Transform skull = Bone("Head", chest, new Vector3(0f, neckHeight, 0f));
            Transform left = Bone("LeftEye", skull, new Vector3(0f, neckHeight, 0f) + leftEye);
            Transform right = Bone("RightEye", skull, new Vector3(0f, neckHeight, 0f) + rightEye);
            SkinnedMeshRenderer face = MakeFace(head, chest, skull);
            MakeEye(head, left, leftEye, vertex => vertex.x < 0f);
            MakeEye(head, right, rightEye, vertex => vertex.x > 0f);

            CharacterFace character = GetComponent<CharacterFace>();
            if (character == null) character = gameObject.AddComponent<CharacterFace>();
            if (GetComponent<CharacterGaze>() == null) gameObject.AddComponent<CharacterGaze>();
            character.Assign(new[] { face }, skull, null, chest, left, right);
        }

        private SkinnedMeshRenderer MakeFace(OpenHeadData head, Transform chest, Transform skull)
        {
            var parts = head.Parts.Where(part => !EyeParts.Contains(part.Name)).ToList();
            Vector3[] rest = Array.ConvertAll(head.Vertices, Convert.Raw);
            var mesh = new Mesh { name = "Open head", vertices = rest, subMeshCount = parts.Count };
            for (int i = 0; i < parts.Count; i++) mesh.SetTriangles(parts[i].Triangles, i);
            mesh.RecalculateNormals();
            Vector3[] normals = mesh.normals;
            var turned = new Mesh { vertices = rest, triangles = mesh.triangles };
            foreach ((string name, int[] vertices, System.Numerics.Vector3[] offsets) in head.Shapes)
            {
                var moves = new Vector3[rest.Length];
                var moved = (Vector3[])rest.Clone();
                for (int i = 0; i < vertices.Length; i++)
                {
                    moves[vertices[i]] = Convert.Raw(offsets[i]);
                    moved[vertices[i]] += moves[vertices[i]];
                }

                turned.vertices = moved;
                turned.RecalculateNormals();
                Vector3[] turns = turned.normals;
                for (int i = 0; i < turns.Length; i++) turns[i] -= normals[i];
                mesh.AddBlendShapeFrame(name, 100f, moves, turns, null);
            }

            Destroy(turned);
            mesh.boneWeights = Array.ConvertAll(head.HeadShares, share => new BoneWeight
            {
                boneIndex0 = 1,
                weight0 = share,
                boneIndex1 = 0,
                weight1 = 1f - share,
            });
            // The mesh lies about the neck joint, which is where the head bone is.
            Matrix4x4 mesh2World = skull.localToWorldMatrix;
            mesh.bindposes = new[] { chest.worldToLocalMatrix * mesh2World, skull.worldToLocalMatrix * mesh2World };
            mesh.RecalculateBounds();

            var holder = new GameObject("Face");
            holder.transform.SetParent(transform);
            holder.transform.SetPositionAndRotation(skull.position, skull.rotation);
            SkinnedMeshRenderer renderer = holder.AddComponent<SkinnedMeshRenderer>();
            renderer.sharedMesh = mesh;
            renderer.bones = new[] { chest, skull };
            renderer.rootBone = skull;
            renderer.localBounds = new Bounds(Vector3.zero, new Vector3(0.8f, 0.8f, 0.8f));
            renderer.sharedMaterials = parts.ConvertAll(part => MakeMaterial(part.Name)).ToArray();
            return renderer;
        }

        /// <summary>The parts of one eye as a mesh of their own about the eye's centre, so that its bone turns it.</summary>
        private void MakeEye(OpenHeadData head, Transform bone, Vector3 centre, Predicate<Vector3> isOn)
        {
            var vertices = new List<Vector3>();
            var places = new Dictionary<int, int>();
            var triangles = new List<int[]>();
            var materials = new List<Material?>();
            foreach ((string name, int[] all) in head.Parts)
            {
                if (!EyeParts.Contains(name)) continue;
                var own = new List<int>();
                for (int i = 0; i < all.Length; i += 3)
                {
                    if (!isOn(Convert.Raw(head.Vertices[all[i]]))) continue;
                    for (int corner = i; corner < i + 3; corner++)
                    {
                        if (!places.TryGetValue(all[corner], out int place))
                        {
                            place = vertices.Count;
                            places.Add(all[corner], place);
                            vertices.Add(Convert.Raw(head.Vertices[all[corner]]) - centre);
                        }

                        own.Add(place);
                    }
                }

                triangles.Add(own.ToArray());
                materials.Add(MakeMaterial(name));
            }

            var mesh = new Mesh { name = bone.name, vertices = vertices.ToArray(), subMeshCount = triangles.Count };
            for (int i = 0; i < triangles.Count; i++) mesh.SetTriangles(triangles[i], i);
            mesh.RecalculateNormals();
            mesh.RecalculateBounds();
            bone.gameObject.AddComponent<MeshFilter>().sharedMesh = mesh;
            bone.gameObject.AddComponent<MeshRenderer>().sharedMaterials = materials.ToArray();
        }

        private Material? MakeMaterial(string part)
        {
            Material? plain = PlainMaterial();
            if (plain == null) return null;
            plain.name = part;
            plain.color = ColorOf(part);
            return plain;
        }

        /// <summary>Whatever render pipeline the project uses has a plain material or shader of its own.</summary>
        private Material? PlainMaterial()
        {
            RenderPipelineAsset? pipeline = GraphicsSettings.currentRenderPipeline;
            if (pipeline != null && pipeline.defaultMaterial != null) return new Material(pipeline.defaultMaterial);
            Shader? shader = pipeline != null ? pipeline.defaultShader : Shader.Find("Standard");
            if (shader != null) return new Material(shader);
            Debug.LogError("Vis-à-Vis: this build carries no plain shader for the open head; name your pipeline's Lit shader (or"
                + " Standard) under Project Settings > Graphics > Always Included Shaders", this);
            return null;
        }

        private Color ColorOf(string part) => part switch
        {
            "lips" => new Color(0.74f, 0.42f, 0.40f),
            "mouth" => new Color(0.45f, 0.20f, 0.20f),
            "teeth" => new Color(0.93f, 0.91f, 0.86f),
            "tongue" => new Color(0.76f, 0.40f, 0.40f),
            "eyeball" => new Color(0.95f, 0.95f, 0.95f),
            "iris" => new Color(0.30f, 0.42f, 0.52f),
            "pupil" => new Color(0.04f, 0.04f, 0.04f),
            "lashes" => new Color(0.12f, 0.09f, 0.08f),
            "brows" => new Color(0.22f, 0.16f, 0.12f),
            "bust" => clothes,
            _ => skin,
        };

        private Transform Bone(string bone, Transform parent, Vector3 position)
        {
            var holder = new GameObject(bone);
            holder.transform.SetParent(parent);
            holder.transform.SetPositionAndRotation(transform.TransformPoint(position), transform.rotation);
            return holder.transform;
        }

        #endregion
    }
}
