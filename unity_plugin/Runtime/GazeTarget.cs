#nullable enable
using UnityEngine;

namespace VisAVis
{
    /// <summary>Something in the scene that the two can glance at: a phone, a painting, somebody who walks by.</summary>
    [AddComponentMenu("Vis-à-Vis/Gaze Target")]
    public sealed class GazeTarget : MonoBehaviour
    {
        [SerializeField, Tooltip("Its name, as pose text calls it; empty: the object's own name.")]
        private string targetName = "";

        [SerializeField, Range(0f, 1f), Tooltip("How strongly it draws looks: 0 never, 1 as much as the partner.")]
        private float salience = 0.2f;

        /// <summary>Its name, as pose text calls it.</summary>
        public string TargetName
        {
            get => targetName.Length != 0 ? targetName : name;
            set => targetName = value;
        }

        /// <summary>How strongly it draws looks, 0 to 1.</summary>
        public float Salience
        {
            get => salience;
            set => salience = value;
        }
    }
}
