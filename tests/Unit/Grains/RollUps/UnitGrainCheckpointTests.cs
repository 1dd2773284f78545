using System;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Domain.Reports;
using Aggregation.Domain.Units;
using Aggregation.Grains.RollUps;
using Aggregation.Ledger;
using Aggregation.Testing.Reference;
using Aggregation.Tests.Support;
using Xunit;

namespace Aggregation.Tests.Grains.RollUps;

/// <summary>What a parent keeps, and what its next activation does with it.</summary>
public sealed class UnitGrainCheckpointTests
{
    private const string Nation = "2023/VN";

    private readonly Edition edition = Trees.Small();
    private readonly MemoryCheckpoints checkpoints = new();
    private readonly MemoryLedger ledger = new(TimeProvider.System);

    [Fact]
    public async Task A_restarted_nation_answers_with_its_last_totals_marked_warming_and_then_corrects_itself()
    {
        await RecordAndStopAsync(1_000);
        using var gate = CloseLedger();
        await using var host = await StartAsync();
        var watcher = new Watcher();
        await host.Unit("VN").Watch(host.Grains.CreateObjectReference<IRollUpObserver>(watcher));
        var warming = await host.Unit("VN").GetRollUp();
        Assert.Equal((true, 1_000), (warming.Warming, warming.Subtotal.Version.Rows));
        Assert.Equal(999, warming.Subtotal.Cells[Seed.Catalogue.Find("agencies")!.Slot]);
        Assert.False((await host.Unit("VN").Watch(host.Grains.CreateObjectReference<IRollUpObserver>(watcher))).IsWarm);
        var warm = host.Unit("VN").GetWarmRollUp();
        var children = host.Unit("VN").GetChildTallies();
        Assert.Empty(watcher.Told);
        Assert.False(warm.IsCompleted || children.IsCompleted);

        gate.Set();
        Assert.Equal(warming.Subtotal, (await warm).Subtotal);
        Assert.Equal(warming.Subtotal, (await children).RollUp.Subtotal);
        Assert.False((await host.Unit("VN").GetRollUp()).Warming);

        // Nothing has changed but that it is warm, and that is told.
        await GrainHost.EventuallyAsync(() =>
        {
            Assert.Contains(watcher.Told, told => !told.Warming && told.Version > warming.Version && told.Subtotal == warming.Subtotal);
            return Task.CompletedTask;
        });
        Assert.DoesNotContain(watcher.Told, told => told.Warming);
        await host.EqualsReferenceAsync();
    }

    [Fact]
    public async Task What_was_recorded_since_is_not_in_the_first_answer_and_is_in_the_last()
    {
        await RecordAndStopAsync(1_000);
        await AppendAsync("00100", 1, Batch.Agencies("b", 1, 7, null));
        await AppendAsync("00001", 1_001, Batch.Withdrawal("w", 1_000));
        using var gate = CloseLedger();
        await using var host = await StartAsync();
        Assert.Equal(1_000, (await host.Unit("VN").GetRollUp()).Subtotal.Version.Rows);
        gate.Set();
        Assert.Equal(1_002, (await host.Unit("VN").GetWarmRollUp()).Subtotal.Version.Rows);
        await host.EqualsReferenceAsync();
    }

    [Fact]
    public async Task Reports_are_recorded_and_pushed_while_it_warms()
    {
        await RecordAndStopAsync(1_000);
        using var gate = CloseLedger();
        await using var host = await StartAsync();
        Assert.True((await host.Unit("VN").GetRollUp()).Warming);
        Assert.Equal("Accepted 1", (await host.ReportAsync("VN", Batch.Agencies("a", 0, 3, null))).Text());
        Assert.Equal("Accepted 1", (await host.ReportAsync("498", Batch.Agencies("a", 0, 4, null))).Text());
        gate.Set();
        await host.EqualsReferenceAsync();
    }

    [Fact]
    public async Task A_ledger_that_went_back_is_believed_and_the_checkpoint_is_not()
    {
        await RecordAndStopAsync(1_500);
        var restored = new MemoryLedger(TimeProvider.System);
        await AppendAsync(
            restored,
            "00001",
            1,
            [.. Enumerable.Range(0, 200).Select(number => Batch.Agencies($"k{number}", 0, number % 1_000, null))]);
        await using var host = await GrainHost.StartAsync(edition, restored, checkpoints: checkpoints);
        await GrainHost.EventuallyAsync(async () => Assert.False((await host.Unit("VN").GetRollUp()).Warming));
        Assert.Equal(200, (await host.Unit("VN").GetRollUp()).Subtotal.Version.Rows);
        await host.EqualsReferenceAsync();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(20)]
    [InlineData(-1)]
    public async Task A_damaged_checkpoint_is_done_without_and_replaced(int place)
    {
        await RecordAndStopAsync(1_000);
        var damaged = (byte[])checkpoints[Nation]!.Clone();
        damaged[place < 0 ? ^1 : place] ^= 1;
        checkpoints.Put(Nation, damaged);
        await using (var host = await StartAsync())
        {
            Assert.False((await host.Unit("VN").GetRollUp()).Warming);
            await host.EqualsReferenceAsync();
        }

        using var gate = CloseLedger();
        await using var next = await StartAsync();
        Assert.True((await next.Unit("VN").GetRollUp()).Warming);
        gate.Set();
    }

    [Fact]
    public async Task What_another_activation_stored_stays()
    {
        byte[] theirs = [1, 2, 3];
        await using (var host = await StartAsync())
        {
            await host.Unit("VN").GetWarmRollUp();
            checkpoints.Put(Nation, theirs);
            await RecordAsync(host, 1_000);
        }

        Assert.Same(theirs, checkpoints[Nation]);
    }

    [Fact]
    public async Task A_store_that_fails_is_tried_at_the_next_occasion()
    {
        checkpoints.OnWrite = () => throw new LedgerUnavailableException("The disk is full.");
        await RecordAndStopAsync(1_000);
        Assert.Empty(checkpoints.Units);
        checkpoints.OnWrite = null;
        await using (var host = await StartAsync())
            await host.EqualsReferenceAsync();
        Assert.Contains(Nation, checkpoints.Units);
    }

    [Fact]
    public async Task Only_parents_with_rows_worth_it_have_one()
    {
        await RecordAndStopAsync(999);
        Assert.Empty(checkpoints.Units);
        await using (var host = await StartAsync())
        {
            await host.EqualsReferenceAsync();
            await host.ReportAsync("00001", Batch.Agencies("last", 0, 5, null));
            await host.EqualsReferenceAsync();
        }

        Assert.Equal(["2023/001", "2023/01", Nation], checkpoints.Units);
    }

    [Fact]
    public async Task With_many_rows_folded_it_is_kept_as_soon_as_it_is_warm_and_not_again_for_few_more()
    {
        for (var number = 0; number < 20; number++)
            await AppendAsync(
                "00001",
                1 + (number * 1_000),
                [.. Enumerable.Range(0, 1_000).Select(place => Batch.Agencies($"k{number}-{place}", 0, place, null))]);
        await using (var host = await StartAsync())
        {
            await host.Unit("VN").GetWarmRollUp();
            await GrainHost.EventuallyAsync(() =>
            {
                Assert.Equal([Nation], checkpoints.Units);
                return Task.CompletedTask;
            });
            await host.ReportAsync("498", Batch.Agencies("a", 0, 4, null));
        }

        Assert.Equal(1, checkpoints.Writes);
        using var gate = CloseLedger();
        await using var next = await StartAsync();
        Assert.Equal(20_000, (await next.Unit("VN").GetRollUp()).Subtotal.Version.Rows);
        gate.Set();
        await GrainHost.EventuallyAsync(async () => Assert.Equal(20_001, (await next.Unit("VN").GetRollUp()).Subtotal.Version.Rows));
    }

    [Fact]
    public async Task An_import_before_the_restart_leaves_the_checkpoint_of_use()
    {
        await RecordAndStopAsync(1_000);
        var next = new Edition(
            "2023",
            2,
            [.. edition.Units.Select(unit => unit.Code == "00001" ? unit with { Parent = "490" } : unit), Trees.Unit(99, "00102", "01")]);
        using var gate = CloseLedger();
        await using var host = await GrainHost.StartAsync(next, ledger, checkpoints: checkpoints);
        Assert.Equal(new(2, 1_000), (await host.Unit("VN").GetRollUp()).Subtotal.Version);
        gate.Set();
        await host.EqualsReferenceAsync();
    }

    [Fact]
    public async Task An_import_while_a_unit_warms_is_what_it_is_warm_with_and_nobody_waits_for_the_list_before_it()
    {
        await RecordAndStopAsync(1_000);
        using var gate = CloseLedger();
        await using var host = await StartAsync();
        var warm = host.Unit("VN").GetWarmRollUp();
        Assert.True((await host.Unit("VN").GetRollUp()).Warming);

        var next = new Edition(
            "2023",
            2,
            [.. edition.Units.Select(unit => unit.Code == "00001" ? unit with { Parent = "490" } : unit), Trees.Unit(99, "00102", "01")]);
        host.Registry.Publish(next);
        // What has waited since before the import hears of it by whatever the unit is asked next.
        var asked = host.Unit("VN").GetWarmRollUp();
        Assert.False(warm.IsCompleted || asked.IsCompleted);

        gate.Set();
        Assert.Equal(new(2, 1_000), (await asked).Subtotal.Version);
        Assert.Equal(new(2, 1_000), (await warm).Subtotal.Version);
        await host.EqualsReferenceAsync();
    }

    private Task<GrainHost> StartAsync() => GrainHost.StartAsync(edition, ledger, checkpoints: checkpoints);

    private async Task RecordAndStopAsync(int rows)
    {
        await using var host = await StartAsync();
        await RecordAsync(host, rows);
    }

    private static async Task RecordAsync(GrainHost host, int rows)
    {
        foreach (var batch in Enumerable.Range(0, rows)
            .Select(number => Batch.Agencies($"k{number}", 0, number % 1_000, null))
            .Chunk(ReportForm.MaxReports))
            await host.Unit("00001").Report(new UnitReports("test", [.. batch]));
        await GrainHost.EventuallyAsync(async () => Assert.Equal(rows, (await host.Unit("VN").GetRollUp()).Subtotal.Version.Rows));
    }

    private Task AppendAsync(string unit, int first, params ImmutableArray<Report> reports) => AppendAsync(ledger, unit, first, reports);

    private async Task AppendAsync(MemoryLedger to, string unit, int first, ImmutableArray<Report> reports) =>
        await to.AppendAsync(new LedgerAppend(
            edition.Find(unit)!.Id,
            first,
            [.. reports.Select(report => new LedgerEntry("test", report))]));

    // Folds of areas wait; units read their own rows.
    private ManualResetEventSlim CloseLedger()
    {
        var gate = new ManualResetEventSlim();
        ledger.OnRead = selection =>
        {
            if (!selection.WithSenders)
                gate.Wait();
        };
        return gate;
    }
}
