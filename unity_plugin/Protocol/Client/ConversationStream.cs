#nullable enable
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Diagnostics;
using System.Threading;
using System.Threading.Tasks;
using Google.Protobuf;
using Grpc.Core;

namespace VisAVis.Protocol
{
    /// <summary>
    /// One <c>Converse</c> call from opening to end: reads the tracks and the outbox and writes them to the service, and
    /// hands over what comes back. Knows nothing of reconnecting.
    /// </summary>
    internal sealed class ConversationStream
    {
        private const double ChunkSeconds = 0.1;
        private const int TickMilliseconds = 20;
        private const int WatchMilliseconds = 200;

        private readonly IReadOnlyList<ConversationTrack> _tracks;
        private readonly ConcurrentQueue<V1.ConverseRequest> _outbox;
        private readonly Func<bool> _audioEnded;
        private readonly Action<V1.ConverseResponse> _receive;
        private readonly double _stallSeconds;
        private readonly long[] _cursors;
        private readonly long[] _clocks;
        private readonly float[] _samples;
        private readonly byte[] _bytes;
        private readonly V1.ConverseRequest _audioRequest;
        private readonly Stopwatch _watch = Stopwatch.StartNew();
        private Exception? _sendError;
        private long _heardAt;
        private double _owedAfterS;
        private double _lastFrameS;
        private bool _offline;
        private bool _summarised;
        private bool _stalled;

        public ConversationStream(IReadOnlyList<ConversationTrack> tracks,
            ConcurrentQueue<V1.ConverseRequest> outbox, Func<bool> audioEnded, Action<V1.ConverseResponse> receive,
            double stallSeconds)
        {
            _tracks = tracks;
            _outbox = outbox;
            _audioEnded = audioEnded;
            _receive = receive;
            _stallSeconds = stallSeconds;
            _cursors = new long[tracks.Count];
            _clocks = new long[tracks.Count];
            _samples = new float[(int)(tracks[0].Audio.SampleRate * ChunkSeconds)];
            _bytes = new byte[2 * _samples.Length];
            _audioRequest = new V1.ConverseRequest { Audio = new V1.AudioChunk() };
        }

        /// <summary>
        /// Runs the call; returns when the service has sent its summary.
        /// </summary>
        /// <exception cref="RpcException">The call failed.</exception>
        /// <exception cref="TimeoutException">Nothing came for too long although something was owed.</exception>
        /// <exception cref="OperationCanceledException">Cancelled by the caller.</exception>
        public async Task RunAsync(ServiceClient service, V1.ConversationConfig config, CancellationToken cancel)
        {
            long resumeSample = (long)Math.Round(config.ResumeAtS * config.SampleRate);
            for (int i = 0; i < _cursors.Length; i++) _cursors[i] = _clocks[i] = resumeSample;
            _lastFrameS = config.ResumeAtS;
            // Until the header says how much future a frame waits for, an answer is owed at once.
            _owedAfterS = double.NegativeInfinity;
            using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            using AsyncDuplexStreamingCall<V1.ConverseRequest, V1.ConverseResponse> call = service.Converse(ending.Token);
            Task send = SendAsync(call.RequestStream, config, ending);
            Task watch = WatchAsync(ending);
            try
            {
                while (await call.ResponseStream.MoveNext(ending.Token).ConfigureAwait(false))
                {
                    V1.ConverseResponse response = call.ResponseStream.Current;
                    Note(response);
                    _receive(response);
                }
            }
            catch (Exception error) when (!cancel.IsCancellationRequested && Volatile.Read(ref _stalled))
            {
                throw new TimeoutException($"the service has been silent for {_stallSeconds:0.#} s", error);
            }
            catch (Exception error) when (!cancel.IsCancellationRequested && _sendError != null)
            {
                throw new InvalidOperationException($"the sound could not be sent: {_sendError.Message}", error);
            }
            finally
            {
                ending.Cancel();
                await Quietly(send).ConfigureAwait(false);
                await Quietly(watch).ConfigureAwait(false);
            }

            if (!_summarised)
                throw new RpcException(new Status(StatusCode.Unavailable, "the service ended the stream without a summary"));
        }

        private void Note(V1.ConverseResponse response)
        {
            Volatile.Write(ref _heardAt, _watch.ElapsedMilliseconds);
            switch (response.ResponseCase)
            {
                case V1.ConverseResponse.ResponseOneofCase.Header:
                    V1.StreamHeader header = response.Header;
                    Volatile.Write(ref _offline, header.LookAhead == V1.LookAhead.Offline);
                    Volatile.Write(ref _owedAfterS, header.LookAheadMs / 1000.0 + 3.0 / Math.Max(header.Fps, 1));
                    break;
                case V1.ConverseResponse.ResponseOneofCase.Frame:
                    Volatile.Write(ref _lastFrameS, response.Frame.TimeS);
                    break;
                case V1.ConverseResponse.ResponseOneofCase.Summary:
                    _summarised = true;
                    break;
            }
        }

        private async Task SendAsync(IClientStreamWriter<V1.ConverseRequest> writer, V1.ConversationConfig config,
            CancellationTokenSource ending)
        {
            try
            {
                await writer.WriteAsync(new V1.ConverseRequest { Open = config }).ConfigureAwait(false);
                bool ended = false;
                while (!ended)
                {
                    // Read before the tracks are drained, so that sound written before the end is always sent.
                    ended = _audioEnded();
                    while (_outbox.TryDequeue(out V1.ConverseRequest? request))
                        await writer.WriteAsync(request).ConfigureAwait(false);
                    for (int i = 0; i < _tracks.Count; i++)
                    {
                        await SendSoundAsync(writer, i).ConfigureAwait(false);
                        await SendClockAsync(writer, i).ConfigureAwait(false);
                    }

                    if (!ended) await Task.Delay(TickMilliseconds, ending.Token).ConfigureAwait(false);
                }

                await writer.CompleteAsync().ConfigureAwait(false);
            }
            catch (Exception error) when (!(error is RpcException) && !ending.IsCancellationRequested)
            {
                // Of a failed call the reading half tells; anything else must end the call, or nobody would notice.
                if (!(error is InvalidOperationException)) _sendError = error;
                if (_sendError != null) ending.Cancel();
            }
        }

        private async Task SendSoundAsync(IClientStreamWriter<V1.ConverseRequest> writer, int track)
        {
            V1.AudioChunk chunk = _audioRequest.Audio;
            while (true)
            {
                int count = _tracks[track].Audio.Read(ref _cursors[track], _samples, out long start);
                if (count == 0) return;
                PcmBytes.Pack(_samples.AsSpan(0, count), _bytes);
                chunk.Participant = _tracks[track].Participant;
                chunk.StartSample = start;
                chunk.Samples = UnsafeByteOperations.UnsafeWrap(_bytes.AsMemory(0, 2 * count));
                await writer.WriteAsync(_audioRequest).ConfigureAwait(false);
            }
        }

        private async Task SendClockAsync(IClientStreamWriter<V1.ConverseRequest> writer, int track)
        {
            // Sound may have been written since the last was sent: time is told only as far as that.
            long settled = _tracks[track].Audio.SettledAfter(_cursors[track]);
            if (settled <= Math.Max(_cursors[track], _clocks[track])) return;
            _clocks[track] = settled;
            var clock = new V1.Clock { Participant = _tracks[track].Participant, UpToSample = settled };
            await writer.WriteAsync(new V1.ConverseRequest { Clock = clock }).ConfigureAwait(false);
        }

        /// <summary>Ends the call when the service owes frames and stays silent.</summary>
        private async Task WatchAsync(CancellationTokenSource ending)
        {
            long owedSince = 0;
            while (true)
            {
                await Task.Delay(WatchMilliseconds, ending.Token).ConfigureAwait(false);
                double knownS = double.PositiveInfinity;
                foreach (ConversationTrack track in _tracks)
                    knownS = Math.Min(knownS, track.Audio.Floor / (double)track.Audio.SampleRate);
                bool owed = !Volatile.Read(ref _offline)
                    && knownS - Volatile.Read(ref _owedAfterS) > Volatile.Read(ref _lastFrameS);
                long now = _watch.ElapsedMilliseconds;
                if (!owed) owedSince = now;
                if (now - Math.Max(owedSince, Volatile.Read(ref _heardAt)) < _stallSeconds * 1000) continue;
                Volatile.Write(ref _stalled, true);
                ending.Cancel();
                return;
            }
        }

        private static async Task Quietly(Task task)
        {
            try
            {
                await task.ConfigureAwait(false);
            }
            catch (Exception)
            {
                // The call's own status says what went wrong; how its halves ended adds nothing.
            }
        }
    }
}
