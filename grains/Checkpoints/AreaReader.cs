using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Domain.Tallies;
using Aggregation.Domain.Units;
using Aggregation.Ledger;
using Aggregation.Ledger.Folds;
using Microsoft.Extensions.Logging;

namespace Aggregation.Grains.Checkpoints;

/// <summary>
/// Folds the area of a unit, or of one below it, reading only the rows that the unit's checkpoint lacks. What takes processor time
/// runs outside the grain, so that reports and reads never wait for it.
/// </summary>
/// <param name="key">The unit whose checkpoint it is.</param>
/// <param name="checkpoint">What is stored.</param>
/// <param name="layout">The layout of the tallies.</param>
/// <param name="ledger">The ledger.</param>
/// <param name="logger">Where it tells of a checkpoint that is of no use.</param>
internal sealed class AreaReader(UnitKey key, UnitCheckpoint checkpoint, TallyLayout layout, ILedger ledger, ILogger logger)
{
    /// <summary>What is stored; nothing where it cannot be read, because the ledger has it all.</summary>
    public async Task<byte[]> ReadCheckpointAsync()
    {
        try
        {
            return await checkpoint.ReadAsync();
        }
        catch (Exception exception)
        {
            logger.CheckpointUnreadable(key, exception);
            return [];
        }
    }

    /// <summary>Folds an area.</summary>
    /// <param name="edition">The edition.</param>
    /// <param name="area">The index of the unit at the top.</param>
    /// <param name="kept">What is stored, from <see cref="ReadCheckpointAsync"/>.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <param name="onRestored">Told of what the checkpoint says before the ledger is read.</param>
    public async Task<AreaFold> ReadAsync(
        Edition edition,
        int area,
        byte[] kept,
        CancellationToken cancellationToken,
        Action<Edition, AreaFold>? onRestored = null)
    {
        var fold = await Task.Run(() => Restore(kept, edition, area), cancellationToken);
        if (fold.Rows > 0)
            onRestored?.Invoke(edition, fold);
        if (!await Task.Run(() => fold.CatchUpAsync(ledger, cancellationToken), cancellationToken))
            logger.CheckpointDiscarded(key, "it holds rows that the ledger does not have");
        return fold;
    }

    private AreaFold Restore(byte[] kept, Edition edition, int area)
    {
        try
        {
            return AreaFold.Restore(kept, layout, edition, area);
        }
        catch (InvalidDataException exception)
        {
            logger.CheckpointDiscarded(key, exception.Message);
            checkpoint.Refuse();
            return AreaFold.Restore([], layout, edition, area);
        }
    }
}
