using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Grains.RollUps;
using Aggregation.Testing.Postgres;
using Aggregation.Testing.Processes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans;
using Orleans.Configuration;
using Orleans.Hosting;
using Orleans.Runtime;
using Xunit;

namespace Aggregation.Testing.Cluster;

/// <summary>
/// Three silos as three processes over a PostgreSQL of their own, each with an address that it keeps when it is started again.
/// </summary>
public sealed class ThreeSilos : IAsyncLifetime
{
    private const int Count = 3;

    private readonly List<Place> places = [];
    private SiloCertificates? certificates;

    /// <summary>The database's server.</summary>
    public PostgresServer Database { get; private set; } = null!;

    /// <summary>Its standby; null where it has none.</summary>
    public PostgresServer? Standby { get; private set; }

    /// <summary>True for a database with a standby that its commits wait for; set before the silos are started.</summary>
    public bool WithStandby { get; set; }

    /// <summary>The connection string of the database.</summary>
    public string Ledger { get; private set; } = "";

    /// <summary>What every silo is told besides; set before they are started.</summary>
    public IReadOnlyList<(string Name, string Value)> Settings { get; set; } = [];

    /// <summary>What the silo at the first place is told besides.</summary>
    public IReadOnlyList<(string Name, string Value)> SettingsOfFirst { get; set; } = [];

    /// <summary>Where what each silo said is kept once it has ended; null for nowhere. The folder is there.</summary>
    public string? Logs { get; set; }

    /// <summary>The silos that run.</summary>
    public IReadOnlyList<SiloProcess> Running => [.. places.Where(place => place.Silo is not null).Select(place => place.Silo!)];

    /// <summary>Where the silos speak to each other.</summary>
    public IReadOnlyList<int> SiloPorts => [.. places.Select(place => place.SiloPort)];

    /// <summary>
    /// Where each has an address of its own and can be cut off; null for loopback. Set before they are started; it goes with them.
    /// </summary>
    public SiloNetwork? Network { get; set; }

    public Task InitializeAsync() => Task.CompletedTask;

    /// <summary>True while all three run and have been ready.</summary>
    public bool IsWhole => places.TrueForAll(place => place.Silo is { HasExited: false });

    /// <summary>The silo at a place, from 0; null when it does not run.</summary>
    public SiloProcess? At(int place) => places[place].Silo;

    /// <summary>The place of a silo.</summary>
    public int PlaceOf(SiloProcess silo) => places.IndexOf(Of(silo));

    /// <summary>Starts what does not run, so that every test begins with three silos.</summary>
    public async Task StartAsync()
    {
        if (Database is null)
        {
            Database = Network is null ? await PostgresServer.StartNewAsync() : await PostgresServer.StartNewAsync(Network.Database);
            Ledger = await Database.CreateDatabaseAsync();
            Standby = WithStandby ? await Database.StartStandbyAsync() : null;
            Ledger = Standby is null ? Ledger : Database.Either(Ledger, Standby);
        }

        if (Network is not null && certificates is null)
        {
            // Beyond loopback silos know each other by them.
            certificates = new SiloCertificates();
            certificates.Write(Place.ClusterId);
        }

        while (places.Count < Count)
            places.Add(new Place(Network, places.Count));

        await Task.WhenAll(places.Select(StartAsync));
    }

    /// <summary>Gives every silo that does not run another address, as a new machine has.</summary>
    public void Move()
    {
        for (var number = 0; number < places.Count; number++)
        {
            if (places[number].Silo is null)
                places[number] = new Place(Network, number);
        }
    }

    /// <summary>
    /// Starts again whatever has ended by itself, as whoever runs silos does, and whatever does not run; until it is told to stop.
    /// </summary>
    public Task SuperviseAsync(CancellationToken cancellationToken) =>
        Task.WhenAll(places.Select(place => SuperviseAsync(place, cancellationToken)));

    /// <summary>Makes the standby the primary, and of what was the primary, which must have been killed, its standby.</summary>
    public async Task FailOverAsync()
    {
        (Database, Standby) = (Standby!, Database);
        await Database.PromoteAsync();
        await Standby.FollowAsync(Database);
    }

    /// <summary>Ends a silo as a power cut would.</summary>
    public async Task KillAsync(SiloProcess silo)
    {
        var place = Of(silo);
        place.Silo = null;
        await silo.KillAsync();
        await DisposeAsync(silo, place);
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
        var place = Of(silo);
        place.Silo = null;
        var exitCode = await silo.StopAsync();
        await DisposeAsync(silo, place);
        return exitCode;
    }

    /// <summary>Waits until a silo has ended by itself.</summary>
    public async Task EndAsync(SiloProcess silo)
    {
        await silo.EndAsync();
        var place = Of(silo);
        place.Silo = null;
        await DisposeAsync(silo, place);
    }

    /// <summary>The silo in which a unit is active, as the cluster itself tells it.</summary>
    public async Task<SiloProcess> HolderOfAsync(string unit) => (await HoldersOfAsync([unit]))[0];

    /// <summary>The silos in which units are active, as the cluster itself tells it.</summary>
    public async Task<IReadOnlyList<SiloProcess>> HoldersOfAsync(IEnumerable<string> units)
    {
        using var client = new HostBuilder()
            .ConfigureLogging(logging => logging.ClearProviders())
            .UseOrleansClient(orleans => orleans
                .UseAdoNetClustering((AdoNetClusteringClientOptions options) =>
                    (options.Invariant, options.ConnectionString) = ("Npgsql", Ledger))
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
            await DisposeAsync(silo, Of(silo));
        if (Standby is not null)
            await Standby.DisposeAsync();
        if (Database is not null)
            await Database.DisposeAsync();
        if (Network is not null)
            await Network.DisposeAsync();
        certificates?.Dispose();
    }

    private async Task StartAsync(Place place) => place.Silo ??= await SiloProcess.StartAsync(
        Ledger,
        place.Prefix,
        [.. place.Settings, .. certificates?.Settings("required") ?? [], .. Settings, .. place == places[0] ? SettingsOfFirst : []]);

    private async Task SuperviseAsync(Place place, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            if (place.Silo is { HasExited: true } ended)
            {
                place.Silo = null;
                await DisposeAsync(ended, place);
            }

            try
            {
                await StartAsync(place);
            }
            catch (InvalidOperationException)
            {
                // It could not start now.
            }

            await Task.Delay(500, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task DisposeAsync(SiloProcess silo, Place place)
    {
        if (Logs is not null)
        {
            var file = string.Create(CultureInfo.InvariantCulture, $"silo-{places.IndexOf(place)}-{DateTime.UtcNow:HHmmss.fff}.log");
            await File.WriteAllTextAsync(Path.Combine(Logs, file), silo.Output + silo.Errors);
        }

        await silo.DisposeAsync();
    }

    private Place Of(SiloProcess silo) => places.Single(place => ReferenceEquals(place.Silo, silo));

    private sealed class Place
    {
        public const string ClusterId = "three";

        public int GatewayPort { get; } = FreePort.Next();

        public int SiloPort { get; } = FreePort.Next();

        public SiloProcess? Silo { get; set; }

        public (string Name, string Value)[] Settings { get; }

        public IReadOnlyList<string> Prefix { get; }

        public Place(SiloNetwork? network, int number)
        {
            var address = network?.Of(number) ?? "127.0.0.1";
            Prefix = network?.PrefixOf(number) ?? [];
            Settings =
            [
                ("ASPNETCORE_URLS", string.Create(CultureInfo.InvariantCulture, $"http://{address}:{FreePort.Next()}")),
                ("Orleans__AdvertisedIPAddress", address),
                ("Ledger__Provider", "postgres"),
                ("Orleans__ClusterId", ClusterId),
                ("Orleans__ServiceId", ClusterId),
                ("Orleans__SiloPort", SiloPort.ToString(CultureInfo.InvariantCulture)),
                ("Orleans__GatewayPort", GatewayPort.ToString(CultureInfo.InvariantCulture)),
            ];
        }
    }
}
