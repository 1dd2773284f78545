using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Domain.Units;
using Aggregation.Ledger.Audit;
using Aggregation.Ledger.Units;
using Xunit;
using static Aggregation.Tests.Ledger.OpenLedger;

namespace Aggregation.Tests.Ledger;

/// <summary>How the lists of units are kept, whatever the store.</summary>
public sealed class UnitStoreTests
{
    private static readonly Unit Nation = new(1, "VN", "Việt Nam", "Quốc gia", 0, null, null, Simulated: false);
    private static readonly Unit Hanoi = new(2, "01", "Hà Nội", "Thành phố", 1, "VN", "Đồng bằng sông Hồng", Simulated: false);
    private static readonly Unit Invented = new(3, "S01-001", "Quận mô phỏng 1", "Quận", 2, "01", null, Simulated: true);

    [Theory, OnSqlite, OnPostgres]
    public async Task An_edition_comes_back_as_it_was_saved(Store store)
    {
        using var open = await OpenAsync(store);
        Assert.Empty(await open.Units.LoadAsync(default));
        await open.Units.SaveAsync(new Edition("2023", 1, [Nation, Hanoi, Invented]), null, default);
        var edition = Assert.Single(await open.Units.LoadAsync(default));
        Assert.Equal(("2023", 1), (edition.Name, edition.Generation));
        Assert.Equal([Nation, Hanoi, Invented], edition.Units.AsEnumerable());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_import_s_act_is_stored_with_the_edition_or_not_at_all(Store store)
    {
        using var open = await OpenAsync(store);
        var act = new AdministrativeAct
        {
            At = new DateTimeOffset(2017, 2, 20, 1, 2, 3, TimeSpan.Zero),
            Act = ActName.UnitsImported,
            Edition = "2023",
            Unit = "VN"
        };
        await open.Units.SaveAsync(new Edition("2023", 1, [Nation, Hanoi]), act, default);
        await Assert.ThrowsAsync<StaleEditionException>(() => open.Units.SaveAsync(new Edition("2023", 1, [Nation]), act, default));
        var stored = Assert.Single(
            await open.Acts.ReadNewestAsync(null, null, null, 9, default),
            found => found.Act == ActName.UnitsImported);
        Assert.Equal((act.At, "VN"), (stored.At, stored.Unit));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_silo_catches_up_with_what_another_one_stored(Store store)
    {
        using var open = await OpenAsync(store);
        var registry = new UnitRegistry("2023");
        var stored = new StoredUnits(registry, open.Units);
        await stored.CatchUpAsync("2023", default);
        Assert.Null(registry.Find("2023"));

        await open.Units.SaveAsync(new Edition("2023", 1, [Nation]), null, default);
        await stored.CatchUpAsync("2023", default);
        var first = registry.Active;
        await stored.CatchUpAsync("2023", default);
        Assert.Same(first, registry.Active);
        Assert.Null(first.Find("01"));

        await open.Units.SaveAsync(new Edition("2023", 2, [Nation, Hanoi]), null, default);
        await stored.CatchUpAsync("2023", default);
        Assert.Equal(Hanoi, registry.Active.Find("01"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_next_generation_renames_adds_and_removes(Store store)
    {
        using var open = await OpenAsync(store);
        await open.Units.SaveAsync(new Edition("2023", 1, [Nation, Hanoi, Invented]), null, default);
        var renamed = Hanoi with { Name = "Thủ đô Hà Nội" };
        var district = new Unit(4, "001", "Ba Đình", "Quận", 2, "01", null, Simulated: false);
        await open.Units.SaveAsync(new Edition("2023", 2, [Nation, renamed, district]), null, default);
        var edition = Assert.Single(await open.Units.LoadAsync(default));
        Assert.Equal(2, edition.Generation);
        Assert.Equal([Nation, renamed, district], edition.Units.AsEnumerable());
    }

    [Theory]
    [OnSqlite(1)]
    [OnSqlite(3)]
    [OnPostgres(1)]
    [OnPostgres(3)]
    public async Task Another_generation_is_stale_and_changes_nothing(Store store, int generation)
    {
        using var open = await OpenAsync(store);
        await open.Units.SaveAsync(new Edition("2023", 1, [Nation, Hanoi]), null, default);
        await Assert.ThrowsAsync<StaleEditionException>(() => open.Units.SaveAsync(
            new Edition("2023", generation, [Nation]),
            null,
            default));
        await Assert.ThrowsAsync<StaleEditionException>(() => open.Units.SaveAsync(
            new Edition("2025", generation + 1, [Nation with { Id = 9 }]),
            null,
            default));
        Assert.Equal([Nation, Hanoi], Assert.Single(await open.Units.LoadAsync(default)).Units.AsEnumerable());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_unit_with_reports_does_not_go(Store store)
    {
        using var open = await OpenAsync(store);
        await open.Units.SaveAsync(new Edition("2023", 1, [Nation, Hanoi, Invented]), null, default);
        Assert.False(await open.Units.HasReportsAsync(default));
        await open.AppendAsync(Invented.Id, 1, Entry(1));
        Assert.True(await open.Units.HasReportsAsync(default));
        await Assert.ThrowsAsync<UnitsInUseException>(() => open.Units.SaveAsync(new Edition("2023", 2, [Nation, Hanoi]), null, default));
        var edition = Assert.Single(await open.Units.LoadAsync(default));
        Assert.Equal((1, 3), (edition.Generation, edition.Units.Length));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Two_editions_stand_side_by_side_and_share_no_id(Store store)
    {
        using var open = await OpenAsync(store);
        await open.Units.SaveAsync(new Edition("2023", 1, [Nation, Hanoi]), null, default);
        await Assert.ThrowsAsync<InvalidOperationException>(() => open.Units.SaveAsync(new Edition("2025", 1, [Nation]), null, default));
        await open.Units.SaveAsync(new Edition("2025", 1, [Nation with { Id = 10 }]), null, default);
        Assert.Equal(["2023", "2025"], (await open.Units.LoadAsync(default)).Select(edition => edition.Name), StringComparer.Ordinal);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Eleven_thousand_units_are_saved_and_read(Store store)
    {
        using var open = await OpenAsync(store);
        var units = new List<Unit> { Nation };
        for (var province = 1; province <= 63; province++)
        {
            units.Add(new Unit(units.Count + 1, $"{province:00}", $"Tỉnh {province}", "Tỉnh", 1, "VN", null, Simulated: false));
            for (var commune = 1; commune <= 179; commune++)
                units.Add(new Unit(
                    units.Count + 1,
                    $"{province:00}-{commune:000}",
                    $"Xã {commune}",
                    "Xã",
                    3,
                    $"{province:00}",
                    null,
                    Simulated: true));
        }

        await open.Units.SaveAsync(new Edition("2023", 1, units), null, default);
        Assert.Equal(units, Assert.Single(await open.Units.LoadAsync(default)).Units.OrderBy(unit => unit.Id));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_cancelled_save_saves_nothing(Store store)
    {
        using var open = await OpenAsync(store);
        using var cancellation = new CancellationTokenSource();
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => open.Units.SaveAsync(
            new Edition("2023", 1, [Nation]),
            null,
            cancellation.Token));
        Assert.Empty(await open.Units.LoadAsync(default));
    }
}
