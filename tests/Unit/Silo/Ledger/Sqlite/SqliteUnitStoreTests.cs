using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Ledger;
using Aggregation.Units;
using Xunit;
using static Aggregation.Tests.Silo.Ledger.OpenLedger;

namespace Aggregation.Tests.Silo.Ledger;

public sealed class SqliteUnitStoreTests : IDisposable
{
    private static readonly Unit Nation = new(1, "VN", "Việt Nam", "Quốc gia", 0, null, null, Simulated: false);
    private static readonly Unit Hanoi = new(2, "01", "Hà Nội", "Thành phố", 1, "VN", "Đồng bằng sông Hồng", Simulated: false);
    private static readonly Unit Invented = new(3, "S01-001", "Quận mô phỏng 1", "Quận", 2, "01", null, Simulated: true);

    private readonly TemporaryDirectory directory = new();
    private readonly OpenLedger open;
    private readonly SqliteUnitStore store;

    public SqliteUnitStoreTests()
    {
        open = new OpenLedger(directory.File("ledger.db"));
        store = new SqliteUnitStore(open.Writer, open.Readers);
    }

    public void Dispose()
    {
        open.Dispose();
        directory.Dispose();
    }

    [Fact]
    public async Task An_edition_comes_back_as_it_was_saved()
    {
        Assert.Empty(await store.LoadAsync(default));
        await store.SaveAsync(new Edition("2023", 1, [Nation, Hanoi, Invented]), default);
        var edition = Assert.Single(await store.LoadAsync(default));
        Assert.Equal(("2023", 1), (edition.Name, edition.Generation));
        Assert.Equal([Nation, Hanoi, Invented], edition.Units.AsEnumerable());
    }

    [Fact]
    public async Task The_next_generation_renames_adds_and_removes()
    {
        await store.SaveAsync(new Edition("2023", 1, [Nation, Hanoi, Invented]), default);
        var renamed = Hanoi with { Name = "Thủ đô Hà Nội" };
        var district = new Unit(4, "001", "Ba Đình", "Quận", 2, "01", null, Simulated: false);
        await store.SaveAsync(new Edition("2023", 2, [Nation, renamed, district]), default);
        var edition = Assert.Single(await store.LoadAsync(default));
        Assert.Equal(2, edition.Generation);
        Assert.Equal([Nation, renamed, district], edition.Units.AsEnumerable());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task Another_generation_is_stale_and_changes_nothing(int generation)
    {
        await store.SaveAsync(new Edition("2023", 1, [Nation, Hanoi]), default);
        await Assert.ThrowsAsync<StaleEditionException>(() => store.SaveAsync(new Edition("2023", generation, [Nation]), default));
        Assert.Equal([Nation, Hanoi], Assert.Single(await store.LoadAsync(default)).Units.AsEnumerable());
    }

    [Fact]
    public async Task A_unit_with_reports_does_not_go()
    {
        await store.SaveAsync(new Edition("2023", 1, [Nation, Hanoi, Invented]), default);
        Assert.False(await store.HasReportsAsync(default));
        await open.AppendAsync(Invented.Id, 1, Entry(1));
        Assert.True(await store.HasReportsAsync(default));
        await Assert.ThrowsAsync<UnitsInUseException>(() => store.SaveAsync(new Edition("2023", 2, [Nation, Hanoi]), default));
        var edition = Assert.Single(await store.LoadAsync(default));
        Assert.Equal((1, 3), (edition.Generation, edition.Units.Length));
    }

    [Fact]
    public async Task Two_editions_stand_side_by_side_and_share_no_id()
    {
        await store.SaveAsync(new Edition("2023", 1, [Nation, Hanoi]), default);
        await Assert.ThrowsAsync<InvalidOperationException>(() => store.SaveAsync(new Edition("2025", 1, [Nation]), default));
        await store.SaveAsync(new Edition("2025", 1, [Nation with { Id = 10 }]), default);
        Assert.Equal(["2023", "2025"], (await store.LoadAsync(default)).Select(edition => edition.Name), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Eleven_thousand_units_are_saved_and_read()
    {
        var units = new List<Unit> { Nation };
        for (var province = 1; province <= 63; province++)
        {
            units.Add(new Unit(units.Count + 1, $"{province:00}", $"Tỉnh {province}", "Tỉnh", 1, "VN", null, Simulated: false));
            for (var commune = 1; commune <= 179; commune++)
                units.Add(new Unit(units.Count + 1, $"{province:00}-{commune:000}", $"Xã {commune}", "Xã", 3, $"{province:00}", null, Simulated: true));
        }

        await store.SaveAsync(new Edition("2023", 1, units), default);
        Assert.Equal(units, Assert.Single(await store.LoadAsync(default)).Units.OrderBy(unit => unit.Id));
    }

    [Fact]
    public async Task A_cancelled_save_saves_nothing()
    {
        using var cancellation = new CancellationTokenSource();
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.SaveAsync(new Edition("2023", 1, [Nation]), cancellation.Token));
        Assert.Empty(await store.LoadAsync(default));
    }

    [Fact]
    public async Task A_store_that_cannot_be_written_says_so()
    {
        open.Database.MaximumPages = 1;
        var exception = await Assert.ThrowsAsync<LedgerUnavailableException>(() => store.SaveAsync(
            new Edition("2023", 1, [Nation, .. Enumerable.Range(2, 500).Select(id => new Unit(id, $"{id}", "Tỉnh", "Tỉnh", 1, "VN", null, Simulated: false))]),
            default));
        Assert.Contains(open.Database.Path, exception.Message, StringComparison.Ordinal);
        Assert.Empty(await store.LoadAsync(default));
    }
}
