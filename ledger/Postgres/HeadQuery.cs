using System;
using System.Runtime.InteropServices;
using Npgsql;

namespace Aggregation.Ledger.Postgres;

/// <summary>
/// How the heads are found, one index probe a unit: from the greatest unit down, the last entry before a unit's first is the head of the
/// next lower unit that has rows.
/// </summary>
internal static class HeadQuery
{
    /// <summary>Every unit's last sequence; the index alone answers.</summary>
    public static string All { get; } = $"{Heads("unit, sequence")} SELECT unit, sequence FROM head";

    /// <summary>Every unit's last sequence and its seal.</summary>
    public static string Sealed { get; } = $"{Heads("unit, sequence, seal")} SELECT unit, sequence, seal FROM head";

    /// <summary>
    /// How many rows there are, and when the last one was recorded: that is a head, because instants increase within a unit.
    /// </summary>
    public static string Position { get; } =
        $"{Heads("unit, sequence, recorded_at")} SELECT coalesce(sum(sequence), 0)::bigint, max(recorded_at) FROM head";

    /// <summary>Reads every unit's last sequence.</summary>
    /// <param name="connection">A connection.</param>
    /// <param name="time">The clock of <see cref="LedgerHeads.TakenAt"/>.</param>
    public static LedgerHeads Read(NpgsqlConnection connection, TimeProvider time)
    {
        var takenAt = time.GetUtcNow();
        using var command = new NpgsqlCommand(All, connection);
        using var heads = command.ExecuteReader();
        int[] found = [];
        while (heads.Read())
        {
            var unit = heads.GetInt32(0);
            if (found.Length == 0)
                found = new int[unit + 1];
            found[unit] = heads.GetInt32(1);
        }

        return new LedgerHeads(takenAt, ImmutableCollectionsMarshal.AsImmutableArray(found));
    }

    private static string Heads(string columns) =>
        $"""
        WITH RECURSIVE head AS (
            (SELECT {columns} FROM report ORDER BY unit DESC, sequence DESC LIMIT 1)
            UNION ALL
            SELECT lower.*
            FROM head
            CROSS JOIN LATERAL (
                SELECT {columns} FROM report WHERE report.unit < head.unit ORDER BY report.unit DESC, report.sequence DESC LIMIT 1
            ) AS lower
        )
        """;
}
