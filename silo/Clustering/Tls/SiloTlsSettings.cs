using System;
using System.Net;
using Aggregation.Ledger;
using Aggregation.Silo.Hosting.Certificates;
using Microsoft.Extensions.Configuration;

namespace Aggregation.Silo.Clustering.Tls;

/// <summary>By which certificates silos of a cluster know each other.</summary>
/// <param name="Mode">How they speak (<c>Orleans:Tls</c>).</param>
/// <param name="Certificate">The silo's own certificate, for both directions, in the name of the cluster (<c>Orleans:Certificate</c>,
/// <c>Orleans:Key</c>).</param>
/// <param name="Authority">The certificates, as PEM, of the authority that signs the silos' certificates and nothing else
/// (<c>Orleans:Authority</c>).</param>
internal sealed record SiloTlsSettings(SiloTlsMode Mode, CertificateFiles Certificate, string Authority)
{
    private const string CertificateName = "Orleans:Certificate";
    private const string AuthorityName = "Orleans:Authority";

    /// <summary>Reads and checks the settings.</summary>
    /// <param name="configuration">The configuration.</param>
    /// <param name="address">Where the other silos reach this one: beyond loopback TLS is required.</param>
    /// <param name="clusterId">The name that the certificates bear.</param>
    /// <returns>Null where silos speak plainly.</returns>
    /// <exception cref="StartUpException">They do not fit each other; the sentence says which.</exception>
    public static SiloTlsSettings? Read(IConfiguration configuration, IPAddress address, string clusterId)
    {
        var (certificate, key, authority) = (Text(CertificateName), Text("Orleans:Key"), Text(AuthorityName));
        var isReachable = !IPAddress.IsLoopback(address);
        var mode = ReadMode(Text("Orleans:Tls"), isReachable || certificate is not null);
        if (mode == SiloTlsMode.Off)
        {
            return !isReachable
                ? null
                : throw new StartUpException(
                    $"Orleans:AdvertisedIPAddress is '{address}' and Orleans:Tls is 'off'; silos speak plainly on loopback only, so "
                        + "Orleans:Tls must be 'required', or 'accepted' and then 'spoken' while a cluster goes over to it.");
        }

        if (certificate is null || authority is null)
        {
            var missing = certificate is null ? CertificateName : AuthorityName;
            throw new StartUpException(
                $"{missing} is not set and Orleans:AdvertisedIPAddress is '{address}'; silos that others can reach know each other by "
                    + $"certificates: name those that deploy/certificates/make writes with {CertificateName}, Orleans:Key and "
                    + $"{AuthorityName}.");
        }

        if (Uri.CheckHostName(clusterId) != UriHostNameType.Dns)
            throw new StartUpException(
                $"Orleans:ClusterId is '{clusterId}'; with certificates it must be the name that they bear, of letters, digits and '-', "
                    + "such as 'aggregation'.");
        return new SiloTlsSettings(mode, new CertificateFiles(CertificateName, certificate, key, null), authority);

        string? Text(string setting) => configuration[setting] is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;
    }

    private static SiloTlsMode ReadMode(string? text, bool isRequired) => text switch
    {
        null => isRequired ? SiloTlsMode.Required : SiloTlsMode.Off,
        "off" => SiloTlsMode.Off,
        "accepted" => SiloTlsMode.Accepted,
        "spoken" => SiloTlsMode.Spoken,
        "required" => SiloTlsMode.Required,
        _ => throw new StartUpException($"Orleans:Tls is '{text}'; it must be 'required', 'spoken', 'accepted' or 'off'."),
    };
}
