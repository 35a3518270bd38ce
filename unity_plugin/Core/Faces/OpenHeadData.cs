#nullable enable
using System;
using System.Collections.Generic;
using System.IO;
using System.Numerics;
using System.Text;

namespace VisAVis.Core
{
    /// <summary>
    /// The open head (CC0) as the package carries it: mesh, ARKit shapes and joints in Unity's frame, metres, the neck joint
    /// at the origin. scripts/make_unity_open_head.py says how the file is laid out.
    /// </summary>
    public sealed class OpenHeadData
    {
        private const string Magic = "VVHEAD01";

        private OpenHeadData(BinaryReader reader)
        {
            if (Encoding.ASCII.GetString(reader.ReadBytes(Magic.Length)) != Magic)
                throw new InvalidDataException("this is no open head file");
            int vertices = Count(reader, 65536), parts = Count(reader, 64), shapes = Count(reader, 256);
            float step = reader.ReadSingle();
            Joints = new Vector3[5];
            for (int i = 0; i < Joints.Length; i++)
                Joints[i] = new Vector3(reader.ReadSingle(), reader.ReadSingle(), reader.ReadSingle());
            Vertices = ReadVectors(reader, vertices, step);
            HeadShares = Array.ConvertAll(reader.ReadBytes(vertices), share => share / 255f);
            for (int i = 0; i < parts; i++)
            {
                string name = ReadName(reader);
                var triangles = new int[3 * Count(reader, 65536)];
                for (int t = 0; t < triangles.Length; t++) triangles[t] = reader.ReadUInt16();
                Parts.Add((name, triangles));
            }

            for (int i = 0; i < shapes; i++)
            {
                string name = ReadName(reader);
                var moved = new int[Count(reader, vertices)];
                for (int v = 0; v < moved.Length; v++) moved[v] = reader.ReadUInt16();
                Shapes.Add((name, moved, ReadVectors(reader, moved.Length, step)));
            }
        }

        /// <summary>Global, neck, jaw, left eye, right eye.</summary>
        public Vector3[] Joints { get; }

        /// <summary>Positions at rest.</summary>
        public Vector3[] Vertices { get; }

        /// <summary>How much each vertex follows the head bone, in [0, 1]; the rest follows the trunk.</summary>
        public float[] HeadShares { get; }

        /// <summary>Skin, lips, teeth...: a name and three vertices a triangle.</summary>
        public List<(string Name, int[] Triangles)> Parts { get; } = new List<(string Name, int[] Triangles)>();

        /// <summary>The ARKit shapes: a name, the vertices that move, and where to at weight 1.</summary>
        public List<(string Name, int[] Vertices, Vector3[] Offsets)> Shapes { get; } =
            new List<(string Name, int[] Vertices, Vector3[] Offsets)>();

        /// <summary>Reads the file.</summary>
        /// <exception cref="InvalidDataException">The bytes are something else, or broken.</exception>
        public static OpenHeadData Read(byte[] bytes)
        {
            try
            {
                using var reader = new BinaryReader(new MemoryStream(bytes, false));
                return new OpenHeadData(reader);
            }
            catch (EndOfStreamException error)
            {
                throw new InvalidDataException("the open head file ends too early", error);
            }
        }

        private static int Count(BinaryReader reader, int most)
        {
            int count = reader.ReadInt32();
            if (count < 0 || count > most) throw new InvalidDataException($"the open head file counts {count}");
            return count;
        }

        private static string ReadName(BinaryReader reader) => Encoding.ASCII.GetString(reader.ReadBytes(reader.ReadByte()));

        private static Vector3[] ReadVectors(BinaryReader reader, int count, float step)
        {
            var vectors = new Vector3[count];
            for (int i = 0; i < count; i++)
                vectors[i] = new Vector3(step * reader.ReadInt16(), step * reader.ReadInt16(), step * reader.ReadInt16());
            return vectors;
        }
    }
}
