using System;
using System.Linq;
using System.Threading.Tasks;
using Aggregation.Domain.Reports;
using Aggregation.Domain.Tallies;
using Aggregation.Domain.Units;
using Aggregation.Tests.Support;
using Xunit;

namespace Aggregation.Tests.Grains.RollUps;

/// <summary>Whatever a caller pushes, the totals are the ledger's again within some seconds, up to the nation.</summary>
public sealed class UnitGrainHealingTests : IAsyncLifetime
{
    private readonly Edition edition = Trees.Small();
    private GrainHost host = null!;

    public async Task InitializeAsync()
    {
        host = await GrainHost.StartAsync(edition);
        foreach (var unit in edition.Units)
            await host.ReportAsync(unit.Code, Batch.Agencies("a", 0, unit.Id, null));
        await host.EqualsReferenceAsync();
    }

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Theory]
    [InlineData("VN", "48", 1_000_000_000, 0)]
    [InlineData("01", "001", 1_000, 0)]
    [InlineData("490", "20200", 2, 0)]
    [InlineData("VN", "01", 0, 1)]
    [InlineData("VN", "01", 5, TallyVersion.MaxCorrection)]
    public async Task A_forged_subtotal_gives_way_to_the_ledgers_and_the_child_is_heard_again(
        string parent,
        string child,
        long moreRows,
        int correction)
    {
        var rows = (await host.Unit(child).GetRollUp()).Subtotal.Version.Rows;
        var before = (await host.Unit(parent).GetRollUp()).Subtotal.Cells;
        await host.Unit(parent).Absorb(child, Forged(new TallyVersion(edition.Generation, rows + moreRows, correction)));
        Assert.NotEqual(before.AsEnumerable(), (await host.Unit(parent).GetRollUp()).Subtotal.Cells);

        await host.EqualsReferenceAsync();
        await host.ReportPersistentlyAsync(child, [Batch.Agencies("b", 0, 77, null)]);
        await host.EqualsReferenceAsync();
    }

    [Fact]
    public async Task A_correction_is_counted_and_no_version_of_an_activation_goes_back()
    {
        await host.Unit("01").Absorb("001", Forged(new TallyVersion(edition.Generation, 1_000)));
        TallyVersion forged = default;
        await GrainHost.EventuallyAsync(async () =>
            Assert.True((forged = (await host.Unit("VN").GetRollUp()).Subtotal.Version).Rows > 1_000));
        await host.EqualsReferenceAsync();
        var healed = (await host.Unit("VN").GetRollUp()).Subtotal.Version;
        Assert.True(healed > forged, $"{healed} after {forged}");
        Assert.True(healed.Supersedes(forged));
        Assert.True(healed.Rows < forged.Rows);
    }

    [Fact]
    public async Task What_is_no_subtotal_is_refused()
    {
        var good = (await host.Unit("001").GetRollUp()).Subtotal;
        var newer = good.Version with { Rows = good.Version.Rows + 1 };
        foreach (var bad in new[]
        {
            good with { Version = newer, Cells = [1, 2] },
            good with { Version = newer, Cells = good.Cells.SetItem(0, -1) },
            good with { Version = newer with { Rows = -1, Correction = 1 } },
            good with { Version = newer with { Correction = -1 } },
            good with { Version = newer with { Correction = int.MaxValue } },
            good with { Version = newer, Models = [Model("b"), Model("a")] },
            good with { Version = newer, Models = [Model("a"), Model("a")] },
        })
        {
            await Assert.ThrowsAsync<ArgumentException>(() => host.Unit("01").Absorb("001", bad));
        }

        await host.Unit("01").Absorb("stranger", good with { Version = newer });
        await host.EqualsReferenceAsync();
    }

    [Fact]
    public async Task A_unit_that_is_told_to_reads_the_ledger_again()
    {
        await host.Unit("00001").Reload();
        await host.ReportPersistentlyAsync("00001", [Batch.Agencies("c", 0, 5, null)]);
        await host.Unit("VN").Reload();
        await host.EqualsReferenceAsync();
        Assert.Equal(edition.Units.Length + 1, host.Ledger.Rows.Count);
    }

    [Fact]
    public async Task A_caller_beside_the_door_records_nothing_that_the_door_refuses()
    {
        var before = host.Ledger.Rows.Count;
        var tomorrow = ReportDay.Today(TimeProvider.System).AddDays(1);
        foreach (var (code, report) in new[]
        {
            (FaultCode.InTheFuture, Batch.Agencies("x", 0, 1, null) with { EffectiveOn = new DateOnly(2999, 1, 1) }),
            (FaultCode.InTheFuture, Batch.Agencies("x", 0, 1, null) with { EffectiveOn = tomorrow.AddDays(1) }),
            (FaultCode.TooEarly, Batch.Agencies("x", 0, 1, null) with { EffectiveOn = new DateOnly(1999, 12, 31) }),
            (FaultCode.OutOfRange, Batch.Agencies("x", 0, -1, null)),
            (FaultCode.OutOfRange, Batch.Agencies("x", 0, 1_000_000_001, null)),
            (FaultCode.NotAtThisLevel, new Report(
                "x",
                Draw.Day,
                new Figures { Statuses = [new StatusFigure("mobilisation-programme", "adopted")] },
                null)),
            (FaultCode.UnknownState, new Report(
                "x",
                Draw.Day,
                new Figures { Statuses = [new StatusFigure("committee", "invented")] },
                null)),
            (FaultCode.UnknownIndicator, new Report("x", Draw.Day, new Figures { Counts = [new CountFigure("invented", 1)] }, null)),
            (FaultCode.NoFigure, new Report("x", Draw.Day, Figures.None, null)),
            (FaultCode.ForbiddenCharacter, Batch.Agencies("x\u0000", 0, 1, null)),
            (FaultCode.TooLong, Batch.Agencies(new string('x', 65), 0, 1, null)),
        })
        {
            var outcome = Assert.Single(await host.Unit("00001").Report(new UnitReports("stranger", [report])));
            Assert.Equal((ReportVerdict.Invalid, code), (outcome.Verdict, outcome.Faults.Single(fault => !fault.IsWarning).Code));
        }

        await Assert.ThrowsAsync<ArgumentException>(() => host.Unit("00001")
            .Report(new UnitReports(" ", [Batch.Agencies("x", 0, 1, null)])));
        await Assert.ThrowsAsync<ArgumentException>(() => host.Unit("00001").Report(new UnitReports("stranger", [])));
        await Assert.ThrowsAsync<ArgumentException>(() => host.Unit("00001").Check(new UnitReports(
            "stranger",
            [.. Enumerable.Range(0, 1_001).Select(number => Batch.Agencies($"k{number}", 0, 1, null))])));
        foreach (var nameless in new[]
        {
            new Figures { Counts = [new CountFigure(null!, 1)] },
            new Figures { Declared = [new CountFigure(null!, 1)] },
            new Figures { Statuses = [new StatusFigure(null!, "consolidated")] },
            new Figures { Statuses = [new StatusFigure("committee", null!)] },
            new Figures { Models = [new ModelFigure("x", [null!], 1, 0)] },
        })
        {
            var reports = new UnitReports("stranger", [new Report("x", Draw.Day, nameless, null)]);
            await Assert.ThrowsAsync<ArgumentException>(() => host.Unit("00001").Report(reports));
            await Assert.ThrowsAsync<ArgumentException>(() => host.Unit("00001").Check(reports));
        }

        Assert.Equal(before, host.Ledger.Rows.Count);
    }

    [Fact]
    public async Task A_subtotal_whose_models_lack_kinds_is_refused_whole()
    {
        var nation = host.Unit("VN");
        var held = (await nation.GetWarmRollUp()).Subtotal;
        var pushed = Forged(new TallyVersion(held.Version.Generation, held.Version.Rows + 9));
        foreach (var kinds in new[] { default, [], Model("x").Kinds.SetItem(0, -1), Model("x").Kinds.Add(0) })
            await Assert.ThrowsAsync<ArgumentException>(() => nation.Absorb(
                "01",
                pushed with { Models = [Model("x") with { Kinds = kinds }] }));
        Assert.Equal(held.Version, (await nation.GetWarmRollUp()).Subtotal.Version);
    }

    private static Tally Forged(TallyVersion version) => Tally.Empty(Seed.Layout, version.Generation) with
    {
        Version = version,
        Cells = Seed.Layout.Zeros.SetItem(0, 999_999),
    };

    private static ModelTally Model(string name) => new()
    {
        NormalName = name,
        Name = name,
        FirstRecordedAt = DateTimeOffset.UnixEpoch,
        Sites = 1,
        Groups = 1,
        Units = 1,
        Kinds = [.. Seed.Catalogue.ModelKinds.Select(_ => 0)],
    };
}
