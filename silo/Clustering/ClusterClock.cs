using System;
using System.Diagnostics.Metrics;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Ledger;
using Aggregation.Ledger.Postgres;
using Aggregation.Ledger.Telemetry;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace Aggregation.Silo.Clustering;

/// <summary>
/// Compares this machine's clock with the database's. Orleans takes the signs of life that silos write for stale by its own clock: one
/// silo that is far ahead keeps others from joining, and one that is far behind is taken for dead.
/// </summary>
/// <param name="database">The database.</param>
/// <param name="time">This machine's clock.</param>
/// <param name="steady">The same clock as it would be if nobody had set it since the start.</param>
internal sealed class ClusterClock(PostgresDatabase database, TimeProvider time, SteadyTime steady) : IHostedLifecycleService
{
    // Less than the age at which a sign of life is stale, and more than a machine that keeps time is ever off.
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(5);

    private const int MostAttempts = 5;

    private static readonly TimeSpan Latest = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private static readonly Gauge<double> Offset =
        Instrumentation.Meter.CreateGauge<double>(
            "aggregation.clock.offset",
            "s",
            "How far this machine's clock is ahead of the ledger's server's.");

    /// <summary>
    /// True when this machine's clock was set since it was last asked, or since the start. What remembers instants goes wrong by that for
    /// as long: Npgsql, which of several servers was the primary a moment ago.
    /// </summary>
    public bool SeesSet() => steady.SeesSet(time, Most);

    /// <summary>True while they are near each other.</summary>
    public static bool IsInStep(TimeSpan ahead) => ahead.Duration() <= Most;

    /// <summary>How far this machine's clock is ahead of the database's.</summary>
    /// <exception cref="TimeoutException">The answer came too late to tell: the process, or the machine, stood still meanwhile.</exception>
    public async Task<TimeSpan> MeasureAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var (took, difference) = await PostgresClock.CompareAsync(connection, time, cancellationToken);
        if (took > Latest || time.GetElapsedTime(started) > Latest)
            throw new TimeoutException($"The database's clock was answered after {took.TotalSeconds:0.0} s, which says nothing of it.");
        var ahead = -difference;
        Offset.Record(ahead.TotalSeconds);
        return ahead;
    }

    /// <summary>What a difference is, in words.</summary>
    public static string Describe(TimeSpan ahead) =>
        $"{ahead.Duration().TotalSeconds:0} s {(ahead > TimeSpan.Zero ? "ahead of" : "behind")} the ledger's server";

    /// <summary>Compares them before the silo joins anything.</summary>
    /// <exception cref="StartUpException">They are too far apart.</exception>
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        if (await MeasureAtStartAsync(cancellationToken) is var ahead && !IsInStep(ahead))
            throw new StartUpException(
                $"This machine's clock is {Describe(ahead)} ({database.Place}), and silos of a cluster may be {Most.TotalSeconds} s from "
                    + "it at most; set it right, such as with chrony or systemd-timesyncd, and start the silo again.");
    }

    // A machine on which everything starts at once may be slow to ask.
    private async Task<TimeSpan> MeasureAtStartAsync(CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await database.ReadAsync(connection => MeasureAsync(connection, cancellationToken), cancellationToken);
            }
            catch (LedgerUnavailableException exception) when (exception.InnerException is TimeoutException && attempt < MostAttempts)
            {
                await Task.Delay(Pause, time, cancellationToken);
            }
        }
    }

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
