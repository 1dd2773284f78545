using System;
using Aggregation.Api.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace Aggregation.Silo.Hosting;

/// <summary>What the server puts up with from one connection: how large a request may be and how slowly it may arrive.</summary>
/// <param name="settings">The settings.</param>
public sealed class KestrelLimits(SiloSettings settings) : IConfigureOptions<KestrelServerOptions>
{
    private const int SlowestBytesPerSecond = 240;

    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    /// <inheritdoc/>
    public void Configure(KestrelServerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.AddServerHeader = false;
        options.Limits.MaxRequestBodySize = RequestBody.MaxLength;
        options.Limits.RequestHeadersTimeout = settings.Limits.HeaderTime;
        // As slow as the worst line that still gets a report through; a sender that stops is given up after the grace.
        options.Limits.MinRequestBodyDataRate = new MinDataRate(SlowestBytesPerSecond, Grace);
        options.Limits.MinResponseDataRate = new MinDataRate(SlowestBytesPerSecond, Grace);
    }
}
