#nullable enable
using System;
using System.IO;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace VisAVis.Unity.Tests
{
    /// <summary>An authority, a server and a client certificate made for one test run, as PEM files in a folder.</summary>
    internal sealed class Certificates : IDisposable
    {
        public Certificates()
        {
            Folder = Path.Combine(Path.GetTempPath(), "visavis-tls-" + Guid.NewGuid().ToString("N"));
            Directory.CreateDirectory(Folder);
            DateTimeOffset from = DateTimeOffset.UtcNow.AddDays(-1);
            DateTimeOffset to = DateTimeOffset.UtcNow.AddDays(2);
            using ECDsa authorityKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            var request = new CertificateRequest("CN=Test authority", authorityKey, HashAlgorithmName.SHA256);
            request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
            request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, true));
            using X509Certificate2 authority = request.CreateSelfSigned(from, to);
            Authority = authority.ExportCertificatePem();
            File.WriteAllText(Path.Combine(Folder, "authority.pem"), Authority);
            (string server, string serverKey) = Issue(authority, "CN=localhost", from, to, 1);
            File.WriteAllText(Path.Combine(Folder, "server.pem"), server);
            File.WriteAllText(Path.Combine(Folder, "server.key"), serverKey);
            (Client, ClientKey) = Issue(authority, "CN=Test client", from, to, 2);
        }

        public string Folder { get; }

        public string Authority { get; }

        public string Client { get; }

        public string ClientKey { get; }

        public void Dispose() => Directory.Delete(Folder, true);

        private static (string Certificate, string Key) Issue(
            X509Certificate2 authority, string name, DateTimeOffset from, DateTimeOffset to, byte serial)
        {
            using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256);
            request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
            request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
            var names = new SubjectAlternativeNameBuilder();
            names.AddDnsName("localhost");
            names.AddIpAddress(IPAddress.Loopback);
            request.CertificateExtensions.Add(names.Build());
            using X509Certificate2 certificate = request.Create(authority, from, to, new[] { serial });
            return (certificate.ExportCertificatePem(), key.ExportPkcs8PrivateKeyPem());
        }
    }
}
