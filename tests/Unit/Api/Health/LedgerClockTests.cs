using System;
using System.Threading.Tasks;
using Aggregation.Api.Health;
using Aggregation.Tests.Ledger;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;
using static Aggregation.Tests.Ledger.OpenLedger;

namespace Aggregation.Tests.Api.Health;

/// <summary>After a clock that ran ahead, whatever the store.</summary>
public sealed class LedgerClockTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task The_newest_row_is_later_than_now_until_the_clock_has_passed_it(Store store)
    {
        using var open = await OpenAsync(store);
        var recorded = (await open.AppendAsync(1, 1, Entry(1)))[0];
        var time = new SetClock { Now = recorded.AddHours(-3) };
        using var clock = new LedgerClock(open.Queries, time, NullLogger<LedgerClock>.Instance);
        Assert.Equal(TimeSpan.Zero, clock.Ahead);

        Assert.Equal(recorded, await clock.ReadLatestAsync(default));
        Assert.Equal((TimeSpan.FromHours(3), true), (clock.Ahead, clock.IsNoticeable));
        time.Now = recorded.AddSeconds(-1);
        Assert.Equal((recorded, false), (clock.Latest, clock.IsNoticeable));
        time.Now = recorded.AddSeconds(1);
        Assert.Equal((time.Now, TimeSpan.Zero), (await clock.ReadLatestAsync(default), clock.Ahead));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_ledger_without_rows_is_not_ahead(Store store)
    {
        using var open = await OpenAsync(store);
        Assert.Null(await open.Queries.FindRecordedAfterAsync(DateTimeOffset.UnixEpoch, default));
    }
}
