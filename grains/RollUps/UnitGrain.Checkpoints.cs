using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Domain.Tallies;
using Aggregation.Domain.Units;
using Aggregation.Grains.Checkpoints;
using Aggregation.Ledger.Folds;

namespace Aggregation.Grains.RollUps;

/// <content>
/// How a parent spares itself old rows, and answers before it has read the new ones. All of it runs beside the turns, and what
/// takes processor time runs outside the grain, so that reports and reads never wait for it.
/// </content>
public sealed partial class UnitGrain
{
    // Some hundred thousand rows are folded a second: with fewer to read again, nobody would notice a start without a checkpoint.
    private const int FewestRowsWorthKeeping = 20_000;

    // What a row weighs in the ledger, about: a checkpoint is not written more often than its own weight of rows is.
    private const int BytesOfRow = 200;

    // The end is the last occasion, and what it spares is what the first answers of the next activation lack.
    private const int MoreWorthKeepingAtEnd = 20;

    // However fast reports come.
    private static readonly TimeSpan KeepInterval = TimeSpan.FromSeconds(30);

    // The thousands of units without children have neither.
    private UnitCheckpoint? checkpoint;
    private TaskCompletionSource? glanced;
    private RollUp? glance;
    private Task keeping = Task.CompletedTask;
    private long? keptAt;
    private long sparedRows;
    private int keptBytes;

    private long RowsWorthKeeping => Math.Max(FewestRowsWorthKeeping, keptBytes / BytesOfRow);

    /// <summary>What is stored; nothing where it cannot be read, because the ledger has it all.</summary>
    private async Task<byte[]> ReadCheckpointAsync()
    {
        try
        {
            var kept = await checkpoint!.ReadAsync();
            keptBytes = kept.Length;
            return kept;
        }
        catch (Exception exception)
        {
            logger.CheckpointUnreadable(key, exception);
            return [];
        }
    }

    /// <summary>Folds the area of the unit or of one below it, reading only the rows that the checkpoint lacks.</summary>
    /// <param name="bound">The edition.</param>
    /// <param name="area">The index of the unit at the top.</param>
    /// <param name="kept">What is stored.</param>
    /// <param name="onRestored">Told of what the checkpoint says before the ledger is read.</param>
    private async Task<AreaFold> FoldAsync(Edition bound, int area, byte[] kept, Action<Edition, AreaFold>? onRestored = null)
    {
        var cancellation = ending.Token;
        var fold = await Task.Run(() => Restore(kept, bound, area), cancellation);
        if (fold.Rows > 0)
            onRestored?.Invoke(bound, fold);
        if (!await Task.Run(() => fold.CatchUpAsync(ledger, cancellation), cancellation))
            logger.CheckpointDiscarded(key, "it holds rows that the ledger does not have");
        return fold;
    }

    private AreaFold Restore(byte[] kept, Edition bound, int area)
    {
        try
        {
            return AreaFold.Restore(kept, layout, bound, area);
        }
        catch (InvalidDataException exception)
        {
            logger.CheckpointDiscarded(key, exception.Message);
            checkpoint!.Refuse();
            return AreaFold.Restore([], layout, bound, area);
        }
    }

    // Only an activation that has answered nobody yet: after an import, older figures than those already seen would be no help.
    private void Glance(Edition bound, AreaFold restored)
    {
        if (glanced!.Task.IsCompleted || !ReferenceEquals(bound, edition))
            return;
        var children = edition.ChildrenOf(index);
        var shown = new TallySum(layout, edition.Generation, children.Length);
        shown.Replace(TallySum.Own, OwnTally());
        for (var place = 0; place < children.Length; place++)
            shown.Replace(TallySum.OfChild(place), restored.Subtotal(children[place]));
        glance = new RollUp(key.Edition, key.Code, history.Fold.ToOwnFigures(), shown.ToTally()) { Warming = true };
        glanced.TrySetResult();
    }

    // Right after warming the fold is at hand; later it is made again, from the last checkpoint.
    private void KeepIfDue(AreaFold? fold = null)
    {
        if (fold is not null)
            sparedRows = fold.Rows - fold.RowsRead;
        if (sum.Version.Rows - sparedRows >= RowsWorthKeeping && keeping.IsCompleted && (keptAt is not { } last || time.GetElapsedTime(last) >= KeepInterval))
            keeping = KeepAsync(fold);
    }

    private async Task KeepAtEndAsync(CancellationToken cancellationToken)
    {
        var ended = keeping;
        if (checkpoint is not null && discarded is null && warm.Task.IsCompletedSuccessfully && ended.IsCompleted && sum.Version.Rows - sparedRows >= RowsWorthKeeping / MoreWorthKeepingAtEnd)
            ended = KeepAsync(null);
        await ended.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
    }

    private async Task KeepAsync(AreaFold? fold)
    {
        keptAt = time.GetTimestamp();
        try
        {
            fold ??= await FoldAsync(edition, index, await ReadCheckpointAsync());
            var content = await Task.Run(fold.ToCheckpoint, ending.Token);
            if (await checkpoint!.WriteAsync(content))
                (sparedRows, keptBytes) = (fold.Rows, content.Length);
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
