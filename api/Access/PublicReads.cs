using System;
using System.Linq;
using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

namespace Aggregation.Api.Access;

/// <summary>
/// Whether a request may read without a key: as <c>Security:PublicRead</c> says or, where it says nothing, only whoever sits at the
/// silo's own machine. Safe for concurrent use.
/// </summary>
/// <param name="settings">The settings.</param>
/// <param name="server">Knows where the silo listens, whoever told it.</param>
/// <param name="lifetime">Knows from when on that is all.</param>
public sealed class PublicReads(PublicReadSettings settings, IServer server, IHostApplicationLifetime lifetime)
{
    // Whoever sends one of them speaks for somebody else.
    private static readonly string[] Forwarded =
    [
        "Forwarded", "Via", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Forwarded-Server", "X-Original-For",
        "X-Real-IP"
    ];

    private bool? isPrivate;

    /// <summary>True when the request may.</summary>
    public bool Allow(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (settings.IsPublic is { } isPublic)
            return isPublic;
        return IsPrivate() && IsFromHere(context);
    }

    /// <summary>
    /// True when whoever sits at this machine may: the silo listens there alone, and knows of no proxy. Before everything listens nobody
    /// knows where.
    /// </summary>
    public bool IsPrivate()
    {
        if (settings.IsBehindProxy || !lifetime.ApplicationStarted.IsCancellationRequested)
            return false;
        return isPrivate ??= server.Features.Get<IServerAddressesFeature>()?.Addresses is { Count: > 0 } addresses
            && addresses.All(IsLoopback);
    }

    // A page elsewhere whose name leads here would else read with its visitor's browser.
    private static bool IsFromHere(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } sender && IPAddress.IsLoopback(sender)
        && IsLoopbackName(context.Request.Host.Host)
        && !Forwarded.Any(context.Request.Headers.ContainsKey);

    private static bool IsLoopback(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && IsLoopbackName(uri.Host);

    private static bool IsLoopbackName(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
