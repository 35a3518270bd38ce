#nullable enable
using System.Collections.Generic;

namespace VisAVis.Protocol
{
    /// <summary>What has been said about the scene so far, so that a new connection begins where the old one was.</summary>
    internal sealed class SceneMemory
    {
        private readonly Dictionary<string, V1.SceneObject> _objects = new Dictionary<string, V1.SceneObject>();
        private V1.Placement? _placement;
        private string _poseText = "";

        /// <summary>Remembers a change that was sent.</summary>
        public void Remember(V1.SceneUpdate update)
        {
            if (update.Placement != null)
            {
                _placement = update.Placement;
                _poseText = "";
            }
            else if (update.PoseText.Length != 0)
            {
                _poseText = update.PoseText;
            }

            foreach (V1.SceneObject item in update.Objects) _objects[item.Name] = item;
            foreach (string name in update.RemovedObjects) _objects.Remove(name);
        }

        /// <summary>Remembers where a pose text led: from now on the numbers stand for the sentence.</summary>
        public void Remember(V1.PoseReading reading)
        {
            if (reading.Placement == null) return;
            _placement = reading.Placement;
            _poseText = "";
        }

        /// <summary>Everything at once, as the scene of a conversation that opens.</summary>
        public V1.SceneUpdate AtOpen()
        {
            var scene = new V1.SceneUpdate { PoseText = _poseText };
            if (_placement != null) scene.Placement = _placement;
            scene.Objects.AddRange(_objects.Values);
            return scene;
        }
    }
}
