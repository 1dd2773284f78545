using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Aggregation.Ledger.Seals;
using Npgsql;

namespace Aggregation.Ledger.Postgres;

/// <summary>
/// The heads that appends follow: remembered from the last append, probed at the server for units that another silo, or an earlier process,
/// appended to. Used by the writer's thread.
/// </summary>
internal sealed class ChainProbe : IDisposable
{
    // A whole country has fewer units; what is forgotten costs a probe.
    private const int MostHeads = 65_536;

    private const string Probe =
        """
        SELECT wanted.unit, head.sequence, head.recorded_at, head.seal, unit.edition, unit.code
        FROM unnest($1) AS wanted (unit)
        LEFT JOIN LATERAL (
            SELECT report.sequence, report.recorded_at, report.seal
            FROM report
            WHERE report.unit = wanted.unit
            ORDER BY report.sequence DESC
            LIMIT 1
        ) AS head ON true
        LEFT JOIN unit ON unit.id = wanted.unit
        """;

    private readonly NpgsqlParameter<int[]> units = new();
    private readonly NpgsqlCommand probe;
    private readonly Dictionary<int, UnitHead> heads = [];
    private readonly List<int> missing = [];

    public ChainProbe(NpgsqlConnection connection) => probe = new NpgsqlCommand(Probe, connection) { Parameters = { units } };

    /// <summary>A unit's head, once it was prepared.</summary>
    public UnitHead this[int unit] => heads[unit];

    /// <summary>
    /// Sees to it that the heads of a group are known: those that an append does not follow are probed, since another silo may have
    /// appended.
    /// </summary>
    public async Task PrepareAsync(List<PendingAppend> group)
    {
        if (heads.Count > MostHeads)
            heads.Clear();
        missing.Clear();
        foreach (var pending in group)
        {
            var append = pending.Append;
            if (!heads.TryGetValue(append.UnitId, out var head) || head.Sequence != append.FirstSequence - 1)
                missing.Add(append.UnitId);
        }

        if (missing.Count > 0)
            await ReadMissingAsync();
    }

    /// <summary>Forgets a unit's head, which may be another one by now.</summary>
    public void Forget(int unit) => heads.Remove(unit);

    /// <inheritdoc/>
    public void Dispose() => probe.Dispose();

    private async Task ReadMissingAsync()
    {
        units.TypedValue = [.. missing];
        if (!probe.IsPrepared)
            await probe.PrepareAsync();
        await using var stored = await probe.ExecuteReaderAsync();
        while (await stored.ReadAsync())
        {
            var head = new UnitHead(stored.IsDBNull(4) ? UnitIdentity.Unknown : new UnitIdentity(stored.GetString(4), stored.GetString(5)));
            if (!stored.IsDBNull(1))
            {
                head.Sequence = stored.GetInt32(1);
                head.RecordedAt = Instant.ToMicroseconds(new DateTimeOffset(stored.GetDateTime(2)));
                head.SetSeal(stored.IsDBNull(3) ? [] : stored.GetFieldValue<byte[]>(3));
            }

            heads[stored.GetInt32(0)] = head;
        }
    }
}
