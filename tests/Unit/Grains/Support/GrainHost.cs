using System;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Linq;
using System.Threading.Tasks;
using Aggregation.Catalogue;
using Aggregation.Checkpoints;
using Aggregation.Ledger;
using Aggregation.Reports;
using Aggregation.RollUps;
using Aggregation.Tallies;
using Aggregation.Tests.Reference;
using Aggregation.Units;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans;
using Orleans.Runtime.Hosting;
using Xunit;

namespace Aggregation.Tests.Grains.Support;

/// <summary>The grains on an engine, over a ledger in memory.</summary>
internal sealed class GrainHost : IAsyncDisposable
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(30);

    private readonly IHost host;

    private GrainHost(IHost host, MemoryLedger ledger, UnitRegistry registry, MemoryUnitStore store)
    {
        this.host = host;
        Ledger = ledger;
        Registry = registry;
        Store = store;
    }

    public MemoryLedger Ledger { get; }

    public UnitRegistry Registry { get; }

    public MemoryUnitStore Store { get; }

    public IGrainFactory Grains => host.Services.GetRequiredService<IGrainFactory>();

    public static async Task<GrainHost> StartAsync(Edition? edition = null, MemoryLedger? ledger = null, TimeSpan? collectionAge = null, MemoryCheckpoints? checkpoints = null, IndicatorCatalogue? catalogue = null)
    {
        ledger ??= new MemoryLedger(TimeProvider.System);
        var registry = new UnitRegistry("2023");
        if (edition is not null)
            registry.Publish(edition);
        var store = new MemoryUnitStore();
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(catalogue ?? Seed.Catalogue);
        builder.Services.AddSingleton(catalogue is null ? Seed.Layout : new TallyLayout(catalogue));
        builder.Services.AddSingleton(registry);
        builder.Services.AddSingleton<ILedger>(ledger);
        builder.Services.AddSingleton<IUnitStore>(store);
        builder.Services.AddSingleton<StoredUnits>();
        builder.Services.AddSingleton<AgedHeads>();
        builder.Services.AddGrainStorage(StoredCheckpoint.StorageName, (_, _) => checkpoints ?? new MemoryCheckpoints());
        builder.AddTestEngine(collectionAge);
        var started = builder.Build();
        await started.StartAsync();
        return new GrainHost(started, ledger, registry, store);
    }

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        host.Dispose();
    }

    public IUnitGrain Unit(string code, string edition = "2023") => Grains.GetGrain<IUnitGrain>(new UnitKey(edition, code).ToString());

    public Task<ImmutableArray<ReportOutcome>> ReportAsync(string code, params ReadOnlySpan<Report> reports) => Unit(code).Report(new UnitReports("test", [.. reports]));

    /// <summary>Sends until the unit answers: after a failure nobody knows what stands, and the same keys find it out.</summary>
    public async Task<ImmutableArray<ReportOutcome>> ReportPersistentlyAsync(string code, ImmutableArray<Report> reports)
    {
        for (var started = Stopwatch.GetTimestamp(); ; await Task.Delay(5))
        {
            try
            {
                return await Unit(code).Report(new UnitReports("test", reports));
            }
            catch (LedgerUnavailableException) when (Stopwatch.GetElapsedTime(started) < Deadline)
            {
            }
        }
    }

    /// <summary>Waits until every roll-up of an edition is what the reference makes of the ledger.</summary>
    public async Task EqualsReferenceAsync(string edition = "2023")
    {
        var units = Registry.Find(edition)!;
        var reference = new ReferenceFold(Seed.Reference, ReferenceView.Of(units, Seed.Catalogue), ReferenceView.Of(units, Ledger.Rows));
        for (var index = units.Units.Length - 1; index >= 0; index--)
        {
            var code = units.Units[index].Code;
            var expected = reference.RollUp(code).ToString();
            await EventuallyAsync(async () =>
            {
                var rollUp = await Unit(code, edition).GetRollUp();
                Assert.Equal(expected, ReferenceView.Of(Seed.Layout, units, index, rollUp.Subtotal, rollUp.Own).ToString());
                Assert.Equal((units.Generation, edition, code), (rollUp.Subtotal.Version.Generation, rollUp.Edition, rollUp.Code));
                Assert.Equal(Ledger.Rows.Count(row => units.IdsWithin(index).Contains(row.UnitId)), rollUp.Subtotal.Version.Rows);
            });
        }
    }

    /// <summary>Tries an assertion until it holds; after the deadline its failure is the test's.</summary>
    public static async Task EventuallyAsync(Func<Task> assertion)
    {
        for (var started = Stopwatch.GetTimestamp(); ; await Task.Delay(20))
        {
            try
            {
                await assertion();
                return;
            }
            catch (Exception failure) when (Stopwatch.GetElapsedTime(started) < Deadline && failure is Xunit.Sdk.XunitException or LedgerUnavailableException)
            {
            }
        }
    }
}
