using System;
using Npgsql;
using Orleans.Configuration;
using Orleans.Hosting;

namespace Aggregation.Engines;

/// <summary>How several silos find each other, notice a dead one and keep grain state: through the ledger's PostgreSQL.</summary>
internal static class OrleansCluster
{
    private const string Invariant = "Npgsql";
    private const int Connections = 8;

    /// <summary>Sets the silo up as one of a cluster.</summary>
    /// <param name="silo">The silo.</param>
    /// <param name="settings">Where it meets the others.</param>
    /// <param name="ledger">The connection string of the ledger's database.</param>
    public static void UseCluster(this ISiloBuilder silo, OrleansSettings settings, string ledger)
    {
        var connectionString = OwnPool(ledger);
        silo.Configure<ClusterOptions>(options => (options.ClusterId, options.ServiceId) = (settings.ClusterId, settings.ServiceId));
        silo.ConfigureEndpoints(settings.AdvertisedIPAddress, settings.SiloPort, settings.GatewayPort);
        silo.UseAdoNetClustering(options => (options.Invariant, options.ConnectionString) = (Invariant, connectionString));
        silo.AddAdoNetGrainStorageAsDefault(options => (options.Invariant, options.ConnectionString) = (Invariant, connectionString));
        silo.Configure<ClusterMembershipOptions>(Tune);
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
    }

    // A pool of their own: membership must not wait until the ledger has a connection to spare.
    private static string OwnPool(string ledger) =>
        new NpgsqlConnectionStringBuilder(ledger) { ApplicationName = "aggregation-orleans", MaxPoolSize = Connections }.ToString();
}
