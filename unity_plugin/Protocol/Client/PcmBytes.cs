#nullable enable
using System;
using Google.Protobuf;

namespace VisAVis.Protocol
{
    /// <summary>Samples as the wire wants them: signed 16-bit little-endian.</summary>
    public static class PcmBytes
    {
        /// <summary>Packs samples in [-1, 1] (what lies beyond is clipped, what is no number is silence) in place.</summary>
        public static void Pack(ReadOnlySpan<float> samples, Span<byte> into)
        {
            for (int i = 0; i < samples.Length; i++)
            {
                float sample = samples[i];
                if (float.IsNaN(sample)) sample = 0f;
                int value = (int)MathF.Round(Math.Clamp(sample, -1f, 1f) * 32767f);
                into[2 * i] = (byte)value;
                into[2 * i + 1] = (byte)(value >> 8);
            }
        }

        /// <summary>Packs samples into new bytes.</summary>
        public static ByteString Pack(ReadOnlySpan<float> samples)
        {
            var bytes = new byte[2 * samples.Length];
            Pack(samples, bytes);
            return UnsafeByteOperations.UnsafeWrap(bytes);
        }
    }
}
