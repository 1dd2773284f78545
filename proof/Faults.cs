using System;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using Aggregation.Testing.Processes;

namespace Aggregation.Proof;

/// <summary>Every sort of fault.</summary>
internal static class Faults
{
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(8);

    /// <summary>All of them.</summary>
    public static ImmutableArray<Fault> All { get; } =
    [
        new("one silo killed", (scene, random) => scene.Cluster.KillAsync(Any(scene, random)), Nothing),
        new("two silos killed", KillTwoAsync, Nothing),
        new("one silo told to stop", (scene, random) => scene.Cluster.StopAsync(Any(scene, random)), Nothing),
        new("one silo paused for 8 s", PauseAsync, Nothing),
        new("database killed and started again", CrashAsync, Nothing),
        new("standby away for 8 s", LoseStandbyAsync, Nothing),
        new("primary killed, standby promoted", FailOverAsync, Nothing),
        new("primary killed while the standby is away, standby promoted", FailOverBehindAsync, Nothing),
        new("connections that listen lost", (scene, _) =>
            scene.Cluster.Database.RunAsync("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%'"), Nothing),
        new("one silo cut off from the database", (scene, random) => scene.Network.CutFromDatabaseAsync(random.Next(3)), HealAsync),
        new("two silos cut apart", CutTwoAsync, HealAsync),
        new("three silos cut apart", CutAllAsync, HealAsync),
        new("one silo cut off from both others", CutOneAsync, HealAsync),
        new("one clock an hour ahead", (scene, _) => SetClock(scene, TimeSpan.FromHours(1)), scene => SetClock(scene, TimeSpan.Zero)),
        new("one clock an hour ahead for 3 s, primary killed, standby promoted", SetAndFailOverAsync, Nothing),
        new("one clock half an hour behind", (scene, _) => SetClock(
            scene,
            TimeSpan.FromMinutes(-30)), scene => SetClock(scene, TimeSpan.Zero)),
    ];

    private static Task Nothing(Scene scene) => Task.CompletedTask;

    private static Task HealAsync(Scene scene) => scene.Network.HealAsync();

    private static SiloProcess Any(Scene scene, Random random)
    {
        var running = scene.Cluster.Running.Where(silo => !silo.HasExited).ToArray();
        return running[random.Next(running.Length)];
    }

    private static async Task KillTwoAsync(Scene scene, Random random)
    {
        await scene.Cluster.KillAsync(Any(scene, random));
        await scene.Cluster.KillAsync(Any(scene, random));
    }

    private static async Task PauseAsync(Scene scene, Random random)
    {
        var silo = Any(scene, random);
        await silo.FreezeAsync();
        await Task.Delay(Moment);
        await silo.ThawAsync();
    }

    private static async Task CrashAsync(Scene scene, Random random)
    {
        await scene.Cluster.Database.KillAsync();
        await Task.Delay(TimeSpan.FromSeconds(random.Next(1, 5)));
        await scene.Cluster.Database.StartAsync();
    }

    private static async Task LoseStandbyAsync(Scene scene, Random random)
    {
        await scene.Cluster.Standby!.StopAsync();
        await Task.Delay(Moment);
        await scene.Cluster.Standby.StartAsync();
    }

    private static async Task FailOverAsync(Scene scene, Random random)
    {
        await scene.Cluster.Database.KillAsync();
        await scene.Cluster.FailOverAsync();
    }

    private static async Task FailOverBehindAsync(Scene scene, Random random)
    {
        await scene.Cluster.Standby!.StopAsync();
        await Task.Delay(Moment);
        await scene.Cluster.Database.KillAsync();
        await scene.Cluster.Standby.StartAsync();
        await scene.Cluster.FailOverAsync();
    }

    private static Task CutTwoAsync(Scene scene, Random random)
    {
        var one = random.Next(3);
        return scene.Network.CutAsync(one, (one + 1) % 3);
    }

    private static Task CutAllAsync(Scene scene, Random random) =>
        Task.WhenAll(Enumerable.Range(0, 3).Select(one => scene.Network.CutAsync(one, (one + 1) % 3)));

    private static Task CutOneAsync(Scene scene, Random random)
    {
        var one = random.Next(3);
        return Task.WhenAll(scene.Network.CutAsync(one, (one + 1) % 3), scene.Network.CutAsync(one, (one + 2) % 3));
    }

    private static async Task SetAndFailOverAsync(Scene scene, Random random)
    {
        scene.Clock.Set(TimeSpan.FromHours(1));
        await Task.Delay(TimeSpan.FromSeconds(3));
        scene.Clock.Set(TimeSpan.Zero);
        await FailOverAsync(scene, random);
    }

    private static Task SetClock(Scene scene, TimeSpan ahead)
    {
        scene.Clock.Set(ahead);
        return Task.CompletedTask;
    }
}
