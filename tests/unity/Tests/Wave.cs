#nullable enable
using System;
using System.IO;
using UnityEngine;

namespace VisAVis.Unity.Tests
{
    /// <summary>Reads 16-bit PCM wave files as Unity's importer would.</summary>
    internal static class Wave
    {
        public static AudioClip Load(string path)
        {
            byte[] bytes = File.ReadAllBytes(path);
            int channels = BitConverter.ToInt16(bytes, 22), rate = BitConverter.ToInt32(bytes, 24);
            int at = 12;
            while (BitConverter.ToUInt32(bytes, at) != 0x61746164) at += 8 + BitConverter.ToInt32(bytes, at + 4);
            int count = BitConverter.ToInt32(bytes, at + 4) / 2;
            var samples = new float[count];
            for (int i = 0; i < count; i++) samples[i] = BitConverter.ToInt16(bytes, at + 8 + 2 * i) / 32768f;
            AudioClip clip = AudioClip.Create(Path.GetFileNameWithoutExtension(path), count / channels, channels, rate, false);
            clip.SetData(samples, 0);
            return clip;
        }

        public static float[] Samples(AudioClip clip)
        {
            var samples = new float[clip.samples * clip.channels];
            clip.GetData(samples, 0);
            return samples;
        }
    }
}
