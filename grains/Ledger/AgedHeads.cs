using System;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Units;

namespace Aggregation.Ledger;

/// <summary>
/// The ledger's heads as they were some seconds ago: rows that a live total ought to hold by now. One reading serves
/// every unit of the silo. Safe for concurrent use.
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
    private AreaRows? rows;

    /// <inheritdoc/>
    public void Dispose() => gate.Dispose();

    /// <summary>How many rows each area of an edition had at least <see cref="Age"/> ago; null while nothing that old is known.</summary>
    /// <exception cref="LedgerUnavailableException">The ledger cannot be read.</exception>
    public async Task<AreaRows?> GetAsync(Edition edition, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(edition);
        await gate.WaitAsync(cancellationToken);
        try
        {
            if (newest is null || time.GetUtcNow() - newest.TakenAt >= Age)
            {
                aged = newest;
                rows = null;
                newest = await ledger.ReadHeadsAsync(cancellationToken);
            }

            if (aged is null)
                return null;
            if (rows?.Edition != edition)
                rows = new AreaRows(edition, aged);
            return rows;
        }
        finally
        {
            gate.Release();
        }
    }
}
