using System.Globalization;
using System.Net;
using Aggregation.Ledger;
using Aggregation.Silo.Clustering.Tls;
using Microsoft.Extensions.Configuration;

namespace Aggregation.Silo.Clustering;

/// <summary>Where this silo meets the others of its cluster: the section <c>Orleans</c> of the configuration, checked.</summary>
/// <param name="ClusterId">The silos that form one cluster (<c>Orleans:ClusterId</c>).</param>
/// <param name="ServiceId">Whose grain state it is, for good, whatever cluster runs it (<c>Orleans:ServiceId</c>).</param>
/// <param name="AdvertisedIPAddress">The address at which the other silos reach this one, and the only one it listens on
/// (<c>Orleans:AdvertisedIPAddress</c>).</param>
/// <param name="SiloPort">Where other silos connect (<c>Orleans:SiloPort</c>).</param>
/// <param name="GatewayPort">Where Orleans clients outside the cluster connect; 0, the default, for nowhere
/// (<c>Orleans:GatewayPort</c>).</param>
/// <param name="Tls">By which certificates silos know each other; null where they speak plainly, on loopback.</param>
/// <param name="Dashboard">True to serve Orleans' own dashboard to the nation's admins (<c>Orleans:Dashboard</c>).</param>
internal sealed record OrleansSettings(
    string ClusterId,
    string ServiceId,
    IPAddress AdvertisedIPAddress,
    int SiloPort,
    int GatewayPort,
    SiloTlsSettings? Tls,
    bool Dashboard)
{
    private const string DefaultId = "aggregation";
    private const int LongestId = 150;

    /// <summary>Reads and checks the section. Silos are on loopback unless told otherwise; beyond it they need certificates.</summary>
    /// <exception cref="StartUpException">A setting is wrong; the sentence names it, its value and what would be right.</exception>
    public static OrleansSettings Read(IConfiguration configuration)
    {
        var siloPort = ReadPort(configuration, "Orleans:SiloPort", usual: 11111, least: 1);
        var gatewayPort = ReadPort(configuration, "Orleans:GatewayPort", usual: 0, least: 0);
        if (siloPort == gatewayPort)
            throw new StartUpException(
                $"Orleans:SiloPort and Orleans:GatewayPort are both '{siloPort}'; they must be two ports, or Orleans:GatewayPort 0.");
        var clusterId = ReadId(configuration, "Orleans:ClusterId");
        var address = ReadAddress(configuration, "Orleans:AdvertisedIPAddress");
        return new OrleansSettings(
            clusterId,
            ReadId(configuration, "Orleans:ServiceId"),
            address,
            siloPort,
            gatewayPort,
            SiloTlsSettings.Read(configuration, address, clusterId),
            ReadBoolean(configuration, "Orleans:Dashboard"));
    }

    private static string ReadId(IConfiguration configuration, string name)
    {
        var text = Read(configuration, name) ?? DefaultId;
        return text.Length <= LongestId
            ? text
            : throw new StartUpException($"{name} is '{text}'; it must have at most {LongestId} characters.");
    }

    private static IPAddress ReadAddress(IConfiguration configuration, string name)
    {
        var text = Read(configuration, name);
        if (text is null)
            return IPAddress.Loopback;
        return IPAddress.TryParse(text, out var address) && !address.Equals(IPAddress.Any) && !address.Equals(IPAddress.IPv6Any)
            ? address
            : throw new StartUpException(
                $"{name} is '{text}'; it must be the IP address at which the other silos reach this one, such as '10.0.0.5'.");
    }

    private static int ReadPort(IConfiguration configuration, string name, int usual, int least)
    {
        var text = Read(configuration, name);
        if (text is null)
            return usual;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            && port >= least
            && port <= IPEndPoint.MaxPort
            ? port
            : throw new StartUpException($"{name} is '{text}'; it must be a port from {least} to {IPEndPoint.MaxPort}, such as '{usual}'.");
    }

    private static bool ReadBoolean(IConfiguration configuration, string name)
    {
        var text = Read(configuration, name) ?? bool.FalseString;
        return bool.TryParse(text, out var value)
            ? value
            : throw new StartUpException($"{name} is '{text}'; it must be 'true' or 'false'.");
    }

    private static string? Read(IConfiguration configuration, string name) =>
        configuration[name] is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;
}
