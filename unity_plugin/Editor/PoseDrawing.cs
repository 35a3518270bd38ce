#nullable enable
using UnityEditor;
using UnityEngine;

namespace VisAVis.Editor
{
    /// <summary>Shows a placement from above, and says what was understood.</summary>
    internal static class PoseDrawing
    {
        private static readonly Color ColorA = new Color(0.93f, 0.55f, 0.25f);
        private static readonly Color ColorB = new Color(0.30f, 0.60f, 0.90f);

        /// <summary>What was understood, how surely, and what was not.</summary>
        public static string Words(V1.PoseReading reading)
        {
            string words = $"{reading.Reading} ({100f * reading.Confidence:0}% sure)";
            if (reading.NotUnderstood.Count > 0) words += $"\nNot understood: {string.Join(", ", reading.NotUnderstood)}";
            return words;
        }

        /// <summary>Both people from above: a dot and a line the way each faces.</summary>
        public static void Draw(Rect area, V1.Placement? placement)
        {
            EditorGUI.DrawRect(area, new Color(0.16f, 0.16f, 0.16f));
            if (placement == null) return;
            float metres = 1.5f;
            foreach (V1.PersonPlacement? person in new[] { placement.A, placement.B })
            {
                if (person?.Position == null) continue;
                metres = Mathf.Max(metres, Mathf.Abs(person.Position.X) + 0.6f, Mathf.Abs(person.Position.Z) + 0.6f);
            }

            float scale = Mathf.Min(area.width, area.height) / (2f * metres);
            DrawPerson(area, scale, placement.A, ColorA);
            DrawPerson(area, scale, placement.B, ColorB);
        }

        private static void DrawPerson(Rect area, float scale, V1.PersonPlacement? person, Color color)
        {
            if (person?.Position == null) return;
            // From above, as on a map of the conversation frame: +X to the right, +Z down.
            var at = new Vector2(area.center.x + scale * person.Position.X, area.center.y + scale * person.Position.Z);
            float yaw = person.YawDeg * Mathf.Deg2Rad;
            var towards = new Vector2(at.x + 0.45f * scale * Mathf.Sin(yaw), at.y + 0.45f * scale * Mathf.Cos(yaw));
            Handles.color = color;
            Handles.DrawSolidDisc(new Vector3(at.x, at.y, 0f), Vector3.forward, 0.12f * scale);
            Handles.DrawLine(new Vector3(at.x, at.y, 0f), new Vector3(towards.x, towards.y, 0f));
        }
    }
}
