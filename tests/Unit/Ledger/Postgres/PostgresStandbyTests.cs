using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Api.Access;
using Aggregation.Ledger;
using Aggregation.Ledger.Access;
using Aggregation.Ledger.Audit;
using Aggregation.Testing.Postgres;
using Xunit;
using static Aggregation.Tests.Ledger.OpenLedger;

namespace Aggregation.Tests.Ledger.Postgres;

/// <summary>A primary whose commits wait for a standby, and the standby in its place.</summary>
public sealed class PostgresStandbyTests : IAsyncLifetime
{
    private const string Waiting =
        "SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'SyncRep' AND application_name = 'aggregation'";

    private PostgresServer primary = null!;
    private PostgresServer standby = null!;
    private PostgresOpenLedger open = null!;

    public async Task InitializeAsync()
    {
        primary = await PostgresServer.StartNewAsync();
        var database = await primary.CreateDatabaseAsync();
        standby = await primary.StartStandbyAsync();
        open = new PostgresOpenLedger(primary.Either(database, standby));
    }

    public async Task DisposeAsync()
    {
        if (standby is not null)
            await standby.DisposeAsync();
        if (primary is not null)
            await primary.DisposeAsync();
        open?.Dispose();
    }

    [PostgresFact]
    public async Task A_commit_that_waits_for_the_standby_is_neither_cancelled_nor_acknowledged_and_nothing_overtakes_it()
    {
        await open.AppendAsync(1, 1, Entry(1));
        await standby.StopAsync();

        await Assert.ThrowsAsync<LedgerUnavailableException>(() => open.AppendAsync(1, 2, Entry(2)));
        // Cancelled, it would be there for everybody to see.
        Assert.Single(await open.ReadAsync(1));
        var refused = open.AppendAsync(2, 1, Entry(1));
        Assert.True(refused.IsFaulted, "A refusal waits for nothing.");
        Assert.Contains("standby", (await Assert.ThrowsAsync<LedgerUnavailableException>(() => refused)).Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<LedgerUnavailableException>(MakeKeyAsync);
        Assert.NotNull(open.Writer.Failure);
        while (await primary.RunAsync(Waiting) is not 2L)
            await Task.Delay(20);

        await standby.StartAsync();
        await EventuallyAsync(() => open.Writer.Failure is null);
        Assert.Equal(2, (await open.ReadAsync(1)).Count);
        await open.AppendAsync(1, 3, Entry(3));
        await MakeKeyAsync();
        Assert.Equal(0L, await primary.RunAsync(Waiting));
    }

    [PostgresFact]
    public async Task A_key_whose_commit_waits_for_the_standby_is_not_there_before_it_is_durable()
    {
        await standby.StopAsync();
        await Assert.ThrowsAsync<LedgerUnavailableException>(MakeKeyAsync);
        Assert.Empty(await open.Access.LoadKeysAsync(default));
        await standby.StartAsync();
        await EventuallyAsync(() => open.Writer.Failure is null);
        Assert.Single(await open.Access.LoadKeysAsync(default));
    }

    [PostgresFact]
    public async Task What_is_seen_though_no_standby_has_it_is_not_known_to_last()
    {
        await open.AppendAsync(1, 1, Entry(1));
        await open.AppendAsync(1, 2);
        await standby.StopAsync();
        await Assert.ThrowsAsync<LedgerUnavailableException>(() => open.AppendAsync(1, 2, Entry(2)));
        // As an administrator does who wonders what is waiting.
        await primary.RunAsync("SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE wait_event = 'SyncRep'");
        await EventuallyAsync(() => open.ReadAsync(1).GetAwaiter().GetResult().Count == 2);

        using var another = open.Another();
        await Assert.ThrowsAsync<LedgerUnavailableException>(() => another.AppendAsync(1, 3));
        await standby.StartAsync();
        await EventuallyAsync(() => another.Writer.Failure is null);
        await another.AppendAsync(1, 3);
    }

    [PostgresFact]
    public async Task What_waited_behind_a_commit_that_was_given_up_leaves_no_transaction_open()
    {
        await open.AppendAsync(1, 1, Entry(1));
        await standby.StopAsync();

        var writes = Enumerable.Range(0, 3).Select(_ => Assert.ThrowsAsync<LedgerUnavailableException>(MakeKeyAsync))
            .Append(Assert.ThrowsAsync<LedgerUnavailableException>(() => open.Acts.RecordAsync(
                new AdministrativeAct { At = DateTimeOffset.UtcNow, Act = ActName.KeyMade, Edition = "2023", Unit = "VN" },
                default)));
        await Task.WhenAll(writes);
        await EventuallyAsync(async () =>
        {
            if (await primary.RunAsync(
                "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'aggregation' AND state = 'idle in transaction'") is not 0L)
            {
                throw new LedgerUnavailableException("Not yet.");
            }
        });

        await standby.StartAsync();
        await EventuallyAsync(MakeKeyAsync);
    }

    [PostgresFact]
    public async Task A_promoted_standby_begins_an_era_in_which_what_was_read_before_does_not_go_on_and_the_old_primary_is_not_used_again()
    {
        await open.AppendAsync(1, 1, Entry(1));
        await standby.StopAsync();
        await Assert.ThrowsAsync<LedgerUnavailableException>(() => open.AppendAsync(1, 2, Entry(2)));
        await primary.KillAsync();
        await standby.StartAsync();
        await standby.PromoteAsync();

        // The row of the new primary has the number of the one that was lost.
        await EventuallyAsync(() => open.ReadAsync(1).GetAwaiter().GetResult().Count == 1);
        Assert.Equal(1, open.Ledger.Era);
        await EventuallyAsync(() => open.Writer.Failure is null);
        await Assert.ThrowsAsync<LedgerFencedException>(() => open.AppendAsync(1, 2, Entry(3)));
        await Assert.ThrowsAsync<LedgerFencedException>(() => open.AppendAsync(1, 2));
        await AppendNowAsync(1, 2);

        // The old one is back, as if nothing had been: it is the first that is named.
        await primary.StartAsync();
        await primary.RunAsync("ALTER SYSTEM RESET synchronous_standby_names");
        await primary.RunAsync("SELECT pg_reload_conf()");
        open.Database.ForgetIdle();
        for (var sequence = 3; sequence < 6; sequence++)
        {
            await standby.RunAsync("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'aggregation'");
            await EventuallyAsync(() => AppendNowAsync(1, sequence));
        }

        await EventuallyAsync(async () => Assert.Equal(5, (await open.ReadAsync(1)).Count));
        Assert.Equal(1, open.Ledger.Era);
    }

    private async Task AppendNowAsync(int unit, int sequence) =>
        await open.Ledger.AppendAsync(new LedgerAppend(unit, sequence, [Entry(sequence)], open.Ledger.Era));

    private Task MakeKeyAsync()
    {
        var keys = new AccessKeys(open.Access, TimeProvider.System);
        return keys.MakeAsync(new NewAccessKey("2023", "VN", AccessRole.Reporter), default);
    }

    private static Task EventuallyAsync(Func<bool> condition) =>
        EventuallyAsync(() => condition() ? Task.CompletedTask : throw new LedgerUnavailableException("Not yet."));

    private static async Task EventuallyAsync(Func<Task> action)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            try
            {
                await action();
                return;
            }
            catch (LedgerUnavailableException)
            {
                await Task.Delay(20, patience.Token);
            }
        }
    }
}
