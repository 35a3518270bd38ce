#nullable enable
using System;
using System.Threading;
using System.Threading.Tasks;
using Grpc.Core;
using Grpc.Net.Client;

namespace VisAVis.Protocol
{
    /// <summary>
    /// One channel to the service and its simple calls. Errors are <see cref="RpcException"/>;
    /// <see cref="Describe"/> says them in words for people.
    /// </summary>
    public sealed class ServiceClient : IDisposable
    {
        private readonly GrpcChannel _channel;
        private readonly V1.ConversationService.ConversationServiceClient _stub;
        private readonly Metadata _headers = new Metadata();

        /// <summary>A client of the service at an endpoint. Connects with the first call.</summary>
        /// <exception cref="NotSupportedException">No HTTP/2 handler is installed.</exception>
        public ServiceClient(ServiceEndpoint endpoint)
        {
            Endpoint = endpoint;
            var options = new GrpcChannelOptions
            {
                HttpHandler = HttpHandlers.Create(endpoint),
                DisposeHttpClient = true,
                MaxReceiveMessageSize = 64 * 1024 * 1024,
            };
            _channel = GrpcChannel.ForAddress(endpoint.Address, options);
            _stub = new V1.ConversationService.ConversationServiceClient(_channel);
            if (!string.IsNullOrEmpty(endpoint.Token)) _headers.Add("authorization", "Bearer " + endpoint.Token);
        }

        /// <summary>Where the service is.</summary>
        public ServiceEndpoint Endpoint { get; }

        /// <summary>Versions, model, look-aheads on offer, limits, device.</summary>
        public async Task<V1.GetServiceInfoResponse> GetServiceInfoAsync(CancellationToken cancel = default) =>
            await _stub.GetServiceInfoAsync(new V1.GetServiceInfoRequest(), Within(10, cancel)).ResponseAsync
                .ConfigureAwait(false);

        /// <summary>The rig of the service's frames.</summary>
        public async Task<V1.Rig> GetRigAsync(CancellationToken cancel = default)
        {
            V1.GetRigResponse answer = await _stub.GetRigAsync(new V1.GetRigRequest(), Within(10, cancel)).ResponseAsync
                .ConfigureAwait(false);
            return answer.Rig;
        }

        /// <summary>What the service understands from a pose text.</summary>
        public async Task<V1.PoseReading> InterpretPoseAsync(
            string text, V1.Placement? current = null, CancellationToken cancel = default)
        {
            var request = new V1.InterpretPoseRequest { Text = text };
            if (current != null) request.Current = current;
            V1.InterpretPoseResponse answer = await _stub.InterpretPoseAsync(request, Within(10, cancel)).ResponseAsync
                .ConfigureAwait(false);
            return answer.Reading;
        }

        /// <summary>
        /// A voice print of one voice: mono samples in [-1, 1] of at least three seconds of speech.
        /// </summary>
        public async Task<V1.EnrollVoiceResponse> EnrollVoiceAsync(
            float[] samples, int sampleRate, CancellationToken cancel = default)
        {
            using AsyncClientStreamingCall<V1.EnrollVoiceRequest, V1.EnrollVoiceResponse> call =
                _stub.EnrollVoice(Within(60, cancel));
            for (int at = 0; at < samples.Length; at += sampleRate)
            {
                int count = Math.Min(sampleRate, samples.Length - at);
                await call.RequestStream.WriteAsync(new V1.EnrollVoiceRequest
                {
                    SampleRate = sampleRate,
                    Encoding = V1.AudioEncoding.PcmS16Le,
                    Samples = PcmBytes.Pack(samples.AsSpan(at, count)),
                }).ConfigureAwait(false);
            }

            await call.RequestStream.CompleteAsync().ConfigureAwait(false);
            return await call.ResponseAsync.ConfigureAwait(false);
        }

        /// <summary>A whole recording at once; the answers go to <paramref name="receive"/> in order, on another thread.</summary>
        public async Task BakeAsync(
            V1.BakeRequest request, Action<V1.BakeResponse> receive, CancellationToken cancel = default)
        {
            using AsyncServerStreamingCall<V1.BakeResponse> call = _stub.Bake(request, Options(cancel));
            while (await call.ResponseStream.MoveNext(cancel).ConfigureAwait(false)) receive(call.ResponseStream.Current);
        }

        /// <summary>Ends the channel and every call on it.</summary>
        public void Dispose() => _channel.Dispose();

        /// <summary>What went wrong, in words for people.</summary>
        public static string Describe(Exception error, ServiceEndpoint endpoint)
        {
            if (!(error is RpcException rpc)) return error.Message;
            return rpc.StatusCode switch
            {
                StatusCode.Unavailable =>
                    $"no service answers at {endpoint.Address} (start one with: visavis serve): {rpc.Status.Detail}",
                StatusCode.Unauthenticated => $"the service asks for a token: {rpc.Status.Detail}",
                StatusCode.ResourceExhausted => $"the service is full: {rpc.Status.Detail}",
                StatusCode.Unimplemented => $"{endpoint.Address} is no Vis-à-Vis service: {rpc.Status.Detail}",
                StatusCode.DeadlineExceeded => $"the service at {endpoint.Address} does not answer in time",
                _ => rpc.Status.Detail,
            };
        }

        internal AsyncDuplexStreamingCall<V1.ConverseRequest, V1.ConverseResponse> Converse(CancellationToken cancel) =>
            _stub.Converse(Options(cancel));

        private CallOptions Options(CancellationToken cancel) => new CallOptions(_headers, null, cancel);

        private CallOptions Within(double seconds, CancellationToken cancel) =>
            new CallOptions(_headers, DateTime.UtcNow.AddSeconds(seconds), cancel);
    }
}
