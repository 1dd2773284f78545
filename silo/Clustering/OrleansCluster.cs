using System;
using Aggregation.Ledger.Postgres;
using Aggregation.Silo.Clustering.Tls;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Npgsql;
using Orleans;
using Orleans.Configuration;
using Orleans.Hosting;
using Orleans.Runtime;
using Orleans.Storage;

namespace Aggregation.Silo.Clustering;

/// <summary>How several silos find each other, notice a dead one and keep grain state: through the ledger's PostgreSQL.</summary>
internal static class OrleansCluster
{
    private const string Invariant = "Npgsql";
    private const int Connections = 8;

    /// <summary>
    /// Sets the silo up as one of a cluster. Whoever asks for its tables opens the database, which brings them up to date.
    /// </summary>
    /// <param name="silo">The silo.</param>
    /// <param name="settings">Where it meets the others.</param>
    public static void UseCluster(this ISiloBuilder silo, OrleansSettings settings)
    {
        silo.Services.AddSingleton(new PostgresSchemaSet(typeof(OrleansCluster).Assembly, "orleans"));
        silo.Services.AddHostedService<StopDeadline>();
        silo.Configure<ClusterOptions>(options => (options.ClusterId, options.ServiceId) = (settings.ClusterId, settings.ServiceId));
        silo.Configure<ClusterMembershipOptions>(Tune);
        silo.ConfigureEndpoints(settings.AdvertisedIPAddress, settings.SiloPort, settings.GatewayPort);
        if (settings.Tls is { } tls)
            silo.UseMutualTls(tls, settings.ClusterId);
        if (settings.GatewayPort > 0)
            silo.AddIncomingGrainCallFilter<PlainFailures>();
        silo.UseAdoNetClustering((OptionsBuilder<AdoNetClusteringSiloOptions> builder) => builder.Configure<PostgresDatabase>(
            (options, database) => (options.Invariant, options.ConnectionString) = (Invariant, OwnPool(database))));
        silo.AddAdoNetGrainStorageAsDefault((OptionsBuilder<AdoNetGrainStorageOptions> builder) => builder.Configure<PostgresDatabase,
            OrleansGrainStorageSerializer>(
            (options, database, serializer) =>
                (options.Invariant, options.ConnectionString, options.GrainStorageSerializer) = (Invariant, OwnPool(
                    database), serializer)));
        silo.Services.AddSingleton<OrleansGrainStorageSerializer>();
        silo.AddPlacementDirector<ProvincePlacement, ProvincePlacementDirector>();
        silo.Services.AddSingleton<PlacementStrategy, ProvincePlacement>();
        silo.Services.AddSingleton<ILifecycleParticipant<ISiloLifecycle>, AbandonedSilos>();
        silo.Services.AddSingleton<ILifecycleParticipant<ISiloLifecycle>, FutureSelf>();
        silo.Services.AddSingleton<SocketTransportFactory>();
        silo.Services.ReplaceListeners<ExclusiveListenerFactory>();
        silo.AddGrainService<ReachService>();
        silo.Services.AddSingleton<ReachClient>();
        silo.Services.AddSingleton<ReachTable>();
        silo.Services.AddSingleton<ClusterClock>();
        silo.Services.AddHostedService(provider => provider.GetRequiredService<ClusterClock>());
        silo.Services.AddHostedService<ReachMonitor>();
    }

    // A dead silo is noticed by two missed probes, in about 3 s, and taken for dead by the votes of two, or of half of those
    // that still give a sign of life: two silos killed at once do not keep the third one waiting for their votes.
    private static void Tune(ClusterMembershipOptions options)
    {
        options.ProbeTimeout = TimeSpan.FromSeconds(1);
        options.NumMissedProbesLimit = 2;
        options.TableRefreshTimeout = TimeSpan.FromSeconds(2);
        options.NumVotesForDeathDeclaration = 2;
        options.IAmAliveTablePublishTimeout = TimeSpan.FromSeconds(2);
        options.NumMissedTableIAmAliveLimit = 3;
        // A silo that cannot join is started again by whoever runs it, and then sees that those it could not reach are dead.
        options.MaxJoinAttemptTime = TimeSpan.FromSeconds(30);
    }

    // A pool of their own: membership must not wait until the ledger has a connection to spare.
    private static string OwnPool(PostgresDatabase database) =>
        new NpgsqlConnectionStringBuilder(database.Options.ConnectionString)
        {
            ApplicationName = "aggregation-orleans",
            MaxPoolSize = Connections
        }.ToString();
}
