using System;
using System.Collections.Generic;
using System.Globalization;
using System.Net;
using Aggregation.Ledger;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Configuration;
using IPNetwork = System.Net.IPNetwork;

namespace Aggregation.Silo.Hosting;

/// <summary>
/// Which proxies are believed when they say whom a request comes from and whether it came by HTTPS (<c>X-Forwarded-For</c>,
/// <c>X-Forwarded-Proto</c>). Nobody else is: a sender who could name its own address would escape every limit.
/// </summary>
public static class ProxySettings
{
    private const string Everybody = "ASPNETCORE_FORWARDEDHEADERS_ENABLED";

    /// <summary>Reads <c>Security:KnownProxies</c>: addresses and networks, separated by commas.</summary>
    /// <exception cref="StartUpException">One is neither, or every sender would be believed.</exception>
    public static IReadOnlyList<IPNetwork> Read(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        if (bool.TryParse(configuration["FORWARDEDHEADERS_ENABLED"], out var enabled) && enabled)
            throw new StartUpException(
                $"{Everybody} is 'true', which believes every sender; name the proxies with Security:KnownProxies instead, such as "
                    + "'10.0.0.0/8'.");
        var networks = new List<IPNetwork>();
        foreach (var text in (configuration["Security:KnownProxies"]
            ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (IPAddress.TryParse(text, out var address))
                networks.Add(new IPNetwork(address, address.GetAddressBytes().Length * 8));
            else if (IPNetwork.TryParse(text, out var network))
                networks.Add(network);
            else
                throw new StartUpException(
                    $"Security:KnownProxies holds '{text}'; it must be addresses or networks separated by ',', such as "
                        + "'10.0.0.7,192.168.0.0/16'.");
        }

        return networks;
    }

    /// <summary>Reads <c>Security:ProxyHops</c>.</summary>
    /// <exception cref="StartUpException">It is no such number.</exception>
    public static int ReadHops(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        const int Most = 16;
        if (configuration["Security:ProxyHops"] is not { } text || string.IsNullOrWhiteSpace(text))
            return 1;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var hops) && hops is >= 1 and <= Most
            ? hops
            : throw new StartUpException($"Security:ProxyHops is '{text}'; it must be a whole number from 1 to {Most}, such as '1'.");
    }

    /// <summary>Believes these proxies, so many of them one behind another.</summary>
    public static void Configure(ForwardedHeadersOptions options, IReadOnlyList<IPNetwork> proxies, int hops)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(proxies);
        options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        options.ForwardLimit = hops;
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in proxies)
            options.KnownIPNetworks.Add(proxy);
    }
}
