using System;
using System.Collections.Generic;
using System.Globalization;
using System.Threading.Tasks;
using Aggregation.Api.Health;
using Aggregation.Ledger.Postgres;
using Aggregation.Silo.Clustering;
using Aggregation.Testing.Postgres;
using Aggregation.Testing.Processes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans;
using Orleans.Configuration;
using Orleans.Hosting;
using Orleans.Storage;

namespace Aggregation.Tests.Cluster.Clustering;

/// <summary>A silo without units, for the tables that Orleans itself keeps in PostgreSQL.</summary>
internal sealed class LoneSilo : IAsyncDisposable
{
    private readonly IHost host;

    private LoneSilo(IHost host) => this.host = host;

    /// <summary>The members of the cluster.</summary>
    public IMembershipTable Membership => host.Services.GetRequiredService<IMembershipTable>();

    /// <summary>What grains keep.</summary>
    public IGrainStorage Storage => host.Services.GetRequiredKeyedService<IGrainStorage>("Default");

    /// <summary>Starts one in a database of its own.</summary>
    public static async Task<LoneSilo> StartAsync()
    {
        var server = await PostgresServer.SharedAsync();
        var options = PostgresLedgerOptions.Parse(await server.CreateDatabaseAsync());
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Orleans:SiloPort"] = FreePort.Next().ToString(CultureInfo.InvariantCulture),
            ["Orleans:GatewayPort"] = "0",
        });
        builder.Services.AddSingleton(PostgresSchemaSet.Ledger);
        builder.Services.AddSingleton(provider => PostgresDatabase.Open(
            options,
            provider.GetServices<PostgresSchemaSet>(),
            TimeProvider.System));
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(new SteadyTime());
        builder.Services.AddSingleton<Readiness>();
        builder.Services.AddSingleton<Reach>();
        builder.UseOrleans(silo =>
        {
            silo.UseCluster(OrleansSettings.Read(builder.Configuration));
            // Entries of tests are old, and nobody but a test is to clean them up.
            silo.Configure<ClusterMembershipOptions>(options => options.DefunctSiloCleanupPeriod = null);
        });
        var built = builder.Build();
        await built.StartAsync();
        return new LoneSilo(built);
    }

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        host.Dispose();
    }
}
