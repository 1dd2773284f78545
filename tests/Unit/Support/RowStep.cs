using System;
using System.Collections.Generic;
using System.Linq;
using Aggregation.Domain.Reports;
using FsCheck;
using FsCheck.Fluent;

namespace Aggregation.Tests.Support;

/// <summary>One step of a random ledger: a report of some unit, or the withdrawal of an earlier one of that unit.</summary>
/// <param name="Unit">Which unit.</param>
/// <param name="Day">The effective day.</param>
/// <param name="Figures">What is reported.</param>
/// <param name="Withdraws">Picks the row to take back; null for a report.</param>
internal sealed record RowStep(int Unit, DateOnly Day, Figures Figures, int? Withdraws)
{
    /// <summary>Random steps.</summary>
    public static Gen<RowStep> Any(int units) =>
        from unit in Gen.Choose(0, units - 1)
        from day in Draw.Days
        from figures in Draw.Figures
        from withdraws in Gen.Frequency((4, Gen.Constant<int?>(null)), (1, Gen.Choose(0, 99).Select(pick => (int?)pick)))
        select new RowStep(unit, day, figures, withdraws);

    /// <summary>The rows that a ledger would hold; withdrawals of what cannot be withdrawn are left out.</summary>
    public static List<LedgerRow> ToRows(IEnumerable<RowStep> steps, Func<int, int> idOf)
    {
        var rows = new List<LedgerRow>();
        var instant = new DateTimeOffset(2017, 3, 1, 0, 0, 0, TimeSpan.Zero);
        foreach (var step in steps)
        {
            var own = rows.Where(row => row.UnitId == idOf(step.Unit)).ToList();
            var open = own.Where(row => row.Withdraws is null && !own.Exists(other => other.Withdraws == row.Sequence)).ToList();
            if (step.Withdraws is not null && open.Count == 0)
                continue;
            instant = instant.AddMicroseconds(1 + rows.Count);
            rows.Add(new LedgerRow
            {
                UnitId = idOf(step.Unit),
                Sequence = own.Count + 1,
                EffectiveOn = step.Day,
                RecordedAt = instant,
                Figures = step.Withdraws is null ? step.Figures : Figures.None,
                Withdraws = step.Withdraws is { } pick ? open[pick % open.Count].Sequence : null,
            });
        }

        return rows;
    }

    /// <summary>The rows as a reading of the ledger gives them, each with the withdrawal that is known.</summary>
    public static List<LedgerRow> AsRead(IReadOnlyCollection<LedgerRow> rows) =>
        [.. rows.Select(row => row with { WithdrawnBy = rows.FirstOrDefault(other => other.UnitId == row.UnitId
            && other.Withdraws == row.Sequence)?.Sequence })];
}
