using System;
using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Aggregation.Ledger.Sqlite;

/// <summary>Reads every unit's last sequence. Used by one thread.</summary>
internal sealed class HeadReader(TimeProvider time)
{
    private long position = -1;
    private ImmutableArray<int> rows = [];

    /// <summary>Reads the heads, or finds that nothing was recorded since the last time.</summary>
    public LedgerHeads Read(SqliteSession session)
    {
        var takenAt = time.GetUtcNow();
        var last = session.ReadNumber("SELECT max(position) FROM report") ?? 0;
        if (last != position)
        {
            rows = Probe(session);
            position = last;
        }

        return new LedgerHeads(takenAt, rows);
    }

    // From the greatest unit down: the last index entry before a unit's first is the head of the next lower unit that has rows.
    private static ImmutableArray<int> Probe(SqliteSession session)
    {
        int[] found = [];
        var unit = (long)int.MaxValue + 1;
        var probe = session["SELECT unit, sequence FROM report INDEXED BY report_sequence WHERE unit < ? ORDER BY unit DESC, sequence "
            + "DESC LIMIT 1"];
        while (probe.Bind(1, unit).Step())
        {
            unit = probe.Number(0);
            if (found.Length == 0)
                found = new int[unit + 1];
            found[unit] = (int)probe.Number(1);
            probe.Reset();
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(found);
    }
}
