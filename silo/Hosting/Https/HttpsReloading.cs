using System;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Hosting;

namespace Aggregation.Hosting.Https;

/// <summary>Looks every few seconds whether the certificate's files have changed: notices of changes do not pass through every kind of mount.</summary>
/// <param name="certificate">The certificate.</param>
/// <param name="time">The clock.</param>
public sealed class HttpsReloading(HttpsCertificate certificate, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            certificate.Refresh();
    }
}
