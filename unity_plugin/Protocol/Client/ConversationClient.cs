#nullable enable
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Grpc.Core;
using VisAVis.Core;

namespace VisAVis.Protocol
{
    /// <summary>
    /// A live conversation that survives its connection: opens it, sends the tracks, receives frames, turns them into
    /// poses, and after a loss backs off, comes back and goes on from the moment that is being heard then. All this
    /// happens on other threads; the game calls <see cref="Poll"/> once a frame and gets its events there.
    /// </summary>
    public sealed class ConversationClient : IDisposable
    {
        private readonly ServiceClient _service;
        private readonly V1.ConversationConfig _config;
        private readonly IReadOnlyList<ConversationTrack> _tracks;
        private readonly ConcurrentQueue<V1.ConverseRequest> _outbox = new ConcurrentQueue<V1.ConverseRequest>();
        private readonly ConcurrentQueue<object> _inbox = new ConcurrentQueue<object>();
        private readonly PoseQueue _poses = new PoseQueue();
        private readonly DyadPose _pose = new DyadPose();
        private readonly CancellationTokenSource _ending = new CancellationTokenSource();
        private readonly object _memory = new object();
        private readonly SceneMemory _scene = new SceneMemory();
        private readonly List<V1.RoleSpans> _roles = new List<V1.RoleSpans>();
        private Task? _run;
        private RigMap? _rig;
        private FaceFrame? _frame;
        private FaceRetargeter? _retargetA;
        private FaceRetargeter? _retargetB;
        private double _playheadS;
        private long _nextFrame;
        private int _fps;
        private bool _audioEnded;
        private bool _disposed;

        /// <summary>
        /// A conversation with its configuration (layout and sample rate must fit the tracks). Owns the service client.
        /// </summary>
        /// <exception cref="ArgumentException">No track, or a track of another rate than the configuration's.</exception>
        public ConversationClient(
            ServiceClient service, V1.ConversationConfig config, IReadOnlyList<ConversationTrack> tracks)
        {
            if (tracks.Count == 0) throw new ArgumentException("a conversation has a track", nameof(tracks));
            foreach (ConversationTrack track in tracks)
            {
                if (track.Audio.SampleRate != config.SampleRate)
                    throw new ArgumentException("all tracks have the configuration's sample rate", nameof(tracks));
            }

            _service = service;
            _config = config.Clone();
            _config.Encoding = V1.AudioEncoding.PcmS16Le;
            _tracks = tracks;
            _fps = config.Fps == 0 ? 30 : config.Fps;
            if (config.Scene != null) _scene.Remember(config.Scene);
        }

        /// <summary>How long the service may owe frames and stay silent before the connection counts as lost, seconds.</summary>
        public double StallSeconds { get; set; } = 5;

        /// <summary>How the connection is; changes only inside <see cref="Poll"/>.</summary>
        public ConnectionState State { get; private set; }

        /// <summary>What the last loss or refusal was, in words; empty when there was none.</summary>
        public string LastError { get; private set; } = "";

        /// <summary>What was agreed at open; null before.</summary>
        public V1.StreamHeader? Header { get; private set; }

        /// <summary>The rig of the frames; null before the first connection.</summary>
        public RigMap? Rig { get; private set; }

        /// <summary>The connection's state changed; LastError says why.</summary>
        public event Action<ConnectionState>? StateChanged;

        /// <summary>A rig other than the one known came: frames from now on are meant for it.</summary>
        public event Action<RigMap>? RigChanged;

        /// <summary>A turn began or ended.</summary>
        public event Action<V1.RoleEvent>? RoleEventReceived;

        /// <summary>Something worth telling.</summary>
        public event Action<V1.Notice>? NoticeReceived;

        /// <summary>What was understood of a pose text.</summary>
        public event Action<V1.PoseReading>? PoseReceived;

        /// <summary>The last answer.</summary>
        public event Action<V1.StreamSummary>? SummaryReceived;

        /// <summary>Where the sound is now, seconds of audio time: tell it every frame. Reconnecting goes on from here.</summary>
        public double PlayheadS
        {
            get => Volatile.Read(ref _playheadS);
            set => Volatile.Write(ref _playheadS, value);
        }

        /// <summary>Begins to connect.</summary>
        public void Start()
        {
            if (_disposed) throw new ObjectDisposedException(nameof(ConversationClient));
            if (_run != null) throw new InvalidOperationException("the conversation was started already");
            _run = Task.Run(RunAsync);
        }

        /// <summary>Changes the scene.</summary>
        public void Send(V1.SceneUpdate update)
        {
            lock (_memory)
            {
                _scene.Remember(update);
                _outbox.Enqueue(new V1.ConverseRequest { Scene = update });
            }
        }

        /// <summary>Says who speaks when.</summary>
        public void Send(V1.RoleSpans spans)
        {
            lock (_memory)
            {
                _roles.Add(spans);
                _outbox.Enqueue(new V1.ConverseRequest { Roles = spans });
            }
        }

        /// <summary>Ends the sound: what has been written is sent, what is owed comes, then the state is Ended.</summary>
        public void EndAudio() => Volatile.Write(ref _audioEnded, true);

        /// <summary>Raises the events of what has come since the last call, on this thread.</summary>
        public void Poll()
        {
            while (_inbox.TryDequeue(out object? item))
            {
                switch (item)
                {
                    case StateChange change:
                        State = change.State;
                        if (change.Error.Length != 0) LastError = change.Error;
                        StateChanged?.Invoke(change.State);
                        break;
                    case RigMap rig:
                        Rig = rig;
                        RigChanged?.Invoke(rig);
                        break;
                    case V1.StreamHeader header:
                        Header = header;
                        if (header.Pose != null) PoseReceived?.Invoke(header.Pose);
                        break;
                    case V1.RoleEvent roleEvent:
                        RoleEventReceived?.Invoke(roleEvent);
                        break;
                    case V1.Notice notice:
                        NoticeReceived?.Invoke(notice);
                        break;
                    case V1.PoseReading reading:
                        PoseReceived?.Invoke(reading);
                        break;
                    case V1.StreamSummary summary:
                        SummaryReceived?.Invoke(summary);
                        break;
                }
            }
        }

        /// <summary>
        /// Copies out the oldest pose that has come; false when there is none. Allocates nothing.
        /// </summary>
        public bool TryTakePose(DyadPose into) => _poses.TryTake(into);

        /// <summary>Ends everything; never waits for the network.</summary>
        public void Dispose()
        {
            if (_disposed) return;
            _disposed = true;
            _ending.Cancel();
            if (_run == null)
                _service.Dispose();
            else
                _run.ContinueWith(_ => _service.Dispose(), TaskScheduler.Default);
        }

        private async Task RunAsync()
        {
            var backoff = new Backoff();
            bool again = false;
            while (!_ending.IsCancellationRequested)
            {
                try
                {
                    Announce(again ? ConnectionState.Reconnecting : ConnectionState.Connecting);
                    await FetchRigAsync().ConfigureAwait(false);
                    var stream = new ConversationStream(
                        _tracks, _outbox, () => Volatile.Read(ref _audioEnded), response => Receive(response, backoff),
                        StallSeconds);
                    await stream.RunAsync(_service, Opening(), _ending.Token).ConfigureAwait(false);
                    Announce(ConnectionState.Ended);
                    return;
                }
                catch (Exception) when (_ending.IsCancellationRequested)
                {
                    return;
                }
                catch (Exception error)
                {
                    string words = ServiceClient.Describe(error, _service.Endpoint);
                    if (IsFinal(error))
                    {
                        Announce(ConnectionState.Failed, words);
                        return;
                    }

                    again = true;
                    Announce(ConnectionState.Reconnecting, words);
                }

                try
                {
                    await Task.Delay(TimeSpan.FromSeconds(backoff.Next()), _ending.Token).ConfigureAwait(false);
                }
                catch (OperationCanceledException)
                {
                    return;
                }
            }
        }

        /// <summary>The configuration to open with: the scene as it is now, going on from the sound that is heard now.</summary>
        private V1.ConversationConfig Opening()
        {
            V1.ConversationConfig config = _config.Clone();
            lock (_memory)
            {
                while (_outbox.TryDequeue(out _))
                {
                    // Its content is part of what the new connection begins with.
                }

                config.Scene = _scene.AtOpen();
                foreach (V1.RoleSpans spans in _roles) _outbox.Enqueue(new V1.ConverseRequest { Roles = spans });
            }

            long heard = (long)Math.Ceiling(PlayheadS * _fps - 1e-6);
            _nextFrame = Math.Max(_nextFrame, heard);
            config.ResumeAtS = Math.Max(_nextFrame, 0) / (double)_fps;
            return config;
        }

        private async Task FetchRigAsync()
        {
            V1.Rig message = await _service.GetRigAsync(_ending.Token).ConfigureAwait(false);
            if (_rig == null || _rig.RigId != message.RigId)
            {
                _rig = FrameReader.ReadRig(message);
                _frame = new FaceFrame(_rig.ExpressionSize);
                _inbox.Enqueue(_rig);
            }

            // A new connection goes on elsewhere: nothing of the last frame is a good start for its first.
            _retargetA = new FaceRetargeter(_rig);
            _retargetB = new FaceRetargeter(_rig);
        }

        private void Receive(V1.ConverseResponse response, Backoff backoff)
        {
            switch (response.ResponseCase)
            {
                case V1.ConverseResponse.ResponseOneofCase.Header:
                    if (_rig == null || response.Header.RigId != _rig.RigId)
                        throw new InvalidDataException($"the stream's rig is '{response.Header.RigId}', not '{_rig?.RigId}'");
                    _fps = response.Header.Fps;
                    backoff.Reset();
                    _inbox.Enqueue(response.Header);
                    Announce(ConnectionState.Live);
                    break;
                case V1.ConverseResponse.ResponseOneofCase.Frame:
                    Retarget(response.Frame);
                    break;
                case V1.ConverseResponse.ResponseOneofCase.RoleEvent:
                    _inbox.Enqueue(response.RoleEvent);
                    break;
                case V1.ConverseResponse.ResponseOneofCase.Notice:
                    _inbox.Enqueue(response.Notice);
                    break;
                case V1.ConverseResponse.ResponseOneofCase.Pose:
                    lock (_memory) _scene.Remember(response.Pose);
                    _inbox.Enqueue(response.Pose);
                    break;
                case V1.ConverseResponse.ResponseOneofCase.Summary:
                    _inbox.Enqueue(response.Summary);
                    break;
            }
        }

        private void Retarget(V1.ConversationFrame message)
        {
            FrameReader.Read(message.A, _frame!, "a");
            _retargetA!.Retarget(_frame!, _pose.A);
            FrameReader.Read(message.B, _frame!, "b");
            _retargetB!.Retarget(_frame!, _pose.B);
            _pose.Index = message.Index;
            _pose.TimeS = message.TimeS;
            _poses.Write(_pose);
            _nextFrame = message.Index + 1;
        }

        private void Announce(ConnectionState state, string error = "") => _inbox.Enqueue(new StateChange(state, error));

        /// <summary>Whether trying again with the same would be refused again.</summary>
        private static bool IsFinal(Exception error) =>
            error is InvalidDataException
            || (error is RpcException rpc
                && (rpc.StatusCode == StatusCode.InvalidArgument || rpc.StatusCode == StatusCode.FailedPrecondition
                    || rpc.StatusCode == StatusCode.Unauthenticated || rpc.StatusCode == StatusCode.PermissionDenied
                    || rpc.StatusCode == StatusCode.Unimplemented));

        private sealed class StateChange
        {
            public StateChange(ConnectionState state, string error)
            {
                State = state;
                Error = error;
            }

            public ConnectionState State { get; }

            public string Error { get; }
        }
    }
}
