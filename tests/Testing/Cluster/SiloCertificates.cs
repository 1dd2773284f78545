using System;
using System.IO;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Aggregation.Testing.Cluster;

/// <summary>An authority of a cluster and certificates that it signs, written as deploy/certificates/make writes them.</summary>
public sealed class SiloCertificates : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("aggregation-certificates-");
    private readonly X509Certificate2 authority;

    public SiloCertificates()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=Test authority", key, HashAlgorithmName.SHA256)
        {
            CertificateExtensions = { new X509BasicConstraintsExtension(
                certificateAuthority: true,
                hasPathLengthConstraint: false,
                0,
                critical: true) },
        };
        authority = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddYears(1));
        File.WriteAllText(AuthorityFile, authority.ExportCertificatePem());
    }

    public string CertificateFile => Path.Combine(folder.FullName, "silo.crt");

    public string KeyFile => Path.Combine(folder.FullName, "silo.key");

    public string AuthorityFile => Path.Combine(folder.FullName, "authority.crt");

    /// <summary>What a silo is told to speak by them.</summary>
    public (string Name, string Value)[] Settings(string mode) =>
        [("Orleans__Tls", mode), ("Orleans__Certificate", CertificateFile), ("Orleans__Key", KeyFile),
        ("Orleans__Authority", AuthorityFile)];

    /// <summary>Writes a new certificate in the cluster's name.</summary>
    public void Write(string cluster)
    {
        using var made = Make(cluster);
        File.WriteAllText(KeyFile, made.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem());
        File.WriteAllText(CertificateFile, made.ExportCertificatePem());
    }

    /// <summary>Makes a certificate with its key.</summary>
    public X509Certificate2 Make(string cluster, bool forClients = true)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(cluster);
        OidCollection usages = [new Oid("1.3.6.1.5.5.7.3.1")];
        if (forClients)
            usages.Add(new Oid("1.3.6.1.5.5.7.3.2"));
        var request = new CertificateRequest("CN=Test silo", key, HashAlgorithmName.SHA256)
        {
            CertificateExtensions = { names.Build(), new X509EnhancedKeyUsageExtension(usages, critical: false) },
        };
        using var signed = request.Create(
            authority,
            DateTimeOffset.UtcNow.AddDays(-1),
            DateTimeOffset.UtcNow.AddDays(200),
            RandomNumberGenerator.GetBytes(8));
        return signed.CopyWithPrivateKey(key);
    }

    public void Dispose()
    {
        authority.Dispose();
        folder.Delete(recursive: true);
    }
}
