using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Aggregation.Domain.Import;
using Aggregation.Domain.Units;
using Aggregation.Grains.Import;
using Aggregation.Ledger.Audit;
using Aggregation.Tests.Support;
using Xunit;

namespace Aggregation.Tests.Grains.Import;

public sealed class RegistryGrainTests : IAsyncLifetime
{
    private GrainHost host = null!;

    private IRegistryGrain Registry => host.Grains.GetGrain<IRegistryGrain>(IRegistryGrain.Key);

    public async Task InitializeAsync() => host = await GrainHost.StartAsync();

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task An_import_is_stored_and_then_published()
    {
        var outcome = await Registry.Import(List("2023"));
        Assert.Equal(12, outcome.Added);
        Assert.Same(host.Registry.Find("2023"), host.Store["2023"]);
        Assert.Equal(12, (await Registry.Import(List("2023"))).Unchanged);
        Assert.Equal(1, host.Registry.Find("2023")!.Generation);
    }

    [Fact]
    public async Task Ids_are_never_shared_between_editions()
    {
        await Registry.Import(List("2023"));
        await Registry.Import(List("2025"));
        var ids = host.Registry.Editions.SelectMany(edition => edition.Units).Select(unit => unit.Id).ToList();
        Assert.Equal(24, ids.Distinct().Count());
    }

    [Fact]
    public async Task A_refused_list_is_neither_stored_nor_published()
    {
        var list = List("2023");
        Assert.NotEmpty((await Registry.Import(list with { Rows = [.. list.Rows.Skip(1)] })).Faults);
        Assert.Null(host.Registry.Find("2023"));
        Assert.Null(host.Store["2023"]);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task A_simulation_that_has_reports_is_not_replaced(bool reportsSeen, bool storeRefuses)
    {
        await PublishSimulationAsync();
        (host.Store.HasReports, host.Store.RefusesRemovals) = (reportsSeen, storeRefuses);
        var outcome = await Registry.Import(List("2023"));
        Assert.True(outcome.LedgerInUse);
        Assert.True(host.Registry.Active.Simulated);
        Assert.Equal(1, host.Store["2023"]!.Generation);
    }

    [Fact]
    public async Task A_simulation_without_reports_is_replaced()
    {
        await PublishSimulationAsync();
        var outcome = await Registry.Import(List("2023"));
        Assert.False(outcome.LedgerInUse);
        Assert.False(host.Registry.Active.Simulated);
        Assert.DoesNotContain(host.Registry.Active.Units.Where(unit => unit.Level > Trees.Province), unit => unit.Id <= 14);
    }

    [Fact]
    public async Task Reports_do_not_keep_an_official_edition_from_growing()
    {
        await Registry.Import(List("2023"));
        host.Store.HasReports = true;
        var outcome = await Registry.Import(new UnitList(
            "2023",
            [new UnitListRow(2, "00200", "Xã mới", "Xã", "commune", "002", null)],
            false,
            false));
        Assert.Equal(1, outcome.Added);
        Assert.Equal(2, host.Registry.Active.Generation);
    }

    [Fact]
    public async Task Somebody_else_s_import_is_built_upon()
    {
        await Registry.Import(List("2023"));
        var other = new Edition("2023", 2, [.. host.Registry.Active.Units, Trees.Unit(900, "00900", "002")]);
        await host.Store.SaveAsync(other, null, default);
        var outcome = await Registry.Import(new UnitList(
            "2023",
            [new UnitListRow(2, "00200", "Xã mới", "Xã", "commune", "002", null)],
            false,
            false));
        Assert.Equal(1, outcome.Added);
        Assert.Equal(3, host.Registry.Active.Generation);
        Assert.NotNull(host.Registry.Active.Find("00900"));
        Assert.NotNull(host.Registry.Active.Find("00200"));
        Assert.Same(host.Store["2023"], host.Registry.Active);
    }

    [Fact]
    public async Task Whoever_calls_the_act_stands_in_the_ledger_with_every_unit_that_moved()
    {
        await Registry.Import(List("2023"));
        UnitListRow[] rows =
        [
            new(2, "00001", "Đơn vị 00001", "Kind", "commune", "002", null),
            new(3, "00200", "Xã mới", "Xã", "commune", "002", null)
        ];
        var outcome = await Registry.Import(new UnitList(
            "2023",
            [.. rows],
            AllowMoves: true,
            AllowRenames: false)
        { Origin = new ImportOrigin("k1", "r1", new string('9', 5_000)) });
        Assert.True(outcome.IsRecorded);
        Assert.Equal(["units-imported VN ", "units-imported VN k1"], host.Store.Imports.Select(act => $"{act.Act} {act.Unit} {act.Key}"));
        var act = host.Store.Imports[^1];
        Assert.Equal([("added", 1L), ("moved", 1L), ("renamed", 1L)], act.Figures.Select(figure => (figure.Key, figure.Value)));
        Assert.Equal([("00001", "001 → 002")], act.Details.Select(detail => (detail.Key, detail.Value)));
        Assert.Equal(("r1", 200, ActOutcome.Done), (act.RequestId, act.Address?.Length, act.Outcome));
    }

    [Fact]
    public async Task A_list_that_changes_nothing_or_is_refused_is_no_act_of_the_grain()
    {
        await Registry.Import(List("2023"));
        Assert.False((await Registry.Import(List("2023"))).IsRecorded);
        var list = List("2023");
        Assert.False((await Registry.Import(list with { Rows = [list.Rows[0] with { Code = "" }] })).IsRecorded);
        Assert.Single(host.Store.Imports);
    }

    private static UnitList List(string edition)
    {
        IEnumerable<UnitListRow> rows = Trees.Small().Units.Select((unit, place) => new UnitListRow(
            place + 2,
            unit.Code,
            unit.Name,
            unit.Kind,
            Seed.Catalogue.Levels[unit.Level].Id,
            unit.Parent ?? "",
            null));
        return new UnitList(edition, [.. rows], AllowMoves: false, AllowRenames: false);
    }

    private async Task PublishSimulationAsync()
    {
        var simulation = new Edition(
            "2023",
            1,
            [
                .. Trees.SmallUnits().Where(unit => unit.Level <= Trees.Province),
                Trees.Unit(13, "S01-001", "01", simulated: true) with { Level = Trees.District },
                Trees.Unit(14, "S01-001-00001", "S01-001", simulated: true),
            ]);
        await host.Store.SaveAsync(simulation, null, default);
        host.Registry.Publish(simulation);
    }
}
