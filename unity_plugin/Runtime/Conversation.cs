#nullable enable
using System;
using System.Collections.Generic;
using UnityEngine;
using VisAVis.Core;
using VisAVis.Protocol;

namespace VisAVis
{
    /// <summary>Who decides where the two stand.</summary>
    public enum PlacementSource
    {
        /// <summary>The characters' transforms, followed as they walk.</summary>
        Characters,

        /// <summary>The pose text. Add a <see cref="CharacterPlacement"/> to move the characters there.</summary>
        PoseText,
    }

    /// <summary>
    /// A live conversation between two people: connects to the service, sends what their voices say, and gives both
    /// faces for the moment that is being heard. One sound clock rules all: the audio engine's.
    /// </summary>
    [AddComponentMenu("Vis-à-Vis/Conversation")]
    [DefaultExecutionOrder(-100)]
    public sealed class Conversation : FaceSource
    {
        #region Settings

        [Header("Service")]
        [SerializeField, Tooltip("Where the service is: http://host:port, or https://host:port for TLS.")]
        private string address = ServiceEndpoint.DefaultAddress;

        [SerializeField, Tooltip("Connect as soon as this component is enabled.")]
        private bool connectOnEnable = true;

        [SerializeField, Tooltip("Bearer token, where the service asks for one.")]
        private string token = "";

        [SerializeField, Tooltip("PEM certificates to trust instead of the public ones, for a service with a certificate of your own.")]
        private TextAsset? rootCertificates;

        [Header("Sound")]
        [SerializeField, Tooltip("Separate: one track per person. Mixed: ONE track with both voices.")]
        private V1.AudioLayout layout = V1.AudioLayout.Separate;

        [SerializeField, Tooltip("How much of the future a frame may hear. More is smoother and later.")]
        private V1.LookAhead lookAhead = V1.LookAhead.Live;

        [SerializeField, Range(0.05f, 2f), Tooltip("What sound waits beyond the look-ahead, for network and computing, seconds.")]
        private float margin = 0.15f;

        [SerializeField, Range(-0.3f, 0.3f), Tooltip("Added to what the audio engine says of its delay, seconds; positive when the sound leaves the loudspeaker late (Bluetooth).")]
        private float outputDelay;

        [SerializeField, Tooltip("Mixed track: A's voice print, if enrolled.")]
        private TextAsset? voicePrintA;

        [SerializeField, Tooltip("Mixed track: B's voice print, if enrolled.")]
        private TextAsset? voicePrintB;

        [Header("People")]
        [SerializeField, Tooltip("The character who is A.")]
        private CharacterFace? characterA;

        [SerializeField, Tooltip("The character who is B.")]
        private CharacterFace? characterB;

        [SerializeField, Tooltip("How A behaves.")]
        private Style styleA = new Style();

        [SerializeField, Tooltip("How B behaves.")]
        private Style styleB = new Style();

        [Header("Scene")]
        [SerializeField, Tooltip("Who decides where the two stand.")]
        private PlacementSource placementFrom = PlacementSource.Characters;

        [SerializeField, TextArea(2, 4), Tooltip("How the two stand, as an English sentence about both of them.")]
        private string poseText = "";

        [SerializeField, Tooltip("What there is to glance at.")]
        private List<GazeTarget> gazeTargets = new List<GazeTarget>();

        [Header("Chance")]
        [SerializeField, Tooltip("Same sound, same seed: same faces.")]
        private int seed;

        /// <summary>How one person behaves.</summary>
        [Serializable]
        public sealed class Style
        {
            /// <summary>Size of mouth movement.</summary>
            [Range(0f, 2f), Tooltip("Size of mouth movement.")]
            public float articulation = 1f;

            /// <summary>Size of expression, brow and head movement.</summary>
            [Range(0f, 2f), Tooltip("Size of expression, brow and head movement.")]
            public float liveliness = 1f;

            /// <summary>Lasting mood: displeased, neutral, pleased.</summary>
            [Range(-1f, 1f), Tooltip("Lasting mood: displeased, neutral, pleased.")]
            public float mood;
        }

        #endregion

        #region Run-time properties

        /// <summary>Where the service is; takes effect with the next <see cref="Connect"/>.</summary>
        public string Address
        {
            get => address;
            set => address = value;
        }

        /// <summary>Whether one mixed track or two; takes effect with the next <see cref="Connect"/>.</summary>
        public V1.AudioLayout Layout
        {
            get => layout;
            set => layout = value;
        }

        /// <summary>Whether enabling the component connects.</summary>
        public bool ConnectOnEnable
        {
            get => connectOnEnable;
            set => connectOnEnable = value;
        }

        /// <summary>Bearer token; takes effect with the next <see cref="Connect"/>.</summary>
        public string Token
        {
            get => token;
            set => token = value;
        }

        /// <summary>Whether a conversation runs, connected or on the way there.</summary>
        public bool IsRunning => _client != null;

        /// <summary>How the connection is.</summary>
        public ConnectionState State => _client != null ? _client.State : ConnectionState.Idle;

        /// <summary>What the last loss or refusal was, in words.</summary>
        public string LastError => _client != null ? _client.LastError : "";

        /// <inheritdoc/>
        public override double HeardS => _clock.NowS - OutputDelay.Seconds - outputDelay;

        /// <inheritdoc/>
        public override RigMap? Rig => _client?.Rig;

        /// <summary>The conversation's time at which the audio engine mixes now, seconds; ahead of what is heard by its delay.</summary>
        public double MixedS => _clock.NowS;

        /// <summary>
        /// How far ahead of being mixed new sound must be written, seconds: the look-ahead and the margin. A live voice is
        /// heard this much later than it was spoken.
        /// </summary>
        public double LeadS => LookAheadSeconds + margin;

        /// <summary>What was last understood of a pose text; null before.</summary>
        public V1.PoseReading? PoseReading { get; private set; }

        /// <summary>How the two stand, as a sentence. Setting it sends it.</summary>
        public string PoseText
        {
            get => poseText;
            set
            {
                poseText = value;
                if (_client != null && placementFrom == PlacementSource.PoseText && value.Length != 0)
                    _client.Send(new V1.SceneUpdate { TimeS = _clock.NowS + LeadS, PoseText = value });
            }
        }

        /// <summary>Who decides where the two stand.</summary>
        public PlacementSource PlacementFrom
        {
            get => placementFrom;
            set => placementFrom = value;
        }

        /// <summary>The connection's state changed.</summary>
        public event Action<ConnectionState>? StateChanged;

        /// <summary>A turn began or ended, an overlap began, a back-channel: raised when it is heard.</summary>
        public event Action<V1.RoleEvent>? RoleEventHeard;

        /// <summary>The service has something to tell.</summary>
        public event Action<V1.Notice>? NoticeReceived;

        /// <summary>A pose text was understood.</summary>
        public event Action<V1.PoseReading>? PoseRead;

        #endregion

        #region Public methods

        /// <summary>The two characters, from code.</summary>
        public void SetCharacters(CharacterFace a, CharacterFace b)
        {
            characterA = a;
            characterB = b;
        }

        /// <summary>A character of the conversation.</summary>
        public CharacterFace? GetCharacter(Person person) => person == Person.A ? characterA : characterB;

        /// <summary>Something more to glance at.</summary>
        public void AddGazeTarget(GazeTarget target)
        {
            if (!gazeTargets.Contains(target)) gazeTargets.Add(target);
            SendObjects();
        }

        /// <summary>Begins the conversation at 0 and connects. Does nothing while one runs.</summary>
        public void Connect()
        {
            if (_client != null) return;
            ServiceEndpoint endpoint;
            ServiceClient service;
            try
            {
                endpoint = new ServiceEndpoint(address)
                {
                    Token = token,
                    RootCertificates = rootCertificates != null ? rootCertificates.text : null,
                };
                service = new ServiceClient(endpoint);
            }
            catch (Exception error) when (error is ArgumentException || error is NotSupportedException)
            {
                Debug.LogError($"Vis-à-Vis: {error.Message}", this);
                return;
            }

            _clock.Start(AudioSettings.dspTime, Time.realtimeSinceStartupAsDouble);
            _bufferA.Reset();
            _bufferB.Reset();
            _pendingEvents.Clear();
            EnsureTracks();
            _placements.Begin(characterA, characterB, transform);
            var tracks = new List<ConversationTrack>();
            if (layout == V1.AudioLayout.Mixed)
            {
                tracks.Add(new ConversationTrack(_trackA!));
            }
            else
            {
                tracks.Add(new ConversationTrack(Person.A, _trackA!));
                tracks.Add(new ConversationTrack(Person.B, _trackB!));
            }

            _client = new ConversationClient(service, MakeConfig(), tracks);
            _client.StateChanged += OnStateChanged;
            _client.RoleEventReceived += roleEvent => _pendingEvents.Add(roleEvent);
            _client.NoticeReceived += notice => NoticeReceived?.Invoke(notice);
            _client.PoseReceived += OnPoseReceived;
            _client.Start();
        }

        /// <summary>Ends the conversation; the faces ease to idle. <see cref="Connect"/> begins another at 0.</summary>
        public void Disconnect()
        {
            if (_client == null) return;
            _client.Dispose();
            _client = null;
            _trackA = null;
            _trackB = null;
            Restarted?.Invoke();
            StateChanged?.Invoke(ConnectionState.Idle);
        }

        /// <summary>Says who speaks when, in seconds of the conversation's time; for a mixed track whose lines are known.</summary>
        public void SetRoles(IEnumerable<V1.RoleSpan> spans, double knownUntilS)
        {
            if (_client == null) return;
            var message = new V1.RoleSpans { KnownUntilS = knownUntilS };
            message.Spans.AddRange(spans);
            _client.Send(message);
        }

        /// <inheritdoc/>
        public override FacePose GetPose(Person person) => person == Person.A ? _shownA : _shownB;

        /// <inheritdoc/>
        public override Transform? FindObject(string objectName)
        {
            foreach (GazeTarget target in gazeTargets)
                if (target != null && target.TargetName == objectName) return target.transform;
            return null;
        }

        /// <summary>Where a placement of the service lies in the scene, and which way it faces.</summary>
        public void GetPlace(V1.PersonPlacement placement, out Vector3 position, out Vector3 facing)
        {
            V1.Vector3 p = placement.Position;
            position = Convert.Raw(_placements.Space.ToWorld(new System.Numerics.Vector3(p.X, p.Y, p.Z)));
            facing = Convert.Raw(_placements.Space.DirectionToWorld(placement.YawDeg));
        }

        /// <summary>The audio engine's time at which a moment of the conversation is mixed.</summary>
        public double DspTimeOf(double conversationS) => _clock.StartedAtS + conversationS;

        #endregion

        #region For voices

        /// <summary>A conversation ended, or another began: voices forget what they had planned.</summary>
        internal event Action? Restarted;

        /// <summary>Samples a second that go to the service.</summary>
        internal const int SampleRate = 16000;

        /// <summary>The track of a voice.</summary>
        internal AudioTrack GetTrack(VoiceOf voice)
        {
            EnsureTracks();
            return layout == V1.AudioLayout.Mixed || voice != VoiceOf.B ? _trackA! : _trackB!;
        }

        #endregion

        #region MonoBehaviour

        private void Start()
        {
            // Not before every character has woken up: where they stand is the first thing that is said.
            _started = true;
            if (connectOnEnable) Connect();
        }

        private void OnEnable()
        {
            if (_started && connectOnEnable) Connect();
        }

        private void OnDisable() => Disconnect();

        private void Update()
        {
            double now = Time.realtimeSinceStartupAsDouble;
            double dt = Math.Max(0, now - _lastUpdate);
            _lastUpdate = now;
            _sampledS += dt;
            if (_client != null)
            {
                _clock.Advance(AudioSettings.dspTime, now, AudioListener.pause);
                double heard = _sampledS = HeardS;
                _client.PlayheadS = heard;
                _client.Poll();
                while (_client != null && _client.TryTakePose(_taken))
                {
                    _bufferA.Push(_taken.TimeS, _taken.A);
                    _bufferB.Push(_taken.TimeS, _taken.B);
                }

                SendPlacement(now);
                RaiseEvents(heard);
            }

            Show(_bufferA, _idleA, _shownA, dt);
            Show(_bufferB, _idleB, _shownB, dt);
        }

        private void LateUpdate()
        {
            // After the voices have written: what they left out is silence.
            if (_client == null) return;
            long promise = (long)((_clock.NowS + LeadS) * SampleRate);
            _trackA!.Promise(promise);
            _trackB!.Promise(promise);
        }

        #endregion

        #region Private members

        private readonly PlaybackClock _clock = new PlaybackClock();
        private readonly PlaybackBuffer _bufferA = new PlaybackBuffer();
        private readonly PlaybackBuffer _bufferB = new PlaybackBuffer();
        private readonly IdleMotion _idleA = new IdleMotion(1);
        private readonly IdleMotion _idleB = new IdleMotion(2);
        private readonly FacePose _shownA = new FacePose();
        private readonly FacePose _shownB = new FacePose();
        private readonly DyadPose _taken = new DyadPose();
        private readonly CharacterPlacements _placements = new CharacterPlacements();
        private readonly List<V1.RoleEvent> _pendingEvents = new List<V1.RoleEvent>();
        private ConversationClient? _client;
        private AudioTrack? _trackA;
        private AudioTrack? _trackB;
        private double _lastUpdate;

        private double LookAheadSeconds => lookAhead == V1.LookAhead.Balanced ? 0.5 : 0.2;

        private void EnsureTracks()
        {
            if (_trackA != null) return;
            _trackA = new AudioTrack(SampleRate);
            _trackB = new AudioTrack(SampleRate);
        }

        private V1.ConversationConfig MakeConfig()
        {
            var config = new V1.ConversationConfig
            {
                SampleRate = SampleRate,
                Layout = layout == V1.AudioLayout.Mixed ? V1.AudioLayout.Mixed : V1.AudioLayout.Separate,
                LookAhead = lookAhead == V1.LookAhead.Balanced ? V1.LookAhead.Balanced : V1.LookAhead.Live,
                Seed = (ulong)seed,
                Scene = new V1.SceneUpdate(),
                StyleA = ToMessage(styleA),
                StyleB = ToMessage(styleB),
            };
            if (voicePrintA != null) config.VoiceA = ToMessage(voicePrintA);
            if (voicePrintB != null) config.VoiceB = ToMessage(voicePrintB);
            if (placementFrom == PlacementSource.Characters) config.Scene.Placement = _placements.Read();
            else config.Scene.PoseText = poseText;
            AddObjects(config.Scene);
            return config;
        }

        private void AddObjects(V1.SceneUpdate scene)
        {
            foreach (GazeTarget target in gazeTargets)
            {
                if (target == null) continue;
                scene.Objects.Add(new V1.SceneObject
                {
                    Name = target.TargetName,
                    Position = _placements.ToMessage(target.transform.position),
                    Salience = target.Salience,
                });
            }
        }

        private void SendObjects()
        {
            if (_client == null) return;
            var update = new V1.SceneUpdate { TimeS = _clock.NowS + LeadS };
            AddObjects(update);
            _client.Send(update);
        }

        private void SendPlacement(double now)
        {
            if (placementFrom != PlacementSource.Characters || !_placements.HasMoved(now)) return;
            _client!.Send(new V1.SceneUpdate
            {
                TimeS = _clock.NowS + LeadS,
                Placement = _placements.Read(),
                TransitionS = CharacterPlacements.Interval,
            });
        }

        private void RaiseEvents(double heard)
        {
            for (int i = 0; i < _pendingEvents.Count;)
            {
                V1.RoleEvent roleEvent = _pendingEvents[i];
                if (roleEvent.TimeS > heard)
                {
                    i++;
                    continue;
                }

                _pendingEvents.RemoveAt(i);
                RoleEventHeard?.Invoke(roleEvent);
            }
        }

        private void Show(PlaybackBuffer buffer, IdleMotion idle, FacePose into, double dt)
        {
            into.CopyFrom(buffer.Sample(_sampledS));
            idle.Apply(into, buffer.Idleness, dt);
        }

        private void OnStateChanged(ConnectionState state)
        {
            if (state == ConnectionState.Failed)
                Debug.LogError($"Vis-à-Vis: {LastError}", this);
            else if (state == ConnectionState.Reconnecting && !_warned)
                Debug.LogWarning($"Vis-à-Vis: {LastError}; trying again", this);
            _warned = state == ConnectionState.Reconnecting;
            StateChanged?.Invoke(state);
        }

        private void OnPoseReceived(V1.PoseReading reading)
        {
            PoseReading = reading;
            PoseRead?.Invoke(reading);
        }

        private static V1.PersonStyle ToMessage(Style style) => new V1.PersonStyle
        {
            Articulation = style.articulation,
            Liveliness = style.liveliness,
            Mood = style.mood,
        };

        private static V1.VoicePrint ToMessage(TextAsset print) =>
            new V1.VoicePrint { Data = Google.Protobuf.ByteString.CopyFrom(print.bytes) };

        private bool _started;
        private bool _warned;
        private double _sampledS;

        #endregion
    }
}
