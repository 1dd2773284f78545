using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Domain.Reports;
using Aggregation.Ledger;
using Xunit;
using static Aggregation.Tests.Ledger.OpenLedger;

namespace Aggregation.Tests.Ledger;

/// <summary>What reading after some sequence promises, whatever the store.</summary>
public sealed class LedgerLaterRowsTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Rows_come_after_the_sequence_that_each_unit_names(Store store)
    {
        using var open = await OpenAsync(store);
        await open.AppendAsync(1, 1, Entry(1), Entry(2), Entry(3));
        await open.AppendAsync(2, 1, Entry(1), Entry(2));
        await open.AppendAsync(3, 1, Entry(1), Entry(2));
        Assert.Equal([(1, 3), (3, 1), (3, 2)], await ReadAsync(open, [1, 2, 3], [2, 2, 0]));
        Assert.Equal([], await ReadAsync(open, [1, 4], [9, 1]));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_later_row_says_that_it_is_withdrawn_and_an_earlier_one_is_known_by_its_withdrawal(Store store)
    {
        using var open = await OpenAsync(store);
        await open.AppendAsync(1, 1, Entry(1), Entry(2), Entry(3), Entry(0, withdraws: 1), Entry(0, withdraws: 3));
        var rows = new List<LedgerRow>();
        await open.Ledger.ReadAsync(new LedgerSelection { UnitIds = [1], After = [2] }, rows.Add, CancellationToken.None);
        Assert.Equal([(3, null, 5), (4, 1, null), (5, 3, null)], rows.Select(row => (row.Sequence, row.Withdraws, row.WithdrawnBy)));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Those_who_read_at_once_get_their_own_rows_each_after_its_own_sequence(Store store)
    {
        using var open = await OpenAsync(store);
        var units = Enumerable.Range(1, 200).ToArray();
        foreach (var unit in units)
            await open.AppendAsync(unit, 1, [.. Enumerable.Range(0, unit % 5).Append(0).Select(value => Entry(value))]);

        // Some want all rows of all units, which is a scan; others few rows of few units, or the last rows of all.
        var readings = Enumerable.Range(0, 40).Select(async number =>
        {
            var wanted = units.Where(unit => number % 4 == 0 || unit % 7 == number % 7).ToArray();
            var after = wanted.Select(unit => (number % 3) switch { 0 => 0, 1 => unit % 5, _ => unit % 3 }).ToArray();
            var expected = wanted.Zip(after).SelectMany(pair => Enumerable.Range(1, (pair.First % 5) + 1)
                .Where(sequence => sequence > pair.Second)
                .Select(sequence => (pair.First, sequence)));
            Assert.Equal(expected, await ReadAsync(open, wanted, after));
        });
        await Task.WhenAll(readings);
    }

    private static async Task<List<(int Unit, int Sequence)>> ReadAsync(OpenLedger open, int[] units, int[] after)
    {
        var rows = new List<(int Unit, int Sequence)>();
        await open.Ledger.ReadAsync(
            new LedgerSelection { UnitIds = units, After = after },
            row => rows.Add((row.UnitId, row.Sequence)),
            CancellationToken.None);
        Assert.All(rows.GroupBy(row => row.Unit), unit => Assert.Equal(unit.Order(), unit));
        return [.. rows.Order()];
    }
}
