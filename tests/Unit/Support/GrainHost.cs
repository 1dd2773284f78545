using System;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Linq;
using System.Threading.Tasks;
using Aggregation.Domain.Catalogue;
using Aggregation.Domain.Reports;
using Aggregation.Domain.Tallies;
using Aggregation.Domain.Units;
using Aggregation.Grains.RollUps;
using Aggregation.Ledger;
using Aggregation.Ledger.Checkpoints;
using Aggregation.Ledger.Units;
using Aggregation.Testing.Reference;
using Microsoft.Extensions.DependencyInjection;
using Orleans;
using Orleans.Configuration;
using Orleans.Hosting;
using Orleans.Runtime.Hosting;
using Orleans.TestingHost;
using Xunit;

namespace Aggregation.Tests.Support;

/// <summary>The grains in a silo, over a ledger in memory.</summary>
internal sealed class GrainHost : IAsyncDisposable
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(30);

    // The least that Orleans knows.
    private static readonly TimeSpan Quantum = TimeSpan.FromSeconds(1);

    private readonly InProcessTestCluster cluster;

    private GrainHost(InProcessTestCluster cluster, MemoryLedger ledger, UnitRegistry registry, MemoryUnitStore store)
    {
        this.cluster = cluster;
        Grains = cluster.GetSiloServiceProvider().GetRequiredService<IGrainFactory>();
        Ledger = ledger;
        Registry = registry;
        Store = store;
    }

    public MemoryLedger Ledger { get; }

    public UnitRegistry Registry { get; }

    public MemoryUnitStore Store { get; }

    public IGrainFactory Grains { get; }

    /// <summary>Starts one.</summary>
    /// <param name="edition">The units; null for none.</param>
    /// <param name="ledger">The ledger; null for an empty one.</param>
    /// <param name="collectionAge">How long an activation may be idle; null for Orleans' own measure.</param>
    /// <param name="checkpoints">The checkpoints; null for none.</param>
    /// <param name="catalogue">The catalogue; null for the seeds'.</param>
    /// <param name="responseTimeout">How long a call may take that does not name its own time; null for Orleans' own measure.</param>
    public static async Task<GrainHost> StartAsync(
        Edition? edition = null,
        MemoryLedger? ledger = null,
        TimeSpan? collectionAge = null,
        MemoryCheckpoints? checkpoints = null,
        IndicatorCatalogue? catalogue = null,
        TimeSpan? responseTimeout = null)
    {
        ledger ??= new MemoryLedger(TimeProvider.System);
        var registry = new UnitRegistry("2023");
        if (edition is not null)
            registry.Publish(edition);
        var store = new MemoryUnitStore();
        var builder = new InProcessTestClusterBuilder(1);
        (builder.Options.ConfigureFileLogging, builder.Options.InitializeClientOnDeploy) = (false, false);
        builder.ConfigureSilo((_, silo) =>
        {
            silo.Services.AddSingleton(TimeProvider.System);
            silo.Services.AddSingleton(catalogue ?? Seed.Catalogue);
            silo.Services.AddSingleton(catalogue is null ? Seed.Layout : new TallyLayout(catalogue));
            silo.Services.AddSingleton(registry);
            silo.Services.AddSingleton<ILedger>(ledger);
            silo.Services.AddSingleton<IUnitStore>(store);
            silo.Services.AddSingleton<StoredUnits>();
            silo.Services.AddSingleton<AgedHeads>();
            silo.Services.AddGrainStorage(StoredCheckpoint.StorageName, (_, _) => checkpoints ?? new MemoryCheckpoints());
            if (responseTimeout is { } timeout)
                silo.Configure<SiloMessagingOptions>(options => options.ResponseTimeout = timeout);
            if (collectionAge is { } age)
                silo.Configure<GrainCollectionOptions>(options =>
                    (options.CollectionQuantum, options.CollectionAge) = (Quantum, age + Quantum + Quantum / 2));
        });
        var started = builder.Build();
        await started.DeployAsync();
        return new GrainHost(started, ledger, registry, store);
    }

    public ValueTask DisposeAsync() => cluster.DisposeAsync();

    public IUnitGrain Unit(string code, string edition = "2023") => Grains.GetGrain<IUnitGrain>(new UnitKey(edition, code).ToString());

    public Task<ImmutableArray<ReportOutcome>> ReportAsync(string code, params ReadOnlySpan<Report> reports) =>
        Unit(code).Report(new UnitReports("test", [.. reports]));

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
            catch (Exception failure) when (Stopwatch.GetElapsedTime(started) < Deadline
                && failure is Xunit.Sdk.XunitException or LedgerUnavailableException)
            {
            }
        }
    }
}
