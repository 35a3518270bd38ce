#nullable enable
using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Threading;
using VisAVis.Core;
using VisAVis.Protocol;

namespace VisAVis.Unity.Tests
{
    /// <summary>Plays the game's part: an audio clock, two tracks written a little ahead of it, a poll every 10 ms.</summary>
    internal sealed class LiveConversation : IDisposable
    {
        public const int Rate = 16000;
        private const double LeadS = 0.4;

        private readonly Stopwatch _clock = Stopwatch.StartNew();
        private readonly Func<long, int, float>? _sound;
        private readonly AudioTrack[] _tracks;
        private readonly DyadPose _pose = new DyadPose();

        /// <summary>A conversation of two tracks; <paramref name="sound"/> gives the sample at a position of track 0 or 1.</summary>
        public LiveConversation(ServiceEndpoint endpoint, Func<long, int, float>? sound = null,
            V1.ConversationConfig? config = null)
        {
            _sound = sound;
            config ??= new V1.ConversationConfig();
            config.SampleRate = Rate;
            bool mixed = config.Layout == V1.AudioLayout.Mixed;
            if (!mixed) config.Layout = V1.AudioLayout.Separate;
            _tracks = mixed ? new[] { new AudioTrack(Rate) } : new[] { new AudioTrack(Rate), new AudioTrack(Rate) };
            ConversationTrack[] tracks = mixed
                ? new[] { new ConversationTrack(_tracks[0]) }
                : new[] { new ConversationTrack(Person.A, _tracks[0]), new ConversationTrack(Person.B, _tracks[1]) };
            Client = new ConversationClient(new ServiceClient(endpoint), config, tracks);
            Client.StateChanged += state => States.Add(state);
            Client.RoleEventReceived += RoleEvents.Add;
            Client.NoticeReceived += Notices.Add;
            Client.PoseReceived += Poses.Add;
            Client.SummaryReceived += summary => Summary = summary;
            Client.Start();
        }

        public ConversationClient Client { get; }

        public List<ConnectionState> States { get; } = new List<ConnectionState>();

        public List<long> Indices { get; } = new List<long>();

        public List<float> JawA { get; } = new List<float>();

        public List<float> JawB { get; } = new List<float>();

        /// <summary>How far each frame came ahead of the moment it is for, seconds of audio time.</summary>
        public List<double> Ahead { get; } = new List<double>();

        public List<V1.RoleEvent> RoleEvents { get; } = new List<V1.RoleEvent>();

        public List<V1.Notice> Notices { get; } = new List<V1.Notice>();

        public List<V1.PoseReading> Poses { get; } = new List<V1.PoseReading>();

        public V1.StreamSummary? Summary { get; private set; }

        public Action<DyadPose>? PoseReceived { get; set; }

        public double NowS => _clock.Elapsed.TotalSeconds;

        /// <summary>Lives for some time, or until something has happened; false when time ran out first.</summary>
        public bool Run(double seconds, Func<bool>? until = null)
        {
            double end = NowS + seconds;
            while (NowS < end)
            {
                Step();
                if (until != null && until()) return true;
                Thread.Sleep(10);
            }

            return until == null;
        }

        public void Dispose() => Client.Dispose();

        private void Step()
        {
            double now = NowS;
            Client.PlayheadS = now;
            long written = (long)((now + LeadS) * Rate);
            for (int track = 0; track < _tracks.Length; track++)
            {
                if (_sound != null)
                {
                    long from = _tracks[track].Tail;
                    var piece = new float[Math.Max(0, written - from)];
                    for (int i = 0; i < piece.Length; i++) piece[i] = _sound(from + i, track);
                    _tracks[track].Append(from, piece);
                }
                else
                {
                    _tracks[track].Promise(written);
                }
            }

            Client.Poll();
            while (Client.TryTakePose(_pose))
            {
                Indices.Add(_pose.Index);
                JawA.Add(_pose.A.Weights[Arkit.JawOpen]);
                JawB.Add(_pose.B.Weights[Arkit.JawOpen]);
                Ahead.Add(_pose.TimeS - now);
                PoseReceived?.Invoke(_pose);
            }
        }
    }
}
