using System;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Api.Health;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Aggregation.Silo.ServiceLevels;

/// <summary>Keeps what service levels are measured by up to date while anybody collects it.</summary>
/// <param name="reader">Looks.</param>
/// <param name="gauges">What is told.</param>
/// <param name="readiness">Nothing is looked at before the silo is ready.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Where failures are told.</param>
internal sealed class ServiceLevelMonitor(
    ServiceLevelReader reader,
    ServiceLevelGauges gauges,
    Readiness readiness,
    TimeProvider time,
    ILogger<ServiceLevelMonitor> logger) : BackgroundService
{
    /// <summary>How often it looks.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await readiness.Ready.WaitAsync(stoppingToken);
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            if (gauges.AreWatched)
                await LookAsync(stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    // What is not known now is not told: an alert is raised by its absence.
    private async Task LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            gauges.Reading = await reader.ReadAsync(cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            gauges.Reading = null;
            logger.NotReadable(exception);
        }
    }
}
