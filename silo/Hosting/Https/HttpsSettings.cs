using System;
using System.IO;
using System.Linq;
using Microsoft.Extensions.Configuration;

namespace Aggregation.Hosting.Https;

/// <summary>Where the certificate is that the silo shows to whoever connects by HTTPS.</summary>
/// <param name="Certificate">The file (<c>Https:Certificate</c>): PEM, with the certificates that lead to the root after it, or PFX.</param>
/// <param name="Key">The file of its private key (<c>Https:Key</c>), PEM; null when the key is in the certificate's own file.</param>
/// <param name="Password">What the key is encrypted with (<c>Https:Password</c>); null when it is not.</param>
public sealed record HttpsSettings(string Certificate, string? Key, string? Password)
{
    /// <summary>True when the file is PFX (PKCS #12) by its name.</summary>
    public bool IsPfx => Path.GetExtension(Certificate).ToUpperInvariant() is ".PFX" or ".P12";

    /// <summary>Reads and checks the settings.</summary>
    /// <param name="configuration">The configuration.</param>
    /// <param name="urls">Where the silo listens: an address with https needs a certificate, and a certificate such an address.</param>
    /// <returns>Null where the silo does not listen by HTTPS.</returns>
    /// <exception cref="StartUpException">They do not fit each other; the sentence says which.</exception>
    public static HttpsSettings? Read(IConfiguration configuration, string urls)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(urls);
        var certificate = Text("Https:Certificate");
        var isWanted = urls.Split(';', StringSplitOptions.TrimEntries).Any(url => url.StartsWith("https://", StringComparison.OrdinalIgnoreCase));
        if (certificate is null)
        {
            return !isWanted
                ? null
                : throw new StartUpException($"ASPNETCORE_URLS is '{urls}' and Https:Certificate is not set; it must name a certificate as PEM or PFX.");
        }

        if (!isWanted)
            throw new StartUpException($"Https:Certificate is '{certificate}' and ASPNETCORE_URLS, '{urls}', has no address with https; add one, such as 'https://+:8443'.");
        return new HttpsSettings(certificate, Text("Https:Key"), Text("Https:Password"));

        string? Text(string setting) => configuration[setting] is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;
    }
}
