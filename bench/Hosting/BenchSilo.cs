using System;
using System.Linq;
using System.Threading.Tasks;
using Aggregation.Bench.Load;
using Aggregation.Domain.Tallies;
using Aggregation.Domain.Units;
using Aggregation.Grains.RollUps;
using Aggregation.Ledger.Sqlite;
using Aggregation.Ledger.Units;
using Aggregation.Silo;
using Aggregation.Silo.Clustering;
using Aggregation.Silo.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Orleans;

namespace Aggregation.Bench.Hosting;

/// <summary>A silo in this process: the services, the engine and the ledger of the real one, without its API.</summary>
internal sealed class BenchSilo : IAsyncDisposable
{
    private readonly WebApplication app;

    private BenchSilo(WebApplication app) => this.app = app;

    /// <summary>The edition that takes reports.</summary>
    public Edition Edition => app.Services.GetRequiredService<UnitRegistry>().Active;

    /// <summary>The grains.</summary>
    public IGrainFactory Grains => app.Services.GetRequiredService<IGrainFactory>();

    /// <summary>Starts a silo on a ledger and waits until the nation is warm.</summary>
    /// <param name="ledger">The file.</param>
    /// <param name="units">The registry of a new ledger; null for the simulated one or what the file has.</param>
    public static async Task<BenchSilo> StartAsync(string ledger, Edition? units = null)
    {
        var settings = new SiloSettings
        {
            Demo = false,
            Ledger = new SqliteLedgerOptions { Path = ledger, Seal = BenchSeal.Options },
            Edition = BenchUnits.Edition,
            AdminKey = SiloProcess.AdminKey,
            PublicRead = true,
            Urls = "http://127.0.0.1:0",
            Rules = new RuleSettings(),
        };
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(settings.Urls);
        builder.AddOrleansSilo(settings.Ledger);
        builder.Services.AddAggregation(settings);
        // It prints the operator's banner.
        builder.Services.Remove(builder.Services.Single(service => service.ImplementationType == typeof(WarmUp)));
        var built = builder.Build();
        if (units is not null)
            await built.Services.GetRequiredService<IUnitStore>().SaveAsync(units, null, default);
        await built.StartAsync();
        var silo = new BenchSilo(built);
        await silo.Unit("VN").GetWarmRollUp();
        return silo;
    }

    /// <summary>A unit's grain.</summary>
    public IUnitGrain Unit(string code) => Grains.GetGrain<IUnitGrain>(new UnitKey(BenchUnits.Edition, code).ToString());

    /// <summary>The place of a count in a tally.</summary>
    public int CellOf(string count) => TallyLayout.Count(app.Services.GetRequiredService<TallyLayout>().Catalogue.Find(count)!);

    /// <summary>The grains of units.</summary>
    public IUnitGrain[] Grain(Unit[] units) => Array.ConvertAll(units, unit => Unit(unit.Code));

    /// <summary>Activates units, so that a measurement does not meet cold ones.</summary>
    public static Task ActivateAsync(IUnitGrain[] units) =>
        Parallel.ForEachAsync(units, new ParallelOptions { MaxDegreeOfParallelism = 256 }, async (unit, _) => await unit.GetWarmRollUp());

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }
}
