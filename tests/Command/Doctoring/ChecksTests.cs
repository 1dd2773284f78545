using System;
using System.Linq;
using Aggregation.Commands.Doctoring;
using Aggregation.Contracts;
using Xunit;

namespace Aggregation.Tests.Command.Doctoring;

/// <summary>What the doctor makes of what a silo says: of a sound system nothing, of each fault that one and what to do.</summary>
public sealed class ChecksTests
{
    private const long Gigabyte = 1L << 30;
    private static readonly Diagnosis Sound = Healthy.Diagnosis;

    [Fact]
    public void A_sound_system_has_nothing_wrong() =>
        Assert.All(Healthy.Examine(Healthy.Timed(Sound)), check => Assert.True(
            check is { State: CheckState.Ok, Advice: null },
            check.ToString()));

    [Theory]
    [InlineData(60, 100, CheckState.Ok)]
    [InlineData(9, 100, CheckState.Warning)]
    [InlineData(1, 4, CheckState.Warning)]
    [InlineData(1, 100, CheckState.Wrong)]
    [InlineData(0, 4, CheckState.Wrong)]
    public void A_disk_runs_out(long free, long disk, object expected) =>
        Assert.Equal(
            expected,
            DiskOf(Sound.Ledger with { SizeBytes = 1000, FreeBytes = free * Gigabyte, DiskBytes = disk * Gigabyte }).State);

    [Fact]
    public void A_disk_needs_room_for_a_copy_of_the_ledger() =>
        Assert.Equal(
            CheckState.Warning,
            DiskOf(Sound.Ledger with { SizeBytes = 60 * Gigabyte, FreeBytes = 50 * Gigabyte, DiskBytes = 100 * Gigabyte }).State);

    [Fact]
    public void A_disk_of_another_machine_is_said_to_be_so() =>
        Assert.Equal(CheckState.Ok, DiskOf(Sound.Ledger with { FreeBytes = null, DiskBytes = null }).State);

    [Theory]
    [InlineData(0, CheckState.Ok)]
    [InlineData(1.9, CheckState.Ok)]
    [InlineData(-5, CheckState.Warning)]
    [InlineData(5, CheckState.Warning)]
    [InlineData(3600, CheckState.Wrong)]
    public void Clocks_are_compared(double seconds, object expected)
    {
        var silo = Healthy.Examine(Healthy.Timed(Sound with { TakenAt = Healthy.Now.AddSeconds(seconds) }))
            .Single(check => check.Name == "clock");
        var ledger = Healthy.Examine(Healthy.Timed(Sound with { Ledger = Sound.Ledger with { ClockAheadMilliseconds = seconds * 1000 } }))
            .Single(check => check.Name == "ledger-clock");
        Assert.Equal((expected, expected), (silo.State, ledger.State));
    }

    [Theory]
    [InlineData(0, CheckState.Ok)]
    [InlineData(5, CheckState.Warning)]
    [InlineData(10_800, CheckState.Wrong)]
    public void Rows_that_are_dated_after_the_clock_are_a_finding(double seconds, object expected) =>
        Assert.Equal(
            expected,
            Healthy.Examine(
                Healthy.Timed(Sound with { Ledger = Sound.Ledger with { RowsAheadMilliseconds = seconds * 1000 } })).Single(check =>
                    check.Name == "row-clock").State);

    [Fact]
    public void The_way_of_a_slow_question_is_not_taken_for_a_wrong_clock()
    {
        var slow = new TimedDiagnosis(Sound, Healthy.Now.AddSeconds(-4), TimeSpan.FromSeconds(5));
        Assert.Equal(TimeSpan.Zero, slow.ClockAhead);
    }

    [Fact]
    public void A_ledger_that_does_not_answer_is_wrong_and_the_reason_is_the_silos()
    {
        var fault = Healthy.Fault(Sound with
        {
            Ledger = Sound.Ledger with { CommitMilliseconds = null },
            Unanswered = [new UnansweredProbe("ledger-commit", "The disk is full.")]
        });
        Assert.Equal(("ledger", CheckState.Wrong, "The disk is full."), (fault.Name, fault.State, fault.Finding));
        Assert.NotNull(fault.Advice);
        Assert.Equal(
            CheckState.Wrong,
            Healthy.Fault(Sound with { Ledger = Sound.Ledger with { Failure = "The last commit failed." } }).State);
        Assert.Equal(CheckState.Warning, Healthy.Fault(Sound with { Ledger = Sound.Ledger with { CommitMilliseconds = 900 } }).State);
    }

    [Fact]
    public void Silos_are_counted_and_missed()
    {
        var two = Sound with { Silos = [Healthy.Silo("10.0.0.1"), Healthy.Silo("10.0.0.2"), Healthy.Silo("10.0.0.3", "dead", 600)] };
        Assert.Equal(CheckState.Wrong, Healthy.Fault(two).State);
        Assert.Contains("10.0.0.3", Healthy.Fault(two, silos: 0).Finding, StringComparison.Ordinal);
        Assert.DoesNotContain(Healthy.Examine(Healthy.Timed(two), silos: 2), check => check.State != CheckState.Ok);
        Assert.Equal(
            CheckState.Warning,
            Healthy.Fault(Sound with { Silos = [.. Sound.Silos!.Skip(1), Healthy.Silo("10.0.0.1", secondsSilent: 120)] }).State);
    }

    [Theory]
    [InlineData(6, CheckState.Wrong)]
    [InlineData(8, CheckState.Warning)]
    public void A_schema_is_behind_or_ahead(int stored, object expected)
    {
        var fault = Healthy.Fault(Sound with { Ledger = Sound.Ledger with { Schema = [new SchemaVersion("postgres", stored, 7)] } });
        Assert.Equal(("schema", expected), (fault.Name, fault.State));
    }

    [Fact]
    public void Provinces_that_fell_silent_are_named()
    {
        var fault = Healthy.Fault(Sound with
        {
            Provinces =
        [
            .. Sound.Provinces!,
            new AreaReporting("96", "Tỉnh Cà Mau", Healthy.Now.AddDays(-31)),
            new AreaReporting("95", "Tỉnh Bạc Liêu", null)
        ]
        });
        Assert.Equal("provinces", fault.Name);
        Assert.Contains("96 Tỉnh Cà Mau, 95 Tỉnh Bạc Liêu", fault.Finding, StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_else_somebody_must_know_of_is_a_warning()
    {
        Assert.Equal("roll-ups", Healthy.Fault(Sound with { RowsBehind = 3 }).Name);
        Assert.Equal("ready", Healthy.Fault(Sound with { Ready = false }).Name);
        Assert.Equal("demonstration", Healthy.Fault(Sound with { Demonstration = true }).Name);
        Assert.Equal("version", Healthy.Fault(Sound with { Version = "99.0.1" }).Name);
        var key = Healthy.Fault(Sound with { ExpiringKeys = [new ExpiringKey("k7m2p9x4ab", "01", new DateOnly(2026, 12, 1))] });
        Assert.Contains("k7m2p9x4ab (01, 2026-12-01)", key.Finding, StringComparison.Ordinal);
    }

    private static Check DiskOf(LedgerDiagnosis ledger) =>
        LedgerChecks.Of(Sound with { Ledger = ledger }).Single(check => check.Name == "disk");
}
