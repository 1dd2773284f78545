using System;
using System.Linq;
using System.Threading.Tasks;
using Aggregation.Ledger.Audit;
using Xunit;
using static Aggregation.Tests.Ledger.OpenLedger;

namespace Aggregation.Tests.Ledger;

/// <summary>How administrative acts are kept, whatever the store.</summary>
public sealed class ActStoreTests
{
    // To the microsecond, which is as fine as every store keeps it.
    private static readonly DateTimeOffset Now = new DateTimeOffset(2017, 2, 20, 3, 0, 0, TimeSpan.Zero).AddMicroseconds(123_456);

    [Theory, OnSqlite, OnPostgres]
    public async Task An_act_comes_back_as_it_was_recorded(Store store)
    {
        using var open = await OpenAsync(store);
        var act = Act(
            ActName.UnitsImported,
            Now) with
        { Key = "k", Target = "t", Outcome = ActOutcome.Refused, RequestId = "r", Address = "192.0.2.1" };
        act = act with
        {
            Figures = act.Figures.Add("added", 3).Add("renamed", 0),
            Details = act.Details.Add("role", "viewer").Add("name", "Hà Nội")
        };
        await open.Acts.RecordAsync(act, default);
        var read = (await open.Acts.ReadNewestAsync(null, null, null, 10, default))[0];
        Assert.Equal(act.Figures, read.Figures);
        Assert.Equal(act.Details, read.Details);
        Assert.Equal(act, read with { Number = 0, Figures = act.Figures, Details = act.Details });
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task They_come_newest_first_in_pages_and_between_instants(Store store)
    {
        using var open = await OpenAsync(store);
        foreach (var hours in Enumerable.Range(0, 5))
            await open.Acts.RecordAsync(Act($"act {hours}", Now.AddHours(hours)), default);
        var page = await open.Acts.ReadNewestAsync(null, null, Now.AddHours(24), 2, default);
        Assert.Equal(["act 4", "act 3"], page.Select(act => act.Act));
        Assert.Equal(
            ["act 2", "act 1"],
            (await open.Acts.ReadNewestAsync(page[1].Number, Now.AddHours(1), Now.AddHours(24), 9, default)).Select(act => act.Act));
        Assert.Equal(
            ["act 1"],
            (await open.Acts.ReadNewestAsync(null, Now.AddHours(1), Now.AddHours(2), 9, default)).Select(act => act.Act));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_the_ledger_itself_underwent_is_recorded_with_it_and_once(Store store)
    {
        using var open = await OpenAsync(store);
        await open.ReadMark().SetAsync();
        await open.ReadMark().SetAsync();
        var acts = await open.Acts.ReadNewestAsync(null, null, null, 9, default);
        Assert.Equal(
            [(ActName.DemonstrationMarked, null), (ActName.SealKeyChanged, TestSeal.Options.Keys[0].Fingerprint)],
            acts.Select(act => (act.Act, act.Target)));
        Assert.All(acts, act => Assert.Null(act.Key));
    }

    private static AdministrativeAct Act(string name, DateTimeOffset at) => new() { At = at, Act = name, Edition = "2023", Unit = "01" };
}
