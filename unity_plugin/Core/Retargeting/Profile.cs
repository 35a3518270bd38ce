#nullable enable
using System;
using System.Collections.Generic;
using System.Numerics;

namespace VisAVis.Core
{
    /// <summary>One ARKit channel and the blendshapes it drives.</summary>
    public sealed class ProfileChannel
    {
        /// <summary>A channel that drives targets as they are.</summary>
        public ProfileChannel(string channel, params string[] targets)
        {
            Channel = channel;
            Targets = targets;
        }

        /// <summary>The ARKit name, camelCase.</summary>
        public string Channel { get; }

        /// <summary>The avatar's blendshapes; those it lacks are left out.</summary>
        public string[] Targets { get; }

        /// <summary>Factor.</summary>
        public float Gain { get; set; } = 1f;

        /// <summary>Added after the factor.</summary>
        public float Offset { get; set; }

        /// <summary>Points (x, y) sorted by x, straight lines between them, level beyond the ends; empty: y = x.</summary>
        public Vector2[] Curve { get; set; } = Array.Empty<Vector2>();

        /// <summary>Least result.</summary>
        public float ClampMin { get; set; }

        /// <summary>Largest result.</summary>
        public float ClampMax { get; set; } = 1f;

        /// <summary>What the targets get for an ARKit weight.</summary>
        public float Evaluate(float weight)
        {
            float y = Curve.Length == 0 ? weight : OnCurve(weight);
            return Math.Clamp(Gain * y + Offset, ClampMin, ClampMax);
        }

        private float OnCurve(float x)
        {
            if (x <= Curve[0].X) return Curve[0].Y;
            for (int i = 1; i < Curve.Length; i++)
            {
                Vector2 from = Curve[i - 1], to = Curve[i];
                if (x > to.X) continue;
                return to.X > from.X ? from.Y + (to.Y - from.Y) * (x - from.X) / (to.X - from.X) : to.Y;
            }

            return Curve[Curve.Length - 1].Y;
        }
    }

    /// <summary>A viseme: its names on the avatar and what it looks like in ARKit weights.</summary>
    public sealed class ProfileBasis
    {
        /// <summary>A face by the ARKit channels it consists of.</summary>
        /// <exception cref="ArgumentException">Not one weight a channel.</exception>
        public ProfileBasis(string[] targets, string[] channels, float[] weights)
        {
            if (channels.Length != weights.Length)
                throw new ArgumentException($"{channels.Length} channels and {weights.Length} weights", nameof(weights));
            Targets = targets;
            Channels = channels;
            Weights = weights;
        }

        /// <summary>The avatar's blendshape, by any of the names it goes by.</summary>
        public string[] Targets { get; }

        /// <summary>ARKit names, camelCase.</summary>
        public string[] Channels { get; }

        /// <summary>The weight of each.</summary>
        public float[] Weights { get; }
    }

    /// <summary>How one kind of avatar is driven (docs/retargeting.md, 2).</summary>
    public sealed class Profile
    {
        /// <summary>An empty profile.</summary>
        public Profile(string name, string title)
        {
            Name = name;
            Title = title;
        }

        /// <summary>Its stable short name.</summary>
        public string Name { get; }

        /// <summary>Its name for people.</summary>
        public string Title { get; }

        /// <summary>Direct drives.</summary>
        public ProfileChannel[] Channels { get; set; } = Array.Empty<ProfileChannel>();

        /// <summary>Visemes that are solved for together; empty for avatars with ARKit shapes.</summary>
        public ProfileBasis[] Basis { get; set; } = Array.Empty<ProfileBasis>();

        /// <summary>Lambda of that solution.</summary>
        public float Ridge { get; set; }

        /// <summary>Sweeps of that solution.</summary>
        public int Sweeps { get; set; } = 1;

        /// <summary>Names of the shape that takes what the visemes leave of 1.</summary>
        public string[] Rest { get; set; } = Array.Empty<string>();

        /// <summary>Names of which a mesh must have at least one for the profile to be meant; empty: no such condition.</summary>
        public string[] Markers { get; set; } = Array.Empty<string>();

        /// <summary>Names that tell this kind of avatar, where its targets do not.</summary>
        public string[] Detect { get; set; } = Array.Empty<string>();

        /// <summary>The alternatives of which a mesh should have one each: what tells this kind of avatar.</summary>
        internal IEnumerable<string[]> Entries()
        {
            foreach (string name in Detect) yield return new[] { name };
            if (Detect.Length > 0) yield break;
            foreach (ProfileBasis basis in Basis) yield return basis.Targets;
            foreach (ProfileChannel channel in Channels) yield return channel.Targets;
        }
    }
}
