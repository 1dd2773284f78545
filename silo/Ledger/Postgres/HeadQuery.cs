namespace Aggregation.Ledger;

/// <summary>
/// How the heads are found, one index probe a unit: from the greatest unit down, the last entry before a unit's first is the head of the next
/// lower unit that has rows.
/// </summary>
internal static class HeadQuery
{
    /// <summary>Every unit's last sequence; the index alone answers.</summary>
    public static string All { get; } = $"{Heads("unit, sequence")} SELECT unit, sequence FROM head";

    /// <summary>How many rows there are, and when the last one was recorded: that is a head, because instants increase within a unit.</summary>
    public static string Position { get; } = $"{Heads("unit, sequence, recorded_at")} SELECT coalesce(sum(sequence), 0)::bigint, max(recorded_at) FROM head";

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
