using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Aggregation.Domain.Reports;
using FsCheck;
using FsCheck.Fluent;
using Xunit;
using static Aggregation.Tests.Ledger.OpenLedger;

namespace Aggregation.Tests.Ledger;

/// <summary>Random histories, whatever the store.</summary>
public sealed class LedgerPropertyTests
{
    private const int Units = 6;
    private const int Instants = 12;

    /// <summary>A step of a random history: a unit reports so many rows, or takes back one of its own, at a time.</summary>
    private sealed record Step(int Unit, int Rows, int Withdraws, int MinutesLater);

    [Theory, OnSqlite, OnPostgres]
    public async Task Whatever_is_appended_is_read_as_from_a_list(Store store)
    {
        var step =
            from unit in Gen.Choose(1, Units)
            from rows in Gen.Choose(1, 4)
            from withdraws in Gen.Choose(-6, 8)
            from later in Gen.Choose(-3, 5)
            select new Step(unit, rows, withdraws, later);
        var clock = new SetClock();
        using var open = await OpenAsync(store, clock);
        // Every history has units of its own in one ledger.
        var before = 0;
        Prop.ForAll(Arb.From(Gen.ListOf(step)), steps =>
        {
            Run([.. steps], before, open, clock).GetAwaiter().GetResult();
            before += Units;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(40));
    }

    private static async Task Run(Step[] steps, int before, OpenLedger open, SetClock clock)
    {
        var model = new List<LedgerRow>();
        foreach (var step in steps)
        {
            clock.Now = clock.Now.AddMinutes(step.MinutesLater);
            var unit = before + step.Unit;
            var own = model.Where(row => row.UnitId == unit).ToList();
            var target = own.Find(row => row.Sequence == step.Withdraws
                && row.Withdraws is null
                && !own.Exists(later => later.Withdraws == row.Sequence));
            var entries = target is null
                ? Enumerable.Range(0, step.Rows).Select(row => Entry(row, key: $"{own.Count + row}")).ToArray()
                : [Entry(0, withdraws: target.Sequence, key: $"{own.Count}")];
            var recorded = await open.AppendAsync(unit, own.Count + 1, entries);
            model.AddRange(entries.Select((entry, index) => new LedgerRow
            {
                UnitId = unit,
                Sequence = own.Count + 1 + index,
                EffectiveOn = entry.Report.EffectiveOn,
                RecordedAt = recorded[index],
                Reporter = entry.Reporter,
                IdempotencyKey = entry.Report.IdempotencyKey,
                Figures = entry.Report.Figures,
                Withdraws = entry.Report.Withdraws,
            }));
        }

        Assert.All(model.GroupBy(row => row.UnitId), rows =>
            Assert.True(rows.Zip(rows.Skip(1)).All(pair => pair.First.RecordedAt < pair.Second.RecordedAt)));
        int[] some = [before + 2, before + 3, before + 5];
        // Of a long history every so many instants, which are others in each.
        var instants = model.Where((_, place) => place % (1 + (model.Count / Instants)) == 0)
            .Select(row => (DateTimeOffset?)row.RecordedAt)
            .Append(null)
            .Append(DateTimeOffset.MinValue)
            .Append(DateTimeOffset.MaxValue);
        foreach (var knownAt in instants)
        {
            Assert.Equal(Known(model, some, knownAt), Sorted(await open.ReadAsync(some, knownAt, withSenders: true)));
            // More units than a probe of each is worth, so that this one scans.
            var many = Enumerable.Range(before + 1, 300);
            Assert.Equal(Known(model, many, knownAt), Sorted(await open.ReadAsync(many, knownAt, withSenders: true)));
        }

        var heads = await open.Ledger.ReadHeadsAsync(default);
        Assert.All(Enumerable.Range(before + 1, Units), unit => Assert.Equal(model.Count(row => row.UnitId == unit), heads.Of(unit)));
    }

    private static List<LedgerRow> Known(List<LedgerRow> model, IEnumerable<int> units, DateTimeOffset? knownAt)
    {
        var known = model.Where(row => knownAt is null || row.RecordedAt <= knownAt).ToList();
        return Sorted(known
            .Where(row => units.Contains(row.UnitId))
            .Select(row => row with
            {
                WithdrawnBy = known.Find(later => later.UnitId == row.UnitId
                && later.Withdraws == row.Sequence)?.Sequence
            }));
    }

    private static List<LedgerRow> Sorted(IEnumerable<LedgerRow> rows) => [.. rows.OrderBy(row => row.UnitId).ThenBy(row => row.Sequence)];
}
