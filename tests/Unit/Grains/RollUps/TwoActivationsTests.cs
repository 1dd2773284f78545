using System;
using System.Linq;
using System.Threading.Tasks;
using Aggregation.Api.RollUps;
using Aggregation.Domain.Reports;
using Aggregation.Domain.Units;
using Aggregation.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Aggregation.Tests.Grains.RollUps;

/// <summary>
/// Two engines that know nothing of each other over one ledger: every unit is active twice, as no cluster ever should have it.
/// </summary>
public sealed class TwoActivationsTests : IAsyncLifetime
{
    private readonly Edition edition = Trees.Small();
    private GrainHost one = null!;
    private GrainHost other = null!;

    public async Task InitializeAsync()
    {
        one = await GrainHost.StartAsync(edition);
        other = await GrainHost.StartAsync(edition, one.Ledger);
        await one.Unit("00001").GetRollUp();
        await other.Unit("00001").GetRollUp();
    }

    public async Task DisposeAsync()
    {
        await one.DisposeAsync();
        await other.DisposeAsync();
    }

    [Fact]
    public async Task The_one_that_comes_second_steps_aside_and_its_next_activation_records()
    {
        Assert.Equal("Accepted 1", (await one.ReportAsync("00001", Batch.Committee("a", 0, "consolidating"))).Text());
        Assert.Equal("Accepted 2", await ReportAsync(other, "b", "consolidated"));
        Assert.Equal("Duplicate 1", await ReportAsync(other, "a", "consolidating"));
        Assert.Equal("Duplicate 2", await ReportAsync(one, "b", "consolidated"));
        await one.EqualsReferenceAsync();
        await other.EqualsReferenceAsync();
    }

    [Fact]
    public async Task The_same_reports_sent_to_both_at_once_are_recorded_once()
    {
        for (var round = 1; round <= 20; round++)
        {
            var key = $"r{round}";
            var outcomes = await Task.WhenAll(ReportAsync(one, key, "consolidated"), ReportAsync(other, key, "consolidated"));
            Assert.Equal([$"Accepted {round}", $"Duplicate {round}"], outcomes.Order(StringComparer.Ordinal));
        }

        Assert.Equal(20, one.Ledger.Rows.Count);
        await one.EqualsReferenceAsync();
        await other.EqualsReferenceAsync();
    }

    private static async Task<string> ReportAsync(GrainHost host, string key, string state)
    {
        var calls = new UnitCalls(host.Grains, host.Registry, TimeProvider.System, NullLogger<UnitCalls>.Instance);
        var reports = new UnitReports("test", [Batch.Committee(key, 0, state)]);
        return (await calls.CallAsync(new UnitKey("2023", "00001"), unit => unit.Report(reports))).Text();
    }
}
