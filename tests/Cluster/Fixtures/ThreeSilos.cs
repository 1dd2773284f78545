using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using Aggregation.RollUps;
using Aggregation.Tests.Postgres;
using Aggregation.Tests.Processes.Fixtures;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans;
using Orleans.Configuration;
using Orleans.Hosting;
using Orleans.Runtime;
using Xunit;

namespace Aggregation.Tests.Cluster.Fixtures;

/// <summary>Three silos as three processes over a PostgreSQL of their own, each with an address that it keeps when it is started again.</summary>
public sealed class ThreeSilos : IAsyncLifetime
{
    private readonly List<Place> places = [.. Enumerable.Range(0, 3).Select(_ => new Place())];

    /// <summary>The database's server.</summary>
    public PostgresServer Database { get; private set; } = null!;

    /// <summary>The connection string of the database.</summary>
    public string Ledger { get; private set; } = "";

    /// <summary>What every silo is told besides; set before they are started.</summary>
    public IReadOnlyList<(string Name, string Value)> Settings { get; set; } = [];

    /// <summary>The silos that run.</summary>
    public IReadOnlyList<SiloProcess> Running => [.. places.Where(place => place.Silo is not null).Select(place => place.Silo!)];

    /// <summary>Where the silos speak to each other.</summary>
    public IReadOnlyList<int> SiloPorts => [.. places.Select(place => place.SiloPort)];

    public Task InitializeAsync() => Task.CompletedTask;

    /// <summary>Starts what does not run, so that every test begins with three silos.</summary>
    public async Task StartAsync()
    {
        if (Database is null)
        {
            Database = await PostgresServer.StartNewAsync();
            Ledger = await Database.CreateDatabaseAsync();
        }

        await Task.WhenAll(places.Select(StartAsync));
    }

    /// <summary>Gives every silo that does not run another address, as a new machine has.</summary>
    public void Move()
    {
        for (var number = 0; number < places.Count; number++)
        {
            if (places[number].Silo is null)
                places[number] = new Place();
        }
    }

    /// <summary>Ends a silo as a power cut would.</summary>
    public async Task KillAsync(SiloProcess silo)
    {
        var place = Of(silo);
        place.Silo = null;
        await silo.KillAsync();
        await silo.DisposeAsync();
    }

    /// <summary>Asks a silo to stop and starts it again.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> RestartAsync(SiloProcess silo)
    {
        var place = Of(silo);
        var exitCode = await StopAsync(silo);
        await StartAsync(place);
        return exitCode;
    }

    /// <summary>Asks a silo to stop.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> StopAsync(SiloProcess silo)
    {
        Of(silo).Silo = null;
        var exitCode = await silo.StopAsync();
        await silo.DisposeAsync();
        return exitCode;
    }

    /// <summary>Waits until a silo has ended by itself.</summary>
    public async Task EndAsync(SiloProcess silo)
    {
        await silo.EndAsync();
        Of(silo).Silo = null;
        await silo.DisposeAsync();
    }

    /// <summary>The silo in which a unit is active, as the cluster itself tells it.</summary>
    public async Task<SiloProcess> HolderOfAsync(string unit) => (await HoldersOfAsync([unit]))[0];

    /// <summary>The silos in which units are active, as the cluster itself tells it.</summary>
    public async Task<IReadOnlyList<SiloProcess>> HoldersOfAsync(IEnumerable<string> units)
    {
        using var client = new HostBuilder()
            .ConfigureLogging(logging => logging.ClearProviders())
            .UseOrleansClient(orleans => orleans
                .UseAdoNetClustering((AdoNetClusteringClientOptions options) => (options.Invariant, options.ConnectionString) = ("Npgsql", Ledger))
                .Configure<ClusterOptions>(options => (options.ClusterId, options.ServiceId) = (Place.ClusterId, Place.ClusterId)))
            .Build();
        await client.StartAsync();
        var grains = client.Services.GetRequiredService<IClusterClient>();
        var management = grains.GetGrain<IManagementGrain>(0);
        var holders = new List<SiloProcess>();
        foreach (var unit in units)
        {
            var address = await management.GetActivationAddress(grains.GetGrain<IUnitGrain>($"2023/{unit}"));
            holders.Add(places.Single(place => place.SiloPort == address!.Endpoint.Port).Silo!);
        }

        await client.StopAsync();
        return holders;
    }

    public async Task DisposeAsync()
    {
        foreach (var silo in Running)
            await silo.DisposeAsync();
        if (Database is not null)
            await Database.DisposeAsync();
    }

    private async Task StartAsync(Place place) => place.Silo ??= await SiloProcess.StartAsync(Ledger, [.. place.Settings, .. Settings]);

    private Place Of(SiloProcess silo) => places.Single(place => ReferenceEquals(place.Silo, silo));

    private sealed class Place
    {
        public const string ClusterId = "three";

        public int GatewayPort { get; } = FreePort.Next();

        public int SiloPort { get; } = FreePort.Next();

        public SiloProcess? Silo { get; set; }

        public (string Name, string Value)[] Settings { get; }

        public Place() => Settings =
        [
            ("ASPNETCORE_URLS", string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePort.Next()}")),
            ("Ledger__Provider", "postgres"),
            ("Orleans__ClusterId", ClusterId),
            ("Orleans__ServiceId", ClusterId),
            ("Orleans__SiloPort", SiloPort.ToString(CultureInfo.InvariantCulture)),
            ("Orleans__GatewayPort", GatewayPort.ToString(CultureInfo.InvariantCulture)),
        ];
    }
}
