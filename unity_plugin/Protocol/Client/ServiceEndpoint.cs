#nullable enable
using System;

namespace VisAVis.Protocol
{
    /// <summary>Where the service is, and how to prove who is who.</summary>
    public sealed class ServiceEndpoint
    {
        /// <summary>The service on this machine, as <c>visavis serve</c> starts it.</summary>
        public const string DefaultAddress = "http://127.0.0.1:50051";

        /// <summary>An endpoint at an address such as http://127.0.0.1:50051 or https://faces.example.com.</summary>
        /// <exception cref="ArgumentException">Not an http or https address.</exception>
        public ServiceEndpoint(string address = DefaultAddress)
        {
            string trimmed = address.Trim();
            if (trimmed.IndexOf("://", StringComparison.Ordinal) < 0) trimmed = "http://" + trimmed;
            if (!Uri.TryCreate(trimmed, UriKind.Absolute, out Uri? uri)
                || (uri.Scheme != Uri.UriSchemeHttp && uri.Scheme != Uri.UriSchemeHttps))
            {
                throw new ArgumentException(
                    $"'{address}' is no service address; write it like {DefaultAddress} or https://host:port",
                    nameof(address));
            }

            Address = uri;
        }

        /// <summary>The address; https means TLS.</summary>
        public Uri Address { get; }

        /// <summary>PEM certificates to trust instead of the public ones (your own authority); null: the public ones.</summary>
        public string? RootCertificates { get; set; }

        /// <summary>PEM certificate chain of this client, where the service asks for one (mutual TLS).</summary>
        public string? ClientCertificate { get; set; }

        /// <summary>PEM private key that belongs to the client certificate.</summary>
        public string? ClientKey { get; set; }

        /// <summary>Bearer token, where the service asks for one.</summary>
        public string? Token { get; set; }

        /// <summary>Whether the connection is encrypted.</summary>
        public bool IsSecure => Address.Scheme == Uri.UriSchemeHttps;
    }
}
