using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Ledger;
using Aggregation.Testing.Postgres;
using Xunit;
using static Aggregation.Tests.Ledger.OpenLedger;

namespace Aggregation.Tests.Ledger.Postgres;

/// <summary>A server that goes away and comes back.</summary>
public sealed class PostgresOutageTests : IAsyncLifetime
{
    private const int Units = 16;

    private PostgresServer server = null!;
    private PostgresOpenLedger open = null!;

    public async Task InitializeAsync()
    {
        server = await PostgresServer.StartNewAsync();
        open = new PostgresOpenLedger(await server.CreateDatabaseAsync());
    }

    public async Task DisposeAsync()
    {
        open?.Dispose();
        if (server is not null)
            await server.DisposeAsync();
    }

    [PostgresFact]
    public async Task Killed_under_appends_it_loses_nothing_that_was_acknowledged_and_the_ledger_goes_on_by_itself()
    {
        using var stop = new CancellationTokenSource();
        var acknowledged = new ConcurrentDictionary<int, int>();
        var appended = 0;
        var writers = Enumerable.Range(1, Units).Select(unit => Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                try
                {
                    // As an activation does after a failure whose outcome it cannot know: what is recorded says where to go on.
                    var next = (await open.ReadAsync(unit)).Count + 1;
                    for (; !stop.IsCancellationRequested; next++)
                    {
                        await open.AppendAsync(unit, next, Entry(next));
                        acknowledged[unit] = next;
                        Interlocked.Increment(ref appended);
                    }
                }
                catch (Exception exception) when (exception is LedgerUnavailableException or LedgerFencedException)
                {
                    await Task.Delay(10);
                }
            }
        })).ToArray();

        for (var round = 0; round < 3; round++)
        {
            await AppendedAsync(200);
            await server.KillAsync();
            await server.StartAsync();
        }

        await AppendedAsync(200);
        await stop.CancelAsync();
        await Task.WhenAll(writers);
        var rows = (await open.ReadAsync(Enumerable.Range(1, Units))).ToLookup(row => row.UnitId);
        Assert.All(Enumerable.Range(1, Units), unit =>
        {
            Assert.Equal(Enumerable.Range(1, rows[unit].Count()), rows[unit].Select(row => row.Sequence));
            Assert.True(rows[unit].Count() >= acknowledged[unit]);
        });

        async Task AppendedAsync(int more)
        {
            var wanted = Volatile.Read(ref appended) + more;
            await Eventually(() => Volatile.Read(ref appended) >= wanted);
        }
    }

    [PostgresFact]
    public async Task Stopped_it_fails_what_waits_and_says_so_and_started_again_serves_with_all_its_connections_dead()
    {
        await open.AppendAsync(1, 1, Entry(1));
        await open.ReadAsync(1);
        await server.StopAsync();
        var exception = await Assert.ThrowsAsync<LedgerUnavailableException>(() => open.AppendAsync(1, 2, Entry(2)));
        Assert.Contains("127.0.0.1", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Password", exception.Message, StringComparison.Ordinal);
        Assert.Equal(exception.Message, open.Writer.Failure);
        await Assert.ThrowsAsync<LedgerUnavailableException>(() => open.ReadAsync(1));
        await Assert.ThrowsAsync<LedgerUnavailableException>(() => open.Ledger.ReadHeadsAsync(default));
        await Assert.ThrowsAsync<LedgerUnavailableException>(() => open.Ledger.HoldAsync(default));
        await Assert.ThrowsAsync<LedgerUnavailableException>(() => open.Queries.ReadNewestAsync(1, null, 1, default));
        await Assert.ThrowsAsync<LedgerUnavailableException>(() => open.Units.LoadAsync(default));

        await server.StartAsync();
        await open.AppendAsync(1, 2, Entry(2));
        Assert.Equal(2, (await open.ReadAsync(1)).Count);
        Assert.Equal(2, (await open.Ledger.ReadHeadsAsync(default)).Of(1));
        Assert.Equal(2, (await open.Queries.ReadNewestAsync(1, null, 9, default)).Length);
        Assert.Null(open.Writer.Failure);
    }

    [PostgresFact]
    public async Task A_server_that_does_not_answer_fails_whoever_waits_and_records_nothing_twice()
    {
        await open.AppendAsync(1, 1, Entry(1));
        await server.FreezeAsync();
        var waiting = new List<Task>();
        for (var unit = 2; unit <= Units; unit++)
        {
            waiting.Add(open.AppendAsync(unit, 1, Entry(1)));
            await Task.Yield();
        }

        foreach (var append in waiting)
            await Assert.ThrowsAsync<LedgerUnavailableException>(() => append.WaitAsync(TimeSpan.FromSeconds(30)));
        await server.ThawAsync();
        await Eventually(() => open.Writer.Failure is null);
        await Task.WhenAll(Enumerable.Range(2, Units - 1).Select(async unit =>
        {
            // The server may have gone on with what it had been sent.
            try
            {
                await open.AppendAsync(unit, 1, Entry(1));
            }
            catch (LedgerFencedException)
            {
                Assert.Single(await open.ReadAsync(unit));
            }
        }));
        Assert.Equal(Units, (await open.ReadAsync(Enumerable.Range(1, Units))).Count);
    }

    private static async Task Eventually(Func<bool> condition)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!condition())
            await Task.Delay(10, patience.Token);
    }
}
