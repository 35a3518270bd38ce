#nullable enable
using UnityEngine;
using VisAVis.Core;

namespace VisAVis
{
    /// <summary>Where the two characters stand, in the conversation frame, and whether they have moved.</summary>
    internal sealed class CharacterPlacements
    {
        /// <summary>The least time between two reports of a movement, seconds.</summary>
        public const double Interval = 0.2;

        private const float MovedMetres = 0.02f;
        private const float TurnedDegrees = 2f;
        private const float EyesMovedMetres = 0.04f;

        private CharacterFace? _a;
        private CharacterFace? _b;
        private V1.Placement? _last;
        private double _lastAt = double.NegativeInfinity;

        /// <summary>The frame; settled when the conversation begins.</summary>
        public ConversationSpace Space { get; private set; } = new ConversationSpace(
            new System.Numerics.Vector3(0.6f, 0, 0), new System.Numerics.Vector3(-0.6f, 0, 0));

        /// <summary>Settles the frame by where the two stand, or around a transform when they are not both there.</summary>
        public void Begin(CharacterFace? a, CharacterFace? b, Transform around)
        {
            _a = a;
            _b = b;
            _last = null;
            _lastAt = double.NegativeInfinity;
            Vector3 from = a != null ? a.transform.position : around.position - 0.6f * around.right;
            Vector3 to = b != null ? b.transform.position : around.position + 0.6f * around.right;
            Space = new ConversationSpace(Convert.Raw(from), Convert.Raw(to));
        }

        /// <summary>Where they stand now. Who has no character gets the default place.</summary>
        public V1.Placement Read()
        {
            _last = new V1.Placement { A = Read(_a, -0.6f, 90f), B = Read(_b, 0.6f, -90f) };
            return _last;
        }

        /// <summary>Whether somebody has moved noticeably since the last reading. Allocates nothing while nobody does.</summary>
        public bool HasMoved(double now)
        {
            if (now - _lastAt < Interval) return false;
            if (_last != null && !Moved(_a, _last.A) && !Moved(_b, _last.B)) return false;
            _lastAt = now;
            return true;
        }

        /// <summary>A position of the world in the conversation frame.</summary>
        public V1.Vector3 ToMessage(Vector3 world)
        {
            System.Numerics.Vector3 position = Space.FromWorld(Convert.Raw(world));
            return new V1.Vector3 { X = position.X, Y = position.Y, Z = position.Z };
        }

        private V1.PersonPlacement Read(CharacterFace? face, float defaultX, float defaultYaw)
        {
            if (face == null)
            {
                return new V1.PersonPlacement
                {
                    Position = new V1.Vector3 { X = defaultX },
                    YawDeg = defaultYaw,
                    EyeHeight = 1.6f,
                };
            }

            Transform root = face.transform;
            return new V1.PersonPlacement
            {
                Position = ToMessage(root.position),
                YawDeg = Space.YawFromWorld(Convert.Raw(root.forward)),
                EyeHeight = EyeHeight(face),
            };
        }

        private bool Moved(CharacterFace? face, V1.PersonPlacement last)
        {
            if (face == null) return false;
            Transform root = face.transform;
            System.Numerics.Vector3 position = Space.FromWorld(Convert.Raw(root.position));
            float dx = position.X - last.Position.X, dy = position.Y - last.Position.Y, dz = position.Z - last.Position.Z;
            if (dx * dx + dy * dy + dz * dz > MovedMetres * MovedMetres) return true;
            float yaw = Space.YawFromWorld(Convert.Raw(root.forward));
            if (Mathf.Abs(Mathf.DeltaAngle(yaw, last.YawDeg)) > TurnedDegrees) return true;
            // Sitting down or standing up, not a nod.
            return Mathf.Abs(EyeHeight(face) - last.EyeHeight) > 2f * EyesMovedMetres;
        }

        private static float EyeHeight(CharacterFace face) =>
            Mathf.Clamp(face.EyeMidpoint.y - face.transform.position.y, 0.3f, 2.5f);
    }
}
