using System;
using System.IO;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using Aggregation.Ledger;
using Aggregation.Silo.Hosting.Certificates;
using Microsoft.Extensions.Logging;

namespace Aggregation.Silo.Clustering.Tls;

/// <summary>The certificate by which this silo is known to the others, and the authority by which it knows them.</summary>
internal sealed class SiloCertificate : CertificateReloader
{
    private const string ServerUsage = "1.3.6.1.5.5.7.3.1";
    private const string ClientUsage = "1.3.6.1.5.5.7.3.2";

    private readonly SiloTlsSettings settings;
    private readonly string cluster;
    private X509Certificate2Collection authorities = [];

    /// <summary>Reads the certificates.</summary>
    /// <param name="settings">Where they are.</param>
    /// <param name="cluster">The name that every silo's certificate bears.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">Where it is told until when they are valid.</param>
    /// <exception cref="StartUpException">They cannot be used, or the other silos would refuse this one for its own.</exception>
    public SiloCertificate(SiloTlsSettings settings, string cluster, TimeProvider time, ILogger<SiloCertificate> logger)
        : base(settings.Certificate, time, logger)
    {
        (this.settings, this.cluster) = (settings, cluster);
        Open();
    }

    /// <summary>What this silo shows.</summary>
    public X509Certificate2 Own => Current.TargetCertificate;

    /// <summary>True for the certificate of a silo of this cluster: signed by the authority, valid now, in the cluster's name.</summary>
    public bool IsOfCluster(X509Certificate2 certificate) => IsOfCluster(certificate, Volatile.Read(ref authorities));

    /// <inheritdoc/>
    protected override byte[] ReadFiles() => [.. base.ReadFiles(), .. File.ReadAllBytes(settings.Authority)];

    /// <inheritdoc/>
    protected override SslStreamCertificateContext Load()
    {
        var read = new X509Certificate2Collection();
        read.ImportFromPemFile(settings.Authority);
        var loaded = base.Load();
        if (!IsOfCluster(loaded.TargetCertificate, read))
            throw new CryptographicException(
                $"It is not valid now, not signed by the authority of Orleans:Authority, '{settings.Authority}', not for both "
                    + $"directions, or does not bear the name of the cluster, '{cluster}'.");
        Volatile.Write(ref authorities, read);
        return loaded;
    }

    private bool IsOfCluster(X509Certificate2 certificate, X509Certificate2Collection signers)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(signers);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.ApplicationPolicy.Add(new Oid(ServerUsage));
        chain.ChainPolicy.ApplicationPolicy.Add(new Oid(ClientUsage));
        return chain.Build(certificate) && certificate.MatchesHostname(cluster, allowWildcards: false, allowCommonName: false);
    }
}
