#nullable enable
using System;
using System.Collections.Generic;
using UnityEngine;
using VisAVis.Core;
using N = System.Numerics;

namespace VisAVis
{
    /// <summary>
    /// How the 52 ARKit weights drive an avatar's blendshapes, as an asset. Make one with Assets > Create > Vis-à-Vis >
    /// Face Profile, or with the profile wizard.
    /// </summary>
    [CreateAssetMenu(menuName = "Vis-à-Vis/Face Profile", fileName = "Face Profile")]
    public sealed class FaceProfile : ScriptableObject
    {
        /// <summary>One ARKit channel and what it drives.</summary>
        [Serializable]
        public sealed class Channel
        {
            /// <summary>The ARKit name, camelCase.</summary>
            [Tooltip("The ARKit name, camelCase.")]
            public string channel = "";

            /// <summary>The blendshapes it drives.</summary>
            [Tooltip("The blendshapes it drives.")]
            public string[] targets = Array.Empty<string>();

            /// <summary>Factor.</summary>
            [Tooltip("Factor.")]
            public float gain = 1f;

            /// <summary>Added after the factor.</summary>
            [Tooltip("Added after the factor.")]
            public float offset;

            /// <summary>Points (x, y) with straight lines between them; none: the weight as it is.</summary>
            [Tooltip("Points (x, y) with straight lines between them; none: the weight as it is.")]
            public Vector2[] curve = Array.Empty<Vector2>();

            /// <summary>Least and largest result; 1 is a blendshape weight of 100.</summary>
            [Tooltip("Least and largest result; 1 is a blendshape weight of 100.")]
            public Vector2 clamp = new Vector2(0f, 1f);
        }

        /// <summary>A viseme.</summary>
        [Serializable]
        public sealed class Viseme
        {
            /// <summary>The blendshape, by any of the names it goes by.</summary>
            [Tooltip("The blendshape, by any of the names it goes by.")]
            public string[] targets = Array.Empty<string>();

            /// <summary>The ARKit names it consists of.</summary>
            [Tooltip("The ARKit names it consists of.")]
            public string[] channels = Array.Empty<string>();

            /// <summary>The weight of each.</summary>
            [Tooltip("The weight of each.")]
            public float[] weights = Array.Empty<float>();
        }

        [SerializeField, Tooltip("Name for people.")]
        private string title = "";

        [SerializeField, Tooltip("What each ARKit shape drives.")]
        private Channel[] channels = Array.Empty<Channel>();

        [SerializeField, Tooltip("Visemes that are mixed so that they come closest to the ARKit weights; for avatars without ARKit shapes.")]
        private Viseme[] basis = Array.Empty<Viseme>();

        [SerializeField, Tooltip("The viseme that takes what the others leave, by any of the names it goes by.")]
        private string[] rest = Array.Empty<string>();

        [SerializeField, Min(0f), Tooltip("How strongly small viseme weights are preferred.")]
        private float ridge = 0.02f;

        [SerializeField, Range(1, 64), Tooltip("Sweeps of the viseme solver.")]
        private int sweeps = 16;

        /// <summary>Its name for people.</summary>
        public string Title => title.Length != 0 ? title : name;

        /// <summary>The channels; change the array and call <see cref="CharacterFace.Rebind"/>.</summary>
        public Channel[] Channels
        {
            get => channels;
            set => channels = value;
        }

        /// <summary>Takes over everything from a profile, such as one of <see cref="ProfilePresets"/>.</summary>
        public void CopyFrom(Profile profile)
        {
            title = profile.Title;
            rest = (string[])profile.Rest.Clone();
            ridge = profile.Ridge;
            sweeps = profile.Sweeps;
            channels = Array.ConvertAll(profile.Channels, ToChannel);
            basis = Array.ConvertAll(profile.Basis, viseme => new Viseme
            {
                targets = (string[])viseme.Targets.Clone(),
                channels = (string[])viseme.Channels.Clone(),
                weights = (float[])viseme.Weights.Clone(),
            });
        }

        /// <summary>The profile that <see cref="ProfileMapper"/> reads.</summary>
        /// <exception cref="ArgumentException">A viseme has not one weight a channel.</exception>
        public Profile ToProfile() => new Profile(name, Title)
        {
            Channels = Array.ConvertAll(channels, FromChannel),
            Basis = Array.ConvertAll(basis, viseme => new ProfileBasis(viseme.targets, viseme.channels, viseme.weights)),
            Ridge = ridge,
            Sweeps = sweeps,
            Rest = rest,
        };

        private static Channel ToChannel(ProfileChannel from) => new Channel
        {
            channel = from.Channel,
            targets = (string[])from.Targets.Clone(),
            gain = from.Gain,
            offset = from.Offset,
            curve = Array.ConvertAll(from.Curve, point => new Vector2(point.X, point.Y)),
            clamp = new Vector2(from.ClampMin, from.ClampMax),
        };

        private static ProfileChannel FromChannel(Channel from)
        {
            // Points are sorted here, so that an inspector may hold them in any order.
            var points = new List<N.Vector2>();
            foreach (Vector2 point in from.curve) points.Add(new N.Vector2(point.x, point.y));
            points.Sort((a, b) => a.X.CompareTo(b.X));
            return new ProfileChannel(from.channel, from.targets)
            {
                Gain = from.gain,
                Offset = from.offset,
                Curve = points.ToArray(),
                ClampMin = from.clamp.x,
                ClampMax = from.clamp.y,
            };
        }
    }
}
