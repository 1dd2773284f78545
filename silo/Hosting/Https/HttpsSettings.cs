using System;
using System.Linq;
using Aggregation.Ledger;
using Aggregation.Silo.Hosting.Certificates;
using Microsoft.Extensions.Configuration;

namespace Aggregation.Silo.Hosting.Https;

/// <summary>
/// Where the certificate is that the silo shows to whoever connects by HTTPS: <c>Https:Certificate</c>, <c>Https:Key</c>,
/// <c>Https:Password</c>.
/// </summary>
public static class HttpsSettings
{
    /// <summary>Reads and checks the settings.</summary>
    /// <param name="configuration">The configuration.</param>
    /// <param name="urls">Where the silo listens: an address with https needs a certificate, and a certificate such an address.</param>
    /// <returns>Null where the silo does not listen by HTTPS.</returns>
    /// <exception cref="StartUpException">They do not fit each other; the sentence says which.</exception>
    public static CertificateFiles? Read(IConfiguration configuration, string urls)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(urls);
        var certificate = Text("Https:Certificate");
        var isWanted = urls.Split(';', StringSplitOptions.TrimEntries)
            .Any(url => url.StartsWith("https://", StringComparison.OrdinalIgnoreCase));
        if (certificate is null)
        {
            return !isWanted
                ? null
                : throw new StartUpException(
                    $"ASPNETCORE_URLS is '{urls}' and Https:Certificate is not set; it must name a certificate as PEM or PFX.");
        }

        if (!isWanted)
            throw new StartUpException(
                $"Https:Certificate is '{certificate}' and ASPNETCORE_URLS, '{urls}', has no address with https; add one, such as "
                    + "'https://+:8443'.");
        return new CertificateFiles("Https:Certificate", certificate, Text("Https:Key"), Text("Https:Password"));

        string? Text(string setting) => configuration[setting] is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;
    }
}
