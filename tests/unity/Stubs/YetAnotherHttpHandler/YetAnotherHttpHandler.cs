using System;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
#if NET10_0_OR_GREATER
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
#endif

namespace Cysharp.Net.Http
{
    /// <summary>The settings the package uses, with .NET's own HTTP/2 underneath.</summary>
    public class YetAnotherHttpHandler : HttpMessageHandler
    {
#if NET10_0_OR_GREATER
        private HttpMessageInvoker _invoker;
#endif

        public bool? Http2Only { get; set; }

        public string RootCertificates { get; set; }

        public string ClientAuthCertificates { get; set; }

        public string ClientAuthKey { get; set; }

        public TimeSpan? Http2KeepAliveInterval { get; set; }

        public TimeSpan? Http2KeepAliveTimeout { get; set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
#if NET10_0_OR_GREATER
            _invoker ??= new HttpMessageInvoker(MakeHandler());
            // The real handler speaks HTTP/1 to a plain address unless told otherwise: gRPC would not work.
            if (request.RequestUri.Scheme == "http" && Http2Only != true)
                throw new HttpRequestException("a plain connection without Http2Only would speak HTTP/1");
            return _invoker.SendAsync(request, cancellationToken);
#else
            throw new NotSupportedException();
#endif
        }

        protected override void Dispose(bool disposing)
        {
#if NET10_0_OR_GREATER
            _invoker?.Dispose();
#endif
            base.Dispose(disposing);
        }

#if NET10_0_OR_GREATER
        private SocketsHttpHandler MakeHandler()
        {
            var handler = new SocketsHttpHandler
            {
                EnableMultipleHttp2Connections = true,
                UseProxy = false,
                ConnectTimeout = TimeSpan.FromSeconds(5),
                KeepAlivePingDelay = Http2KeepAliveInterval ?? Timeout.InfiniteTimeSpan,
                KeepAlivePingTimeout = Http2KeepAliveTimeout ?? TimeSpan.FromSeconds(20),
            };
            if (RootCertificates != null)
            {
                var roots = new X509Certificate2Collection();
                roots.ImportFromPem(RootCertificates);
                var policy = new X509ChainPolicy
                {
                    TrustMode = X509ChainTrustMode.CustomRootTrust,
                    RevocationMode = X509RevocationMode.NoCheck,
                };
                policy.CustomTrustStore.AddRange(roots);
                handler.SslOptions.CertificateChainPolicy = policy;
            }

            if (ClientAuthCertificates != null)
            {
                using X509Certificate2 pem = X509Certificate2.CreateFromPem(ClientAuthCertificates, ClientAuthKey);
                X509Certificate2 own = X509CertificateLoader.LoadPkcs12(pem.Export(X509ContentType.Pfx), null);
                handler.SslOptions.ClientCertificates = new X509CertificateCollection { own };
                handler.SslOptions.LocalCertificateSelectionCallback = (a, b, c, d, e) => own;
            }

            handler.SslOptions.ApplicationProtocols = new() { SslApplicationProtocol.Http2 };
            return handler;
        }
#endif
    }
}
