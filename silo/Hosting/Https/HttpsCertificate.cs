using System;
using System.IO;
using System.Linq;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using Microsoft.Extensions.Logging;

namespace Aggregation.Hosting.Https;

/// <summary>The certificate that connections are shown, read again when its files change: whoever connects then is shown the new one.</summary>
public sealed class HttpsCertificate
{
    private static readonly TimeSpan Soon = TimeSpan.FromDays(14);

    private readonly HttpsSettings settings;
    private readonly TimeProvider time;
    private readonly ILogger<HttpsCertificate> logger;
    private byte[] content;
    private byte[]? refused;
    private SslStreamCertificateContext current;

    /// <summary>Reads the certificate.</summary>
    /// <param name="settings">Where it is.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">Where it is told until when it is valid, and that a new one cannot be used.</param>
    /// <exception cref="StartUpException">It cannot be used.</exception>
    public HttpsCertificate(HttpsSettings settings, TimeProvider time, ILogger<HttpsCertificate> logger)
    {
        ArgumentNullException.ThrowIfNull(settings);
        this.settings = settings;
        this.time = time;
        this.logger = logger;
        try
        {
            content = ReadFiles();
            current = Load();
        }
        catch (Exception exception) when (IsUseless(exception))
        {
            throw new StartUpException($"Https:Certificate is '{settings.Certificate}'{(settings.Key is null ? "" : $" with Https:Key '{settings.Key}'")}, which cannot be used: {exception.Message} It must be a certificate with its private key, as PEM or PFX.", exception);
        }

        Tell();
    }

    /// <summary>What is shown now.</summary>
    public SslStreamCertificateContext Current => Volatile.Read(ref current);

    /// <summary>Reads the files again if they have changed. While what they hold cannot be used, as between the writing of the two, the one before stays.</summary>
    public void Refresh()
    {
        byte[]? read = null;
        try
        {
            read = ReadFiles();
            if (read.AsSpan().SequenceEqual(content))
                return;
            Volatile.Write(ref current, Load());
            content = read;
            Tell();
        }
        catch (Exception exception) when (IsUseless(exception))
        {
            if (refused is not null && read.AsSpan().SequenceEqual(refused))
                return;
            refused = read ?? [];
            logger.CertificateUseless(settings.Certificate, exception.Message);
        }
    }

    private static bool IsUseless(Exception exception) => exception is IOException or UnauthorizedAccessException or CryptographicException or ArgumentException;

    private byte[] ReadFiles() => [.. File.ReadAllBytes(settings.Certificate), .. settings.Key is null ? [] : File.ReadAllBytes(settings.Key)];

    private SslStreamCertificateContext Load()
    {
        var all = new X509Certificate2Collection();
        X509Certificate2 shown;
        if (settings.IsPfx)
        {
            all.AddRange(X509CertificateLoader.LoadPkcs12CollectionFromFile(settings.Certificate, settings.Password));
            shown = all.FirstOrDefault(certificate => certificate.HasPrivateKey) ?? throw new CryptographicException("It holds no private key.");
        }
        else
        {
            all.ImportFromPemFile(settings.Certificate);
            var keyFile = settings.Key ?? settings.Certificate;
            shown = settings.Password is null ? X509Certificate2.CreateFromPemFile(settings.Certificate, keyFile) : X509Certificate2.CreateFromEncryptedPemFile(settings.Certificate, settings.Password, keyFile);
            // Windows shows only certificates whose key it has stored.
            if (OperatingSystem.IsWindows())
                shown = X509CertificateLoader.LoadPkcs12(shown.Export(X509ContentType.Pkcs12), null);
        }

        return SslStreamCertificateContext.Create(shown, all, offline: true);
    }

    private void Tell()
    {
        var end = new DateTimeOffset(Current.TargetCertificate.NotAfter).ToUniversalTime();
        if (end - time.GetUtcNow() < Soon)
            logger.CertificateEndsSoon(settings.Certificate, end);
        else
            logger.CertificateShown(settings.Certificate, end);
    }
}
