using System;
using System.IO;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Aggregation.Testing.Http;

/// <summary>
/// A root, an authority below it, and certificates for this machine that the authority signs, written as an operator has them.
/// </summary>
public sealed class TestCertificates : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("aggregation-certificates-");
    private readonly X509Certificate2 root;
    private readonly X509Certificate2 authority;

    public TestCertificates()
    {
        using var rootKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        root = Authority("CN=Test root", rootKey).CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddYears(1));
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var signed = Authority("CN=Test authority", key).Create(
            root,
            DateTimeOffset.UtcNow.AddDays(-1),
            DateTimeOffset.UtcNow.AddDays(300),
            [1]);
        authority = signed.CopyWithPrivateKey(key);
    }

    public X509Certificate2 Root => root;

    public string CertificateFile => Path.Combine(folder.FullName, "tls.crt");

    public string KeyFile => Path.Combine(folder.FullName, "tls.key");

    public string PfxFile => Path.Combine(folder.FullName, "tls.pfx");

    public void Dispose()
    {
        root.Dispose();
        authority.Dispose();
        folder.Delete(recursive: true);
    }

    /// <summary>Writes a new certificate with its chain, and its key, as PEM.</summary>
    /// <returns>Its serial number.</returns>
    public string WritePem(byte serial)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = Sign(key, serial);
        File.WriteAllText(CertificateFile, certificate.ExportCertificatePem() + "\n" + authority.ExportCertificatePem() + "\n");
        File.WriteAllText(KeyFile, key.ExportPkcs8PrivateKeyPem());
        return certificate.SerialNumber;
    }

    /// <summary>Writes a new certificate with its chain and key as PFX.</summary>
    /// <returns>Its serial number.</returns>
    public string WritePfx(byte serial, string password)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var signed = Sign(key, serial);
        using var certificate = signed.CopyWithPrivateKey(key);
        var all = new X509Certificate2Collection { certificate, authority };
        File.WriteAllBytes(PfxFile, all.Export(X509ContentType.Pkcs12, password)!);
        return certificate.SerialNumber;
    }

    private static CertificateRequest Authority(string name, ECDsa key) => new(name, key, HashAlgorithmName.SHA256)
    {
        CertificateExtensions = { new X509BasicConstraintsExtension(
            certificateAuthority: true,
            hasPathLengthConstraint: false,
            0,
            critical: true) },
    };

    private X509Certificate2 Sign(ECDsa key, byte serial)
    {
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(System.Net.IPAddress.Loopback);
        var request = new CertificateRequest("CN=Test silo", key, HashAlgorithmName.SHA256) { CertificateExtensions = { names.Build() } };
        return request.Create(authority, DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(200), [serial]);
    }
}
