#nullable enable
using UnityEngine;

namespace VisAVis
{
    /// <summary>How long what the audio engine mixes now waits before it is heard.</summary>
    internal static class OutputDelay
    {
        /// <summary>Seconds: the buffers that are still to be played before the one being mixed.</summary>
        public static double Seconds
        {
            get
            {
                AudioSettings.GetDSPBufferSize(out int length, out int buffers);
                int rate = AudioSettings.outputSampleRate;
                return rate > 0 ? length * (buffers - 1) / (double)rate : 0;
            }
        }
    }
}
