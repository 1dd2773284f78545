using System;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Domain.Units;

namespace Aggregation.Ledger;

/// <summary>
/// The ledger's heads as they are and as they were some seconds ago: what a live total may hold, and what it ought to hold by now. One
/// reading serves every unit of the silo. Safe for concurrent use.
/// </summary>
/// <param name="ledger">The ledger.</param>
/// <param name="time">The clock.</param>
public sealed class AgedHeads(ILedger ledger, TimeProvider time) : IDisposable
{
    /// <summary>How old heads are before a total is held to them, and how often they are read.</summary>
    public static readonly TimeSpan Age = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim gate = new(1, 1);
    private LedgerHeads? newest;
    private LedgerHeads? aged;
    private long reading;
    private KnownHeads? known;

    /// <inheritdoc/>
    public void Dispose() => gate.Dispose();

    /// <summary>How many rows each area of an edition has, and had.</summary>
    /// <exception cref="LedgerUnavailableException">The ledger cannot be read.</exception>
    public async Task<KnownHeads> GetAsync(Edition edition, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(edition);
        await gate.WaitAsync(cancellationToken);
        try
        {
            if (newest is null || time.GetUtcNow() - newest.TakenAt >= Age)
            {
                var read = await ledger.ReadHeadsAsync(cancellationToken);
                (aged, newest) = (newest, read);
                reading++;
            }

            if (known?.Reading != reading || known.Newest.Edition != edition)
                known = new KnownHeads(reading, AgedRows(edition), new AreaRows(edition, newest));
            return known;
        }
        finally
        {
            gate.Release();
        }
    }

    // What was newest in the reading before is aged now.
    private AreaRows? AgedRows(Edition edition)
    {
        if (aged is null)
            return null;
        return known?.Reading == reading - 1 && known.Newest.Edition == edition ? known.Newest : new AreaRows(edition, aged);
    }
}
