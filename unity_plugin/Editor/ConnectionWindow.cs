#nullable enable
using System;
using System.Threading;
using System.Threading.Tasks;
using UnityEditor;
using UnityEngine;
using VisAVis.Protocol;

namespace VisAVis.Editor
{
    /// <summary>
    /// Tests the connection to a service, and shows what it understands from a pose text while you type.
    /// </summary>
    public sealed class ConnectionWindow : EditorWindow
    {
        private const double TypingPauseS = 0.15;

        private string _address = ServiceEndpoint.DefaultAddress;
        private string _token = "";
        private string _text = "they stand close, she looks up at him";
        private string _askedText = "";
        private double _typedAt;
        private string _status = "Not tested yet.";
        private MessageType _statusType = MessageType.Info;
        private V1.PoseReading? _reading;
        private ServiceClient? _client;
        private CancellationTokenSource? _asking;
        private Task<V1.GetServiceInfoResponse>? _info;
        private Task<V1.PoseReading>? _pose;

        /// <summary>Opens the window.</summary>
        [MenuItem("Window/Vis-à-Vis/Connection")]
        public static void Open() => GetWindow<ConnectionWindow>("Vis-à-Vis Connection");

        /// <summary>Opens the window for an address and tests it.</summary>
        public static void Open(string address)
        {
            ConnectionWindow window = GetWindow<ConnectionWindow>("Vis-à-Vis Connection");
            window._address = address;
            window.Test();
        }

        /// <summary>What is known of the connection, in words.</summary>
        public string Status => _status;

        /// <summary>The last reading of the pose text; null before.</summary>
        public V1.PoseReading? Reading => _reading;

        /// <summary>The pose text; setting it is typing it.</summary>
        public string PoseText
        {
            get => _text;
            set
            {
                _text = value;
                _typedAt = EditorApplication.timeSinceStartup;
            }
        }

        /// <summary>Connects to the address and asks who is there.</summary>
        public void Test()
        {
            Close(ref _client);
            _info = null;
            _pose = null;
            _askedText = "";
            try
            {
                _client = new ServiceClient(new ServiceEndpoint(_address) { Token = _token });
                _asking = new CancellationTokenSource();
                _info = _client.GetServiceInfoAsync(_asking.Token);
                Say("Connecting...", MessageType.Info);
            }
            catch (Exception error) when (error is ArgumentException || error is NotSupportedException)
            {
                Say(error.Message, MessageType.Error);
            }
        }

        private void OnEnable() => EditorApplication.update += Tick;

        private void OnDisable()
        {
            EditorApplication.update -= Tick;
            Close(ref _client);
        }

        private void OnGUI()
        {
            _address = EditorGUILayout.TextField("Service", _address);
            _token = EditorGUILayout.PasswordField("Token (optional)", _token);
            if (GUILayout.Button("Test")) Test();
            EditorGUILayout.HelpBox(_status, _statusType);
            EditorGUILayout.Space();
            EditorGUILayout.LabelField("How the two stand");
            string typed = EditorGUILayout.TextArea(_text, GUILayout.MinHeight(40f));
            if (typed != _text) PoseText = typed;
            if (_reading == null) return;
            EditorGUILayout.HelpBox(PoseDrawing.Words(_reading), _reading.Confidence < 0.5f ? MessageType.Warning : MessageType.Info);
            PoseDrawing.Draw(GUILayoutUtility.GetRect(200f, 200f), _reading.Placement);
        }

        private void Tick()
        {
            if (_info != null && _info.IsCompleted)
            {
                if (_info.Status == TaskStatus.RanToCompletion)
                {
                    V1.GetServiceInfoResponse info = _info.Result;
                    Say($"Vis-à-Vis {info.Version}, model {info.ModelId}, rig {info.RigId}, on {info.Device}, "
                        + $"{info.ConversationsOpen} of {info.Limits?.MaxConversations} conversations open.", MessageType.Info);
                    _askedText = "";
                }
                else
                {
                    Say(Describe(_info), MessageType.Error);
                }

                _info = null;
            }

            if (_pose != null && _pose.IsCompleted)
            {
                if (_pose.Status == TaskStatus.RanToCompletion) _reading = _pose.Result;
                else if (!_pose.IsCanceled) Say(Describe(_pose), MessageType.Error);
                _pose = null;
                Repaint();
            }

            bool paused = EditorApplication.timeSinceStartup - _typedAt > TypingPauseS;
            if (_client == null || _pose != null || _info != null || !paused || _text == _askedText || _text.Length == 0) return;
            _askedText = _text;
            _pose = _client.InterpretPoseAsync(_text, null, _asking!.Token);
        }

        private void Say(string words, MessageType type)
        {
            _status = words;
            _statusType = type;
            Repaint();
        }

        private string Describe(Task failed) => failed.Exception == null
            ? "cancelled"
            : ServiceClient.Describe(failed.Exception.InnerException ?? failed.Exception, _client!.Endpoint);

        private void Close(ref ServiceClient? client)
        {
            _asking?.Cancel();
            _asking = null;
            client?.Dispose();
            client = null;
        }
    }
}
