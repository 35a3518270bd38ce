#nullable enable
using System;
using System.Numerics;

namespace VisAVis.Core
{
    /// <summary>How a profile's targets get their weights.</summary>
    public enum ProfileKind
    {
        /// <summary>Each ARKit channel drives targets of its own.</summary>
        Channels = 0,

        /// <summary>The targets are whole faces (visemes), mixed so that they come closest to the ARKit weights.</summary>
        Basis = 1,
    }

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

        /// <summary>The avatar's blendshapes.</summary>
        public string[] Targets { get; }

        /// <summary>Factor.</summary>
        public float Gain { get; set; } = 1f;

        /// <summary>Added after the factor.</summary>
        public float Offset { get; set; }

        /// <summary>Points (x, y), straight lines between them, level beyond the ends; empty: y = x.</summary>
        public Vector2[] Curve { get; set; } = Array.Empty<Vector2>();

        /// <summary>Least result.</summary>
        public float ClampMin { get; set; }

        /// <summary>Largest result.</summary>
        public float ClampMax { get; set; } = 1f;

        /// <summary>What an ARKit weight becomes.</summary>
        public float Evaluate(float x)
        {
            float y = Curve.Length == 0 ? x : OnCurve(x);
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

    /// <summary>A target that is a whole face: a viseme and its ARKit weights.</summary>
    public sealed class ProfileBasis
    {
        /// <summary>A face by the ARKit channels it consists of.</summary>
        public ProfileBasis(string target, string[] channels, float[] weights)
        {
            if (channels.Length != weights.Length)
                throw new ArgumentException($"{target}: {channels.Length} channels and {weights.Length} weights", nameof(weights));
            Target = target;
            Channels = channels;
            Weights = weights;
        }

        /// <summary>The avatar's blendshape.</summary>
        public string Target { get; }

        /// <summary>ARKit names, camelCase.</summary>
        public string[] Channels { get; }

        /// <summary>The weight of each.</summary>
        public float[] Weights { get; }
    }

    /// <summary>How ARKit weights become an avatar's own blendshapes (docs/retargeting.md, 2).</summary>
    public sealed class Profile
    {
        /// <summary>A profile of one kind.</summary>
        public Profile(string name, string title, ProfileKind kind)
        {
            Name = name;
            Title = title;
            Kind = kind;
        }

        /// <summary>Its stable short name.</summary>
        public string Name { get; }

        /// <summary>Its name for people.</summary>
        public string Title { get; }

        /// <summary>How targets get their weights.</summary>
        public ProfileKind Kind { get; }

        /// <summary>Names of which a mesh must have at least one for the profile to be meant; empty: no such condition.</summary>
        public string[] Markers { get; set; } = Array.Empty<string>();

        /// <summary>The channels; of a basis profile, those beside the basis.</summary>
        public ProfileChannel[] Channels { get; set; } = Array.Empty<ProfileChannel>();

        /// <summary>The faces of a basis profile.</summary>
        public ProfileBasis[] Basis { get; set; } = Array.Empty<ProfileBasis>();

        /// <summary>Lambda of the basis solver.</summary>
        public float Ridge { get; set; } = 0.02f;

        /// <summary>Sweeps of the basis solver.</summary>
        public int Sweeps { get; set; } = 12;

        /// <summary>The basis target that takes what the others leave; empty: none.</summary>
        public string Rest { get; set; } = "";
    }
}
