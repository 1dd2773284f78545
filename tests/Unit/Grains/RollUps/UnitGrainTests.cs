using System;
using System.Linq;
using System.Threading.Tasks;
using Aggregation.Domain.Reports;
using Aggregation.Domain.Tallies;
using Aggregation.Domain.Units;
using Aggregation.Grains.RollUps;
using Aggregation.Ledger;
using Aggregation.Ledger.Units;
using Aggregation.Testing.Reference;
using Aggregation.Tests.Support;
using Xunit;

namespace Aggregation.Tests.Grains.RollUps;

public sealed class UnitGrainTests : IAsyncLifetime
{
    private readonly Edition edition = Trees.Small();
    private GrainHost host = null!;

    public async Task InitializeAsync() => host = await GrainHost.StartAsync(edition);

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task A_report_reaches_every_unit_above()
    {
        await host.ReportAsync("00001", Batch.Committee("a", 0, "consolidated"), Batch.Model("b", 1, "Móc khóa an toàn", 2));
        await host.ReportAsync("498", Batch.Committee("a", 0, "consolidating"));
        await host.ReportAsync("VN", Batch.Committee("a", 0, "consolidated"));
        await host.EqualsReferenceAsync();
    }

    [Fact]
    public async Task What_the_ledger_has_is_there_before_anybody_reports()
    {
        await host.ReportAsync("20200", Batch.Committee("a", 0, "consolidated"));
        await using var other = await GrainHost.StartAsync(edition, host.Ledger);
        Assert.Equal(1, (await other.Unit("VN").GetRollUp()).Subtotal.Version.Rows);
        await other.EqualsReferenceAsync();
    }

    [Fact]
    public async Task Children_are_told_in_code_order_and_add_up()
    {
        await host.ReportAsync("00101", Batch.Agencies("a", 0, 3, null));
        await host.ReportAsync("00100", Batch.Agencies("a", 0, 5, null));
        await host.ReportAsync("01", Batch.Agencies("a", 0, 7, null));
        await host.EqualsReferenceAsync();
        var (rollUp, children) = await host.Unit("01").GetChildTallies();
        var cell = Seed.Catalogue.Find("agencies")!.Slot;
        Same.Items([0L, 3, 5], children.Select(child => child.Cells[cell]));
        Assert.Equal(15, rollUp.Subtotal.Cells[cell]);
        Assert.Equal(7, rollUp.Own.Counts[cell]);
        Assert.Empty((await host.Unit("498").GetChildTallies()).Children);
    }

    [Fact]
    public async Task Reports_that_come_while_the_ledger_commits_go_together_with_the_next()
    {
        // Calls to a grain that nobody has called yet may overtake each other while its silo is chosen.
        await host.Unit("00001").GetRollUp();
        Task<System.Collections.Immutable.ImmutableArray<ReportOutcome>>[] waiting;
        await using (await host.Ledger.HoldAsync(default))
        {
            waiting = [.. Enumerable.Range(0, 30)
                .Select(number => host.ReportAsync("00001", Batch.Agencies($"k{number}", number % 3, number, null)))];

            // A read does not wait for the commit, and shows nothing that is not durable.
            Assert.Equal(0, (await host.Unit("00001").GetRollUp()).Subtotal.Version.Rows);
            Assert.Equal("Accepted", (await host.Unit("00001").Check(new UnitReports("test", [Batch.Agencies("k0", 0, 0, null)]))).Text());
            Assert.All(waiting, report => Assert.False(report.IsCompleted));
        }

        var outcomes = await Task.WhenAll(waiting);
        Assert.Equal(Enumerable.Range(1, 30), outcomes.Select(outcome => outcome[0].Sequence!.Value).Order());
        Assert.True(host.Ledger.Appends <= 3, $"{host.Ledger.Appends} appends");
        await host.EqualsReferenceAsync();
    }

    [Fact]
    public async Task Nothing_is_answered_by_what_was_read_before_it_is_known_to_be_durable()
    {
        await host.ReportAsync("00001", Batch.Agencies("a", 0, 5, null));
        await using var other = await GrainHost.StartAsync(edition, host.Ledger);
        host.Ledger.OnAppend = _ => AppendFault.BeforeCommit;
        await Assert.ThrowsAsync<LedgerUnavailableException>(() => other.ReportAsync("00001", Batch.Agencies("a", 0, 5, null)));
        await Assert.ThrowsAsync<LedgerUnavailableException>(() => other.ReportAsync("00001", Batch.Agencies("a", 0, 6, null)));

        host.Ledger.OnAppend = null;
        Assert.Equal("Duplicate 1", (await other.ReportPersistentlyAsync("00001", [Batch.Agencies("a", 0, 5, null)])).Text());
        // Once it is known, it need not be asked again.
        host.Ledger.OnAppend = _ => AppendFault.BeforeCommit;
        Assert.Equal("Duplicate 1", (await other.ReportAsync("00001", Batch.Agencies("a", 0, 5, null))).Text());
        Assert.Single(host.Ledger.Rows);
    }

    [Fact]
    public async Task A_unit_does_not_go_on_from_rows_that_another_store_lost()
    {
        var unit = edition.Find("00001")!.Id;
        await host.ReportAsync("00001", Batch.Agencies("lost", 0, 5, null));
        host.Ledger.LoseLast();
        await host.Ledger.AppendAsync(new LedgerAppend(
            unit,
            1,
            [new LedgerEntry("test", Batch.Agencies("another's", 0, 7, null))],
            host.Ledger.Era));

        Assert.Equal("Accepted 2", (await host.ReportPersistentlyAsync("00001", [Batch.Agencies("new", 0, 8, null)])).Text());
        Assert.Equal("Accepted 3", (await host.ReportPersistentlyAsync("00001", [Batch.Agencies("lost", 0, 5, null)])).Text());
        await host.EqualsReferenceAsync();
    }

    [Fact]
    public async Task One_refused_batch_does_not_harm_its_neighbours_in_the_same_commit()
    {
        await host.ReportAsync("00001", Batch.Agencies("a", 0, 5, null));
        Task<System.Collections.Immutable.ImmutableArray<ReportOutcome>>[] waiting;
        await using (await host.Ledger.HoldAsync(default))
        {
            waiting =
            [
                host.ReportAsync("00001", Batch.Committee("b", 0, "consolidated")),
                host.ReportAsync("00001", Batch.Agencies("c", 0, null, 4), Batch.Agencies("d", 0, null, 6)),
                host.ReportAsync("00001", Batch.Agencies("c", 0, null, 5)),
                host.ReportAsync("00001", Batch.Agencies("c", 0, null, 5)),
                host.ReportAsync("00001", Batch.Agencies("c", 0, null, 4)),
            ];

            // Answered after those before it have arrived, so that all but the first wait together.
            await host.Unit("00001").GetRollUp();
        }

        var texts = (await Task.WhenAll(waiting)).Select(outcomes => outcomes.Text());
        Assert.Equal(
            ["Accepted 2", "NotRecorded, Invalid /counts/safe-agencies over-denominator", "Accepted 3", "Duplicate 3",
            "Conflict /idempotencyKey idempotency-key-conflict"],
            texts);
    }

    [Theory]
    [InlineData(AppendFault.BeforeCommit, "Accepted 2")]
    [InlineData(AppendFault.AfterCommit, "Duplicate 2")]
    public async Task After_a_failed_commit_the_unit_asks_the_ledger(AppendFault fault, string again)
    {
        await host.ReportAsync("00001", Batch.Committee("a", 0, "consolidating"));
        host.Ledger.OnAppend = _ => fault;
        await Assert.ThrowsAsync<LedgerUnavailableException>(() => host.ReportAsync("00001", Batch.Committee("b", 1, "consolidated")));
        host.Ledger.OnAppend = null;
        Assert.Equal(again, (await host.ReportPersistentlyAsync("00001", [Batch.Committee("b", 1, "consolidated")])).Text());
        await host.EqualsReferenceAsync();
    }

    [Fact]
    public async Task What_was_recorded_though_the_commit_failed_is_counted_without_being_sent_again()
    {
        await host.EqualsReferenceAsync();
        host.Ledger.OnAppend = _ => AppendFault.AfterCommit;
        await Assert.ThrowsAsync<LedgerUnavailableException>(() => host.ReportAsync("00001", Batch.Committee("b", 1, "consolidated")));
        host.Ledger.OnAppend = null;
        await host.EqualsReferenceAsync();
        Assert.Single(host.Ledger.Rows);
    }

    [Fact]
    public async Task A_check_records_nothing()
    {
        Assert.Equal(
            "Accepted, Accepted",
            (await host.Unit("00001").Check(new UnitReports("test", [Batch.Agencies("a", 0, 5, null), Batch.Withdrawal("b", 1)]))).Text());
        Assert.Equal("NotRecorded, Invalid /counts/safe-agencies over-denominator", (await host.Unit("00001")
            .Check(new UnitReports("test", [Batch.Agencies("a", 0, 5, null), Batch.Agencies("b", 0, null, 6)]))).Text());
        Assert.Empty(host.Ledger.Rows);
        Assert.Equal("Accepted 1", (await host.ReportAsync("00001", Batch.Agencies("a", 0, 6, null))).Text());
        Assert.Equal("Duplicate 1", (await host.Unit("00001").Check(new UnitReports("test", [Batch.Agencies("a", 0, 6, null)]))).Text());
    }

    [Fact]
    public async Task A_unit_that_no_edition_has_is_unknown()
    {
        await Assert.ThrowsAsync<UnknownUnitException>(() => host.Unit("99999").GetRollUp());
        await Assert.ThrowsAsync<UnknownUnitException>(() => host.Unit("00001", "2025").GetRollUp());
        await Assert.ThrowsAsync<UnknownUnitException>(() => host.ReportAsync("99999", Batch.Committee("a", 0, "consolidated")));
        Assert.Empty(host.Ledger.Rows);
    }

    [Fact]
    public async Task A_subtotal_that_is_old_repeated_or_of_no_child_changes_nothing()
    {
        await host.ReportAsync("00001", Batch.Agencies("a", 0, 5, null), Batch.Agencies("b", 1, 6, null));
        await host.EqualsReferenceAsync();
        var parent = host.Unit("001");
        var before = await parent.GetChildTallies();
        var child = before.Children[0];
        var other = child with { Cells = [.. child.Cells.Select(cell => cell + 1)] };
        await parent.Absorb("00001", other);
        await parent.Absorb("00001", other with { Version = new TallyVersion(1, 1) });
        await parent.Absorb("00100", other with { Version = new TallyVersion(1, 99) });
        await parent.Absorb("001", other with { Version = new TallyVersion(1, 99) });
        await parent.Absorb("99999", other with { Version = new TallyVersion(1, 99) });
        Assert.Equal(before.RollUp.Subtotal, (await parent.GetRollUp()).Subtotal);
        await host.EqualsReferenceAsync();
    }

    [Fact]
    public async Task A_subtotal_of_another_generation_is_refused_until_the_import_has_reached_the_unit()
    {
        await host.ReportAsync("00001", Batch.Agencies("a", 0, 5, null));
        await host.EqualsReferenceAsync();
        var parent = host.Unit("001");
        var child = (await parent.GetChildTallies()).Children[0];
        var later = child with { Version = new TallyVersion(2, child.Version.Rows) };
        await Assert.ThrowsAsync<StaleEditionException>(() => parent.Absorb("00001", later));
        await Assert.ThrowsAsync<StaleEditionException>(() => parent.Absorb("00001", child with { Version = new TallyVersion(0, 99) }));

        host.Registry.Publish(new Edition("2023", 2, edition.Units));
        await parent.Absorb("00001", later);
        await Assert.ThrowsAsync<StaleEditionException>(() => parent.Absorb("00001", child));
        await host.EqualsReferenceAsync();
    }

    [Fact]
    public async Task A_ledger_that_cannot_be_read_is_told_and_later_forgotten()
    {
        await host.ReportAsync("00001", Batch.Agencies("a", 0, 5, null));
        await using var other = await GrainHost.StartAsync(edition, host.Ledger);
        host.Ledger.OnRead = _ => throw new LedgerUnavailableException("The disk is gone.");
        await Assert.ThrowsAnyAsync<Exception>(() => other.Unit("VN").GetRollUp());
        await Assert.ThrowsAnyAsync<Exception>(() => other.Unit("01").GetRollUp());
        host.Ledger.OnRead = null;
        await other.EqualsReferenceAsync();
    }

    [Fact]
    public async Task A_parent_whose_children_cannot_be_read_says_so_and_warms_later()
    {
        await host.ReportAsync("00001", Batch.Agencies("a", 0, 5, null));
        await using var other = await GrainHost.StartAsync(edition, host.Ledger);
        host.Ledger.OnRead = selection =>
        {
            if (selection.UnitIds.Count > 1)
                throw new LedgerUnavailableException("The disk is gone.");
        };
        await Assert.ThrowsAsync<LedgerUnavailableException>(() => other.Unit("VN").GetRollUp());

        // Its own reports need no children.
        Assert.Equal("Accepted 1", (await other.ReportAsync("VN", Batch.Committee("a", 0, "consolidated"))).Text());
        host.Ledger.OnRead = null;
        await other.EqualsReferenceAsync();
    }

    [Fact]
    public async Task What_was_recorded_elsewhere_is_found_within_some_seconds()
    {
        // No push ever reaches this engine: only the ledger tells it.
        await using var other = await GrainHost.StartAsync(edition, host.Ledger);
        Assert.Equal(0, (await other.Unit("VN").GetRollUp()).Subtotal.Version.Rows);
        Assert.Equal(0, (await other.Unit("01").GetRollUp()).Subtotal.Version.Rows);
        await host.ReportAsync("00001", Batch.Agencies("a", 0, 5, null));
        await host.ReportAsync("VN", Batch.Agencies("a", 0, 7, null));
        await host.EqualsReferenceAsync();
        await other.EqualsReferenceAsync();
    }

    [Fact]
    public async Task Watchers_are_told_of_every_unit_s_newest_roll_up()
    {
        var watcher = new Watcher();
        var reference = host.Grains.CreateObjectReference<IRollUpObserver>(watcher);
        await host.Unit("VN").Watch(reference);
        await host.Unit("VN").Watch(reference);
        for (var number = 1; number <= 20; number++)
            await host.ReportAsync(number % 2 == 0 ? "00001" : "20200", Batch.Agencies($"k{number}", 0, number, null));
        await host.EqualsReferenceAsync();
        var newest = (await host.Unit("VN").GetRollUp()).Subtotal;
        await GrainHost.EventuallyAsync(() =>
        {
            Assert.Equal(newest, watcher.Told.LastOrDefault()?.Subtotal);
            return Task.CompletedTask;
        });
        var versions = watcher.Told.Select(rollUp => rollUp.Subtotal.Version).ToList();
        Assert.Equal(versions.Distinct().Order(), versions);

        await host.Unit("VN").Unwatch(reference);
        await host.ReportAsync("00001", Batch.Agencies("z", 0, 99, null));
        await host.EqualsReferenceAsync();
        Assert.Equal(versions.Count, watcher.Told.Count);
    }

    [Fact]
    public async Task An_import_moves_adds_and_renames_under_the_eyes_of_the_units()
    {
        foreach (var unit in edition.Units)
            await host.ReportAsync(unit.Code, Batch.Agencies("a", 0, unit.Id, null), Batch.Model("m", 0, "Hoà giải", unit.Id));
        await host.EqualsReferenceAsync();

        // A commune changes its district, a district its province, and a commune is new.
        var next = new Edition("2023", 2, [.. edition.Units.Select(unit => unit.Code switch
        {
            "00004" => unit with { Parent = "490" },
            "002" => unit with { Parent = "48" },
            _ => unit,
        }), Trees.Unit(99, "00102", "01")]);
        host.Registry.Publish(next);
        await host.EqualsReferenceAsync();

        foreach (var unit in next.Units)
            await host.ReportAsync(unit.Code, Batch.Agencies("b", 1, 1, null));
        await host.EqualsReferenceAsync();
        Assert.Equal(13 + 12, (await host.Unit("VN").GetRollUp()).Subtotal.Version.Rows - 12);
    }

    [Fact]
    public async Task An_import_while_reports_are_recorded_loses_none()
    {
        var reporting = Task.Run(async () =>
        {
            for (var number = 0; number < 200; number++)
                await host.ReportPersistentlyAsync(number % 2 == 0 ? "00001" : "00004", [Batch.Agencies($"k{number}", 0, number, null)]);
        });
        for (var generation = 2; generation <= 12; generation++)
        {
            host.Registry.Publish(new Edition("2023", generation, edition.Units.Select(unit => unit.Code == "00004"
                ? unit with { Parent = generation % 2 == 0 ? "490" : "001" }
                : unit)));
            await host.Unit("VN").GetRollUp();
            await Task.Yield();
        }

        await reporting;
        Assert.Equal(200, host.Ledger.Rows.Count);
        await host.EqualsReferenceAsync();
    }

    [Fact]
    public async Task Editions_do_not_mix()
    {
        host.Registry.Publish(Trees.Small("2025", firstId: 100));
        await host.ReportAsync("00001", Batch.Agencies("a", 0, 5, null));
        await host.Unit("00001", "2025").Report(new UnitReports("test", [Batch.Agencies("a", 0, 9, null)]));
        await host.EqualsReferenceAsync("2023");
        await host.EqualsReferenceAsync("2025");
    }
}
