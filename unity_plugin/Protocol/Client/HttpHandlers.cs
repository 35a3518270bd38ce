#nullable enable
using System;
using System.Net.Http;

namespace VisAVis.Protocol
{
    /// <summary>
    /// Makes what carries HTTP/2. Unity's own HttpClient cannot, so the package com.cysharp.yetanotherhttphandler is
    /// used where it is installed; any other HttpMessageHandler can be put in its place.
    /// </summary>
    public static class HttpHandlers
    {
        /// <summary>Replaces the handler: set before the first connection. Null takes the default again.</summary>
        public static Func<ServiceEndpoint, HttpMessageHandler>? Factory { get; set; }

        /// <summary>A handler for one channel, which owns and disposes of it.</summary>
        /// <exception cref="NotSupportedException">No HTTP/2 handler is installed.</exception>
        public static HttpMessageHandler Create(ServiceEndpoint endpoint)
        {
            if (Factory != null) return Factory(endpoint);
#if VISAVIS_YETANOTHERHTTPHANDLER
            return new Cysharp.Net.Http.YetAnotherHttpHandler
            {
                // Without TLS there is no negotiation: say HTTP/2 at once.
                Http2Only = endpoint.IsSecure ? (bool?)null : true,
                RootCertificates = endpoint.RootCertificates,
                ClientAuthCertificates = endpoint.ClientCertificate,
                ClientAuthKey = endpoint.ClientKey,
                Http2KeepAliveInterval = TimeSpan.FromSeconds(10),
                Http2KeepAliveTimeout = TimeSpan.FromSeconds(5),
            };
#else
            throw new NotSupportedException(
                "gRPC needs HTTP/2, which Unity's HttpClient does not speak. Add the package "
                + "https://github.com/Cysharp/YetAnotherHttpHandler.git?path=src/YetAnotherHttpHandler "
                + "(see the package's README), or set VisAVis.Protocol.HttpHandlers.Factory.");
#endif
        }
    }
}
