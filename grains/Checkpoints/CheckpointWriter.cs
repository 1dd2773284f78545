using System;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Domain.Units;
using Aggregation.Ledger.Folds;
using Microsoft.Extensions.Logging;

namespace Aggregation.Grains.Checkpoints;

/// <summary>Keeps a parent's checkpoint when so many rows have come that reading them again would be noticed. Beside the turns.</summary>
/// <param name="key">The unit whose checkpoint it is.</param>
/// <param name="checkpoint">Where it is stored.</param>
/// <param name="readAsync">Folds the unit's area, from the last checkpoint.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Where failures are told.</param>
/// <param name="ending">Ends it.</param>
internal sealed class CheckpointWriter(
    UnitKey key,
    UnitCheckpoint checkpoint,
    Func<Task<AreaFold>> readAsync,
    TimeProvider time,
    ILogger logger,
    CancellationToken ending)
{
    // Some hundred thousand rows are folded a second: with fewer to read again, nobody would notice a start without a checkpoint.
    private const int FewestRowsWorthKeeping = 20_000;

    // What a row weighs in the ledger, about: a checkpoint is not written more often than its own weight of rows is.
    private const int BytesOfRow = 200;

    // The end is the last occasion, and what it spares is what the first answers of the next activation lack.
    private const int MoreWorthKeepingAtEnd = 20;

    // However fast reports come.
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);

    private Task write = Task.CompletedTask;
    private long? beganAt;
    private long sparedRows;

    private long RowsWorthKeeping => Math.Max(FewestRowsWorthKeeping, checkpoint.Length / BytesOfRow);

    /// <summary>Keeps the fold that a unit has just been warmed with, if so many of its rows were read anew.</summary>
    public void StartIfDue(AreaFold fold)
    {
        sparedRows = fold.Rows - fold.RowsRead;
        StartIfDue(fold.Rows, fold);
    }

    /// <summary>Makes a new fold and keeps it, if so many rows have come since the last one.</summary>
    /// <param name="rows">How many rows the unit's subtotal has.</param>
    public void StartIfDue(long rows) => StartIfDue(rows, null);

    /// <summary>Keeps what it still can, and waits for it.</summary>
    /// <param name="rows">How many rows the unit's subtotal has; null when the unit must not be believed.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task EndAsync(long? rows, CancellationToken cancellationToken)
    {
        var last = write;
        if (last.IsCompleted && rows - sparedRows >= RowsWorthKeeping / MoreWorthKeepingAtEnd)
            last = WriteAsync(null);
        await last.WaitAsync(cancellationToken)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
    }

    // Right after warming the fold is at hand; later it is made again, from the last checkpoint.
    private void StartIfDue(long rows, AreaFold? fold)
    {
        if (rows - sparedRows >= RowsWorthKeeping
            && write.IsCompleted
            && (beganAt is not { } last || time.GetElapsedTime(last) >= Interval))
        {
            write = WriteAsync(fold);
        }
    }

    private async Task WriteAsync(AreaFold? fold)
    {
        beganAt = time.GetTimestamp();
        try
        {
            fold ??= await readAsync();
            var content = await Task.Run(fold.ToCheckpoint, ending);
            if (await checkpoint.WriteAsync(content))
                sparedRows = fold.Rows;
            else
                logger.CheckpointOvertaken(key);
        }
        catch (Exception exception) when (!ending.IsCancellationRequested)
        {
            logger.CheckpointNotStored(key, exception);
        }
        catch (OperationCanceledException)
        {
            // The activation ends; the next one reads some rows more.
        }
    }
}
