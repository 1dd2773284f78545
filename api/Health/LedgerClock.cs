using System;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Ledger;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Aggregation.Api.Health;

/// <summary>
/// Whether the ledger has rows that are dated later than this silo's clock. A clock ran ahead when they were recorded, or is behind now;
/// rows follow each other in time, so those that come are dated after them, and only an instant that is not before the newest row knows
/// them all.
/// </summary>
/// <param name="queries">Where the newest row is.</param>
/// <param name="time">This silo's clock.</param>
/// <param name="logger">Where it is told that there are such rows.</param>
internal sealed class LedgerClock(ILedgerQueries queries, TimeProvider time, ILogger<LedgerClock> logger) : BackgroundService
{
    /// <summary>The header that names the newest row where it is ahead of the silo's clock: the instant to fix figures at.</summary>
    public const string Header = "Ledger-Clock";

    // Two machines that keep time are closer than this.
    private static readonly TimeSpan Noticeable = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    private long newestTicks;
    private bool isTold;

    /// <summary>How far the newest row is ahead of this silo's clock; zero where it is not.</summary>
    public TimeSpan Ahead => new(Math.Max(0, Interlocked.Read(ref newestTicks) - time.GetUtcNow().UtcTicks));

    /// <summary>True when somebody has to be told.</summary>
    public bool IsNoticeable => Ahead >= Noticeable;

    /// <summary>The later of now and the newest row, as far as this silo knows it: everything known is known at this instant.</summary>
    public DateTimeOffset Latest => new(Math.Max(Interlocked.Read(ref newestTicks), time.GetUtcNow().UtcTicks), TimeSpan.Zero);

    /// <summary>Notes when a row was recorded.</summary>
    public void Note(DateTimeOffset recordedAt)
    {
        var ticks = recordedAt.UtcTicks;
        for (var known = Interlocked.Read(ref newestTicks); ticks > known;)
            known = Interlocked.CompareExchange(ref newestTicks, ticks, known) is var found && found == known ? ticks : found;
    }

    /// <summary>The later of now and the newest row that any silo has recorded.</summary>
    /// <exception cref="LedgerUnavailableException">The ledger cannot be read.</exception>
    public async Task<DateTimeOffset> ReadLatestAsync(CancellationToken cancellationToken)
    {
        if (await queries.FindRecordedAfterAsync(time.GetUtcNow(), cancellationToken) is { } newest)
            Note(newest);
        return Latest;
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        do
            await LookAsync(stoppingToken);
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            var newest = await ReadLatestAsync(cancellationToken);
            if (IsNoticeable && !isTold)
                logger.RowsAhead(newest, Ahead);
            isTold = IsNoticeable;
        }
        catch (LedgerUnavailableException)
        {
            // Whoever records or reads finds that out too, and says so.
        }
    }
}
