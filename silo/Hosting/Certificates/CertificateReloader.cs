using System;
using System.IO;
using System.Linq;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using Aggregation.Ledger;
using Microsoft.Extensions.Logging;

namespace Aggregation.Silo.Hosting.Certificates;

/// <summary>
/// The certificate that connections are shown, read again when its files change: whoever connects then is shown the new one.
/// </summary>
public abstract class CertificateReloader
{
    private static readonly TimeSpan Soon = TimeSpan.FromDays(14);

    private readonly CertificateFiles files;
    private readonly TimeProvider time;
    private readonly ILogger logger;
    private byte[] content = [];
    private byte[]? refused;
    private SslStreamCertificateContext? current;

    /// <summary>Names the files; <see cref="Open"/> reads them.</summary>
    /// <param name="files">Where it is.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">Where it is told until when it is valid, and that a new one cannot be used.</param>
    protected CertificateReloader(CertificateFiles files, TimeProvider time, ILogger logger)
    {
        ArgumentNullException.ThrowIfNull(files);
        this.files = files;
        this.time = time;
        this.logger = logger;
    }

    /// <summary>Told, after the first reading, that another certificate is shown.</summary>
    public event EventHandler? Renewed;

    /// <summary>What is shown now.</summary>
    public SslStreamCertificateContext Current =>
        Volatile.Read(ref current) ?? throw new InvalidOperationException("The certificate has not been read.");

    /// <summary>
    /// Reads the files again if they have changed. While what they hold cannot be used, as between the writing of the two, the one before
    /// stays.
    /// </summary>
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
            Renewed?.Invoke(this, EventArgs.Empty);
        }
        catch (Exception exception) when (IsUseless(exception))
        {
            if (refused is not null && read.AsSpan().SequenceEqual(refused))
                return;
            refused = read ?? [];
            logger.CertificateUseless(files.Certificate, exception.Message);
        }
    }

    /// <summary>Reads the certificate for the first time.</summary>
    /// <exception cref="StartUpException">It cannot be used.</exception>
    protected void Open()
    {
        try
        {
            content = ReadFiles();
            current = Load();
        }
        catch (Exception exception) when (IsUseless(exception))
        {
            throw new StartUpException(
                $"{files.Description}, which cannot be used: {exception.Message} It must be a certificate with its private key, as PEM "
                    + "or PFX.",
                exception);
        }

        Tell();
    }

    /// <summary>Everything that a change is looked for in.</summary>
    protected virtual byte[] ReadFiles() =>
        [.. File.ReadAllBytes(files.Certificate), .. files.Key is null ? [] : File.ReadAllBytes(files.Key)];

    /// <summary>Makes what is shown of what the files hold.</summary>
    protected virtual SslStreamCertificateContext Load()
    {
        var all = new X509Certificate2Collection();
        X509Certificate2 shown;
        if (files.IsPfx)
        {
            all.AddRange(X509CertificateLoader.LoadPkcs12CollectionFromFile(files.Certificate, files.Password));
            shown = all.FirstOrDefault(certificate => certificate.HasPrivateKey)
                ?? throw new CryptographicException("It holds no private key.");
        }
        else
        {
            all.ImportFromPemFile(files.Certificate);
            var keyFile = files.Key ?? files.Certificate;
            shown = files.Password is null
                ? X509Certificate2.CreateFromPemFile(files.Certificate, keyFile)
                : X509Certificate2.CreateFromEncryptedPemFile(files.Certificate, files.Password, keyFile);
            // Windows shows only certificates whose key it has stored.
            if (OperatingSystem.IsWindows())
                shown = X509CertificateLoader.LoadPkcs12(shown.Export(X509ContentType.Pkcs12), null);
        }

        return SslStreamCertificateContext.Create(shown, all, offline: true);
    }

    private static bool IsUseless(Exception exception) =>
        exception is IOException or UnauthorizedAccessException or CryptographicException or ArgumentException;

    private void Tell()
    {
        var end = new DateTimeOffset(Current.TargetCertificate.NotAfter).ToUniversalTime();
        if (end - time.GetUtcNow() < Soon)
            logger.CertificateEndsSoon(files.Certificate, end);
        else
            logger.CertificateShown(files.Certificate, end);
    }
}
