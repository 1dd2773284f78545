using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading.Tasks;

namespace Aggregation.Testing.Cluster;

/// <summary>
/// Machines of their own, as far as silos can tell: network namespaces of Linux on one bridge, which any two of them, or one and the
/// database, can be cut apart on, so that what is sent is lost without a word. It goes with this process, however this process ends.
/// </summary>
public sealed class SiloNetwork : IAsyncDisposable
{
    private const int Places = 3;

    // Nobody has this address of a network card.
    private const string Nobody = "02:00:00:00:00:01";

    private const string Keeper =
        """
        trap '' INT TERM HUP
        set -e
        ip link add "$1" type bridge
        ip address add "$2.254/24" dev "$1"
        ip address add "$2.250/24" dev "$1"
        ip link set "$1" up
        for place in 1 2 3; do
            ip netns add "$1-$place"
            ip link add "$1$place" type veth peer name eth0 netns "$1-$place"
            ip link set "$1$place" master "$1" up
            ip -n "$1-$place" address add "$2.$place/24" dev eth0
            ip -n "$1-$place" link set eth0 up
            ip -n "$1-$place" link set lo up
        done
        echo ready
        set +e
        read -r line
        for place in 1 2 3; do ip netns del "$1-$place"; done
        ip link del "$1"
        """;

    private readonly Process keeper;
    private readonly string name;
    private readonly string network;

    private SiloNetwork(string name, string network)
    {
        (this.name, this.network) = (name, network);
        keeper = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", Keeper, "keeper", name, network])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
    }

    /// <summary>Why a test that needs it is skipped; null when it can run. In CI it must.</summary>
    public static string? Missing { get; } =
        (File.Exists("/usr/sbin/ip") && string.Equals(Environment.UserName, "root", StringComparison.Ordinal))
            || string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase)
            ? null
            : "skipped, because network namespaces need root and iproute2";

    /// <summary>The address of the database.</summary>
    public string Database => $"{network}.250";

    public static async Task<SiloNetwork> MakeAsync()
    {
        var number = Environment.ProcessId % 250;
        var made = new SiloNetwork(
            string.Create(CultureInfo.InvariantCulture, $"agg{number}"),
            string.Create(CultureInfo.InvariantCulture, $"10.213.{number}"));
        if (await made.keeper.StandardOutput.ReadLineAsync() is not "ready")
            throw new InvalidOperationException(await made.keeper.StandardError.ReadToEndAsync());
        return made;
    }

    /// <summary>The address at a place, from 0.</summary>
    public string Of(int place) => string.Create(CultureInfo.InvariantCulture, $"{network}.{place + 1}");

    /// <summary>What starts a program at a place.</summary>
    public IReadOnlyList<string> PrefixOf(int place) => ["ip", "netns", "exec", NameOf(place)];

    /// <summary>Loses whatever two places send each other.</summary>
    public Task CutAsync(int one, int other) => Task.WhenAll(LoseAsync(one, Of(other)), LoseAsync(other, Of(one)));

    /// <summary>Loses whatever a place sends to the database.</summary>
    public Task CutFromDatabaseAsync(int place) => LoseAsync(place, Database);

    /// <summary>Loses nothing any more.</summary>
    public Task HealAsync() => Task.WhenAll(
        Enumerable.Range(0, Places).Select(place => RunAsync("-n", NameOf(place), "neighbour", "flush", "all", "nud", "permanent")));

    public async ValueTask DisposeAsync()
    {
        keeper.StandardInput.Close();
        await keeper.WaitForExitAsync();
        keeper.Dispose();
    }

    private static async Task RunAsync(params string[] arguments)
    {
        using var run = Process.Start(new ProcessStartInfo("ip", arguments) { UseShellExecute = false, RedirectStandardError = true })!;
        var errors = await run.StandardError.ReadToEndAsync();
        await run.WaitForExitAsync();
        if (run.ExitCode != 0)
            throw new InvalidOperationException($"ip {string.Join(' ', arguments)}: {errors}");
    }

    private string NameOf(int place) => string.Create(CultureInfo.InvariantCulture, $"{name}-{place + 1}");

    private Task LoseAsync(int place, string address) =>
        RunAsync("-n", NameOf(place), "neighbour", "replace", address, "lladdr", Nobody, "dev", "eth0", "nud", "permanent");
}
