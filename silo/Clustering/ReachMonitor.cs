using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Api.Health;
using Aggregation.Ledger.Postgres;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using Orleans;
using Orleans.Runtime;

namespace Aggregation.Silo.Clustering;

/// <summary>
/// Looks each second whether this silo reaches its database and the other members, and ends it when the cluster is better off without it:
/// the units that it holds are then active elsewhere within seconds, and whoever runs it starts it again. Orleans by itself evicts a silo
/// only when two others miss it, whatever it does or does not reach.
/// </summary>
/// <param name="database">The database.</param>
/// <param name="clock">Compares the clocks.</param>
/// <param name="members">The members as Orleans knows them.</param>
/// <param name="self">This silo.</param>
/// <param name="table">The cluster's table.</param>
/// <param name="said">What others say that they reach.</param>
/// <param name="peers">Asks the others.</param>
/// <param name="reach">What is found out.</param>
/// <param name="readiness">What is told when this silo goes.</param>
/// <param name="lifetime">The host.</param>
/// <param name="time">Measures how long something lasts.</param>
/// <param name="logger">Where it is told.</param>
internal sealed class ReachMonitor(
    PostgresDatabase database,
    ClusterClock clock,
    IClusterMembershipService members,
    ILocalSiloDetails self,
    IMembershipTable table,
    ReachTable said,
    ReachClient peers,
    Reach reach,
    Readiness readiness,
    IHostApplicationLifetime lifetime,
    TimeProvider time,
    ILogger<ReachMonitor> logger) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Lasting = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Farewell = TimeSpan.FromMilliseconds(200);

    // A process that stood still sees everything gone once; that is no trouble of the others.
    private const int FewestLooks = 3;

    private readonly Dictionary<SiloAddress, Trouble> missingSince = [];
    private readonly NpgsqlDataSource source = NpgsqlDataSource.Create(OwnConnection(database));
    private NpgsqlConnection? connection;
    private Trouble? aloneWithoutDatabase;
    private Trouble? aloneOutOfStep;
    private bool wasSet;

    /// <inheritdoc/>
    public override void Dispose()
    {
        connection?.Dispose();
        source.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Delay(Timeout.Infinite, CancellationTokenSource.CreateLinkedTokenSource(
            lifetime.ApplicationStarted,
            stoppingToken).Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        using var timer = new PeriodicTimer(Look, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await TryLookAsync(stoppingToken);
        }
        catch (OperationCanceledException)
        {
            // The silo stops.
        }

        // Nobody is to give way to one that goes.
        reach.SeeDatabase(isThere: false);
    }

    // One of its own, kept open: neither a pool that is used up nor the greeting of a connection is to look like a database that is away.
    private static string OwnConnection(PostgresDatabase database) => new NpgsqlConnectionStringBuilder(database.Options.ConnectionString)
    {
        ApplicationName = "aggregation-reach",
        MinPoolSize = 0,
        MaxPoolSize = 4,
        Timeout = (int)Patience.TotalSeconds,
        CommandTimeout = (int)Patience.TotalSeconds,
    }.ToString();

    // Whatever a look meets, the next one is made: a monitor that ended would take its silo along.
    private async Task TryLookAsync(CancellationToken cancellationToken)
    {
        try
        {
            await LookAsync(cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            logger.ClusterUnseen(exception.Message);
        }
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        // What does not answer did not answer from the beginning.
        var now = time.GetTimestamp();
        var asked = members.CurrentSnapshot.Members.Values
            .Where(member => member.Status == SiloStatus.Active && !member.SiloAddress.Equals(self.SiloAddress))
            .Select(async member => (Silo: member.SiloAddress, Testimony: await peers.AskAsync(member.SiloAddress)))
            .ToArray();
        var ahead = await TryAsync(open => clock.MeasureAsync(open, cancellationToken), cancellationToken);
        reach.SeeDatabase(ahead is not null);
        var answers = await Task.WhenAll(asked);

        wasSet |= clock.SeesSet();
        var isInStep = !wasSet && (ahead is not { } difference || ClusterClock.IsInStep(difference));
        // What all have in common is wrong with the database, and nobody could take over.
        var others = answers.Where(answer => answer.Testimony is { HasDatabase: true }).Select(answer => answer.Silo).ToList();
        aloneWithoutDatabase = ahead is null && others.Count > 0 ? Trouble.Again(aloneWithoutDatabase, now) : null;
        aloneOutOfStep = !isInStep && answers.Any(answer => answer.Testimony is { HasDatabase: true, IsInStep: true })
            ? Trouble.Again(aloneOutOfStep, now)
            : null;
        var missing = answers.Where(answer => answer.Testimony is null).Select(answer => answer.Silo).ToHashSet();
        foreach (var silo in missingSince.Keys.Where(silo => !missing.Contains(silo)).ToList())
            missingSince.Remove(silo);
        foreach (var silo in missing)
            missingSince[silo] = Trouble.Again(missingSince.TryGetValue(silo, out var known) ? known : null, now);
        reach.IsInStep = isInStep;
        reach.SeeMembers(areAllThere: missing.Count == 0);

        if (Lasts(aloneWithoutDatabase))
            await GoWithoutDatabaseAsync(others);
        else if (Lasts(aloneOutOfStep) && !answers.Any(IsOutOfStepAndFirst))
            StopForClock(ahead);
        else if (ahead is not null && missing.Count > 0)
            await SettleAsync(answers.Length + 1 - missing.Count, missing, cancellationToken);
    }

    // Of several whose clocks are wrong, or were set, one goes at a time.
    private bool IsOutOfStepAndFirst((SiloAddress Silo, Testimony? Testimony) answer) =>
        answer.Testimony is { HasDatabase: true, IsInStep: false } && answer.Silo.CompareTo(self.SiloAddress) < 0;

    private bool Lasts(Trouble? trouble) => trouble is { Looks: >= FewestLooks } lasting && time.GetElapsedTime(lasting.Since) >= Lasting;

    // Whatever fails, or takes too long: the next look finds out whether it lasts. What takes too long is left to itself, since Npgsql,
    // to give a question up, would ask the server once more.
    private async Task<T?> TryAsync<T>(Func<NpgsqlConnection, Task<T>> ask, CancellationToken cancellationToken)
        where T : struct
    {
        var asking = AskAsync(Interlocked.Exchange(ref connection, null), ask, cancellationToken);
        try
        {
            (connection, var answer) = await asking.WaitAsync(Patience, time, cancellationToken);
            return answer;
        }
        catch (Exception)
        {
            _ = CloseAsync(asking);
            source.Clear();
            return null;
        }
    }

    private async Task<(NpgsqlConnection Connection, T Answer)> AskAsync<T>(
        NpgsqlConnection? open,
        Func<NpgsqlConnection, Task<T>> ask,
        CancellationToken cancellationToken)
    {
        open ??= await source.OpenConnectionAsync(cancellationToken);
        try
        {
            return (open, await ask(open));
        }
        catch
        {
            await open.DisposeAsync();
            throw;
        }
    }

    private static async Task CloseAsync<T>(Task<(NpgsqlConnection Connection, T Answer)> asked)
    {
        await ((Task)asked).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (asked.IsCompletedSuccessfully)
            await (await asked).Connection.DisposeAsync();
    }

    private async Task GoWithoutDatabaseAsync(List<SiloAddress> others)
    {
        foreach (var other in others)
        {
            if (await peers.TryBeDeclaredDeadAsync(other, self.SiloAddress))
                break;
        }

        await EndAsync($"this silo has not reached its database ({database.Place}) for {Lasting.TotalSeconds} s, and {others[0]} does");
    }

    private void StopForClock(TimeSpan? ahead)
    {
        if (lifetime.ApplicationStopping.IsCancellationRequested)
            return;
        var reason = ahead is { } difference && !ClusterClock.IsInStep(difference)
            ? $"its machine's clock is {ClusterClock.Describe(difference)}"
            : "its machine's clock was set while it ran";
        readiness.Withdraw(reason);
        logger.SiloLeaves(reason);
        lifetime.StopApplication();
    }

    // Of two that do not reach each other, though both reach the database, one gives way, and both find out the same: the one that
    // reaches fewer, or the younger.
    private async Task SettleAsync(int reached, HashSet<SiloAddress> missing, CancellationToken cancellationToken)
    {
        var heard = new Dictionary<SiloAddress, (int Reached, HashSet<SiloAddress> Missing)>();
        await TryAsync(
            async open =>
            {
                heard = await said.ExchangeAsync(open, self.SiloAddress, reached, missing, cancellationToken);
                return true;
            },
            cancellationToken);
        foreach (var (silo, other) in heard)
        {
            if (!missingSince.TryGetValue(silo, out var trouble) || !Lasts(trouble) || !other.Missing.Contains(self.SiloAddress))
                continue;
            if (other.Reached < reached || (other.Reached == reached && IsYounger(silo, self.SiloAddress)))
                continue;
            try
            {
                await table.TryDeclareDeadAsync(self.SiloAddress).WaitAsync(Patience, cancellationToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // The others find out by themselves.
                logger.ClusterUnseen(exception.Message);
            }

            await EndAsync(
                $"this silo and {silo} have not reached each other for {Lasting.TotalSeconds} s, and that one reaches {other.Reached} "
                    + $"members, this one {reached}");
        }
    }

    private static bool IsYounger(SiloAddress one, SiloAddress other) =>
        one.Generation != other.Generation ? one.Generation > other.Generation : one.CompareTo(other) > 0;

    // Leaving in order would mean to hand units over to silos that are not reached. What was acknowledged is durable as it is.
    private async Task EndAsync(string reason)
    {
        readiness.Withdraw(reason);
        logger.SiloGivesWay(reason);
        // For the line to be written. An exit would wait for Orleans to leave in order after all, which is what cannot be done now.
        await Task.Delay(Farewell, CancellationToken.None);
        using var process = Process.GetCurrentProcess();
        process.Kill();
    }

    /// <summary>Something that one look after another finds.</summary>
    /// <param name="Since">When the first of them found it.</param>
    /// <param name="Looks">How many have.</param>
    private readonly record struct Trouble(long Since, int Looks)
    {
        /// <summary>It is found once more.</summary>
        public static Trouble Again(Trouble? before, long now) =>
            before is { } known ? known with { Looks = known.Looks + 1 } : new Trouble(now, 1);
    }
}
