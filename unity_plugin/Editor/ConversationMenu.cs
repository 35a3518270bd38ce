#nullable enable
using System;
using UnityEditor;
using UnityEngine;

namespace VisAVis.Editor
{
    /// <summary>Menu entries that build a scene.</summary>
    public static class ConversationMenu
    {
        private const string Make = "GameObject/Vis-à-Vis/Conversation between the two selected characters";

        [MenuItem(Make, false, 10)]
        private static void MakeConversation()
        {
            GameObject[] selected = Selection.gameObjects;
            // From the hierarchy's context menu Unity calls this once for each selected object: once is enough.
            if (selected.Length != 2) return;
            Array.Sort(selected, (a, b) => string.CompareOrdinal(a.name, b.name));
            Selection.activeGameObject = CharacterSetup.MakeConversation(selected[0], selected[1]).gameObject;
        }

        [MenuItem(Make, true)]
        private static bool CanMakeConversation() => Selection.gameObjects.Length == 2;
    }
}
