using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Hosting;

namespace Aggregation.Silo.Hosting.Certificates;

/// <summary>
/// Looks every few seconds whether the files of certificates have changed: notices of changes do not pass through every kind of mount.
/// </summary>
/// <param name="certificates">The certificates.</param>
/// <param name="time">The clock.</param>
public sealed class CertificateReloading(IEnumerable<CertificateReloader> certificates, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            foreach (var certificate in certificates)
                certificate.Refresh();
        }
    }
}
