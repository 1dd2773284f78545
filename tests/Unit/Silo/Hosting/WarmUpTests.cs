using System;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Api.Access;
using Aggregation.Api.Health;
using Aggregation.Domain.Folds;
using Aggregation.Domain.Reports;
using Aggregation.Domain.Tallies;
using Aggregation.Domain.Units;
using Aggregation.Grains.RollUps;
using Aggregation.Ledger;
using Aggregation.Ledger.Sqlite;
using Aggregation.Silo;
using Aggregation.Silo.Demonstration;
using Aggregation.Silo.Hosting;
using Aggregation.Testing.Reference;
using Aggregation.Tests.Api.Live;
using Aggregation.Tests.Api.RollUps;
using Aggregation.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Orleans;
using Xunit;

namespace Aggregation.Tests.Silo.Hosting;

public sealed class WarmUpTests : IDisposable
{
    private static readonly Edition Small = Trees.Small();

    private readonly MemoryLedger ledger = new(TimeProvider.System);
    private readonly LogLines<WarmUp> log = new();
    private readonly Readiness readiness = new();
    private readonly StoppableLifetime lifetime = new();
    private readonly WatchedGrain nation = new()
    {
        Current = new RollUp(
        "2023",
        "VN",
        new OwnFigures { Counts = Seed.Layout.Zeros, Statuses = [], Declared = [] },
        Tally.Empty(Seed.Layout, 1))
    };

    public void Dispose() => lifetime.Dispose();

    [Fact]
    public async Task A_fold_that_takes_longer_than_other_calls_may_logs_nothing()
    {
        using var gate = new ManualResetEventSlim();
        var folding = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var unread = Small.Find("498")!.Id;
        ledger.OnRead = selection =>
        {
            if (!selection.WithSenders)
                folding.TrySetResult();
            if (!selection.WithSenders || selection.UnitIds[0] == unread)
                gate.Wait();
        };
        await using var host = await GrainHost.StartAsync(Small, ledger, responseTimeout: TimeSpan.FromSeconds(1));
        using var warmUp = Make(host.Grains);
        await warmUp.StartAsync(default);
        await folding.Task;

        // A call that came later has waited in vain.
        await Assert.ThrowsAsync<TimeoutException>(() => host.Unit("498").Check(new UnitReports("test", [])));
        Assert.False(readiness.IsReady);
        gate.Set();
        await warmUp.ExecuteTask!;
        Assert.True(readiness.IsReady);
        Assert.Empty(log.Lines);
    }

    [Fact]
    public async Task A_fold_that_takes_longer_still_is_waited_for_and_is_no_error()
    {
        nation.WarmFailures.Enqueue(new TimeoutException("late"));
        await RunAsync();
        Assert.Equal((LogLevel.Warning, null), Assert.Single(log.Lines));
    }

    [Fact]
    public async Task A_ledger_that_cannot_be_read_is_an_error_and_is_tried_again()
    {
        var failure = new LedgerUnavailableException("The disk is gone.");
        nation.WarmFailures.Enqueue(failure);
        await RunAsync();
        Assert.Equal((LogLevel.Error, failure), Assert.Single(log.Lines));
    }

    private async Task RunAsync()
    {
        using var warmUp = Make(OneGrainFactory.Of(nation));
        await warmUp.StartAsync(default);
        await warmUp.ExecuteTask!;
        Assert.True(readiness.IsReady);
    }

    private WarmUp Make(IGrainFactory grains)
    {
        var settings = new SiloSettings
        {
            Demo = false,
            Ledger = new SqliteLedgerOptions { Path = "none.db" },
            Edition = "2023",
            AdminKey = "test",
            PublicRead = true,
            Urls = "http://127.0.0.1:0",
            Rules = new RuleSettings(),
        };
        var registry = new UnitRegistry("2023");
        registry.Publish(Small);
        var scenario = new ScenarioLoader(settings, Seed.Catalogue, registry, new MemoryUnitStore(), new UnmarkedLedger(), intake: null!);
        var host = WebApplication.CreateSlimBuilder().Build();
        var banner = new Banner(
            settings,
            Seed.Layout,
            registry,
            ledger,
            grains,
            scenario,
            host.Environment,
            new PublicReads(new PublicReadSettings(null, IsBehindProxy: false), host.Services.GetRequiredService<IServer>(), lifetime),
            TimeProvider.System);
        return new WarmUp(settings, scenario, lifetime, grains, registry, readiness, banner, log);
    }
}
