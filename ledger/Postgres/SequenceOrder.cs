using System.Collections.Generic;
using Aggregation.Domain.Reports;

namespace Aggregation.Ledger.Postgres;

/// <summary>
/// Puts each unit's rows in order as they stream by. They lie on the disk nearly as they were recorded, so few ever wait; sorting them all
/// at the server would keep the first one waiting for the last. Used by one thread.
/// </summary>
internal sealed class SequenceOrder
{
    private readonly Dictionary<int, int> last = [];
    private readonly Dictionary<(int Unit, int Sequence), LedgerRow> early = [];

    /// <summary>Forgets the reading before.</summary>
    public void Clear()
    {
        last.Clear();
        early.Clear();
    }

    /// <summary>Says after which sequence a unit's rows come, where that is not 0.</summary>
    public void Begin(int unit, int after) => last[unit] = after;

    /// <summary>Takes a row, and gives those whose turn it is now.</summary>
    public IEnumerable<LedgerRow> Take(LedgerRow row)
    {
        var next = last.GetValueOrDefault(row.UnitId) + 1;
        if (row.Sequence != next)
        {
            early.Add((row.UnitId, row.Sequence), row);
            yield break;
        }

        yield return row;
        while (early.Count > 0 && early.Remove((row.UnitId, next + 1), out var waited))
        {
            yield return waited;
            next++;
        }

        last[row.UnitId] = next;
    }
}
