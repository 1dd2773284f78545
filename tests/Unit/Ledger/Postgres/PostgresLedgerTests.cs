using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Domain.Reports;
using Aggregation.Ledger;
using Aggregation.Ledger.Postgres;
using Aggregation.Testing.Postgres;
using Aggregation.Testing.Reference;
using FsCheck.Fluent;
using Xunit;
using static Aggregation.Tests.Ledger.OpenLedger;

namespace Aggregation.Tests.Ledger.Postgres;

/// <summary>What only a ledger that several silos share can meet.</summary>
public sealed class PostgresLedgerTests
{
    /// <summary>A row somebody tries to append: which silo, which unit, how many rows at once.</summary>
    private sealed record Attempt(int Silo, int Unit, int Rows);

    [PostgresFact]
    public async Task Another_silos_rows_fence_and_harm_no_neighbour()
    {
        using var one = await PostgresOpenLedger.MakeAsync();
        using var other = one.Another();
        await other.AppendAsync(1, 1, Entry(1));
        Task<System.Collections.Immutable.ImmutableArray<DateTimeOffset>>[] group;
        await using (await one.Ledger.HoldAsync(default))
        {
            // Row 2 is free and row 1 is not: nothing of the append may stand.
            group = [one.AppendAsync(
                3,
                1,
                Entry(1)), one.AppendAsync(1, 1, Entry(10), Entry(20)), one.AppendAsync(2, 1, Entry(1), Entry(2))];
            await one.MeetHoldAsync();
        }

        await group[0];
        await Assert.ThrowsAsync<LedgerFencedException>(() => group[1]);
        await group[2];
        Assert.Equal([1L], (await one.ReadAsync(1)).Select(row => row.Figures.Counts[0].Value));
        Assert.Equal((1, 2, 1), ((await one.Ledger.ReadHeadsAsync(default)).Of(
            1), (await other.Ledger.ReadHeadsAsync(default)).Of(2), (await other.ReadAsync(3)).Count));
    }

    [PostgresFact]
    public async Task Two_silos_that_race_for_the_same_rows_lose_and_double_nothing()
    {
        using var one = await PostgresOpenLedger.MakeAsync();
        using var other = one.Another();
        PostgresOpenLedger[] silos = [one, other];
        var attempts =
            from silo in Gen.Choose(0, 1)
            from unit in Gen.Choose(1, 4)
            from rows in Gen.Choose(1, 3)
            select new Attempt(silo, unit, rows);
        var before = 0;
        await Task.Run(() => Properties.ForAllLists(
            attempts,
            async tries =>
            {
                var first = before;
                before += 4;
                await RaceAsync(silos, tries, first);
            },
            tests: 40));
    }

    [PostgresFact]
    public async Task What_was_known_at_an_instant_stays_so_while_others_append()
    {
        using var one = await PostgresOpenLedger.MakeAsync();
        using var other = one.Another();
        using var reader = one.Another();
        using var stop = new CancellationTokenSource();
        var writers = new[] { one, other }.SelectMany((open, silo) => Enumerable.Range(1, 8).Select(unit => Task.Run(async () =>
        {
            for (var sequence = 1; !stop.IsCancellationRequested; sequence++)
                await open.AppendAsync((silo * 100) + unit, sequence, Entry(sequence));
        }))).ToArray();

        int[] units = [.. Enumerable.Range(1, 8), .. Enumerable.Range(101, 8)];
        var known = new List<(DateTimeOffset At, int Rows)>();
        for (var reading = 0; reading < 60; reading++)
        {
            var at = DateTimeOffset.UtcNow;
            known.Add((at, (await reader.ReadAsync(units, at)).Count));
        }

        await stop.CancelAsync();
        await Task.WhenAll(writers);
        foreach (var (at, rows) in known)
            Assert.Equal(rows, (await reader.ReadAsync(units, at)).Count);
    }

    [PostgresFact]
    public async Task A_reading_waits_for_an_append_in_flight_that_has_read_the_clock()
    {
        using var open = await PostgresOpenLedger.MakeAsync();
        await open.AppendAsync(1, 1, Entry(1));
        Task<List<LedgerRow>> reading;
        // Another silo's append, halted between its clock and its commit.
        using (var connection = open.Database.Connect())
        {
            using var transaction = connection.BeginTransaction();
            await RunAsync(connection, $"SELECT pg_advisory_xact_lock_shared({AdvisoryLock.Appends})");
            await RunAsync(connection, "INSERT INTO report VALUES (2, 1, '2017-02-20', clock_timestamp(), 'x', 'y', NULL, '{}')");
            reading = open.ReadAsync([1, 2], DateTimeOffset.UtcNow);
            await open.MeetHoldAsync();
            Assert.False(reading.IsCompleted);
            await transaction.CommitAsync();
        }

        Assert.Equal(2, (await reading).Count);
    }

    [PostgresFact]
    public async Task Nothing_is_recorded_at_an_instant_that_was_read_even_when_the_clock_goes_back()
    {
        using var open = await PostgresOpenLedger.MakeAsync();
        await open.AppendAsync(1, 1, Entry(1));
        // As if the instant had been settled before the server's clock was set back by an hour.
        var read = DateTimeOffset.UtcNow.AddHours(1);
        await open.RunAsync($"UPDATE settled SET until = '{read:O}'");
        var recorded = await open.AppendAsync(2, 1, Entry(1), Entry(2));
        Assert.True(recorded[0] > read && recorded[1] > recorded[0]);
        Assert.True((await open.AppendAsync(2, 3, Entry(3)))[0] > recorded[1]);
        await using var hold = await open.Ledger.HoldAsync(default);
        Assert.Equal(4, hold.Position);
        Assert.True(hold.RecordedAt > recorded[1]);
    }

    [PostgresFact]
    public async Task A_hold_of_one_silo_holds_the_others()
    {
        using var one = await PostgresOpenLedger.MakeAsync();
        using var other = one.Another();
        await one.AppendAsync(1, 1, Entry(1));
        Task append;
        await using (var hold = await one.Ledger.HoldAsync(default))
        {
            append = other.AppendAsync(2, 1, Entry(1));
            await one.MeetHoldAsync();
            Assert.Equal(1, hold.Position);
            Assert.Single(await other.ReadAsync([1, 2]));
        }

        await append;
    }

    [PostgresFact]
    public async Task A_hold_that_was_lost_with_its_connection_says_so()
    {
        using var open = await PostgresOpenLedger.MakeAsync();
        await using var hold = await open.Ledger.HoldAsync(default);
        await hold.ConfirmAsync(default);
        await open.RunAsync(
            "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND mode = 'ExclusiveLock' AND database = "
                + "(SELECT oid FROM pg_database WHERE datname = current_database())");
        await Assert.ThrowsAsync<LedgerUnavailableException>(() => hold.ConfirmAsync(default));
    }

    [PostgresFact]
    public async Task An_append_that_a_hold_keeps_too_long_fails_and_is_not_recorded()
    {
        var connectionString = await (await PostgresServer.SharedAsync()).CreateDatabaseAsync();
        using var open = new PostgresOpenLedger(connectionString, patience: TimeSpan.FromSeconds(1));
        await using (await open.Ledger.HoldAsync(default))
            await Assert.ThrowsAsync<LedgerUnavailableException>(() => open.AppendAsync(1, 1, Entry(1)));
        Assert.Empty(await open.ReadAsync(1));
        await open.AppendAsync(1, 1, Entry(1));
        Assert.Null(open.Writer.Failure);
    }

    [PostgresFact]
    public async Task What_the_store_cannot_take_fails_alone()
    {
        using var open = await PostgresOpenLedger.MakeAsync();
        Task[] group;
        await using (await open.Ledger.HoldAsync(default))
        {
            group = [open.AppendAsync(1, 1, Entry(1)), open.AppendAsync(2, 1, Entry(1, key: "null\0")), open.AppendAsync(3, 1, Entry(1))];
            await open.MeetHoldAsync();
        }

        await group[0];
        await Assert.ThrowsAsync<LedgerUnavailableException>(() => group[1]);
        await group[2];
    }

    [PostgresFact]
    public async Task A_payload_that_this_program_did_not_write_is_named()
    {
        using var open = await PostgresOpenLedger.MakeAsync();
        await open.RunAsync("INSERT INTO report VALUES (1, 1, '2017-02-20', now(), 'x', 'y', NULL, '[]')");
        Assert.Contains(
            "payload",
            (await Assert.ThrowsAsync<LedgerUnavailableException>(() => open.ReadAsync(1))).Message,
            StringComparison.Ordinal);
        Assert.Empty(await open.ReadAsync(2));
    }

    [PostgresFact]
    public async Task Rows_come_in_order_wherever_they_lie()
    {
        using var open = await PostgresOpenLedger.MakeAsync();
        await open.RunAsync(
            "INSERT INTO report SELECT unit, 11 - sequence, '2017-02-20', now() + (11 - sequence) * interval '1 microsecond', 'x', 'y', "
                + "NULL, '{}' FROM generate_series(1, 200) unit, generate_series(1, 10) sequence");
        var rows = await open.ReadAsync(Enumerable.Range(1, 200));
        Assert.Equal(2_000, rows.Count);
        Assert.All(rows.GroupBy(row => row.UnitId), unit => Assert.Equal(Enumerable.Range(1, 10), unit.Select(row => row.Sequence)));
    }

    private static async Task RunAsync(Npgsql.NpgsqlConnection connection, string sql)
    {
#pragma warning disable CA2100 // The statements are the tests' own.
        await using var command = new Npgsql.NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }

    // Every attempt takes its unit's next free number as its silo last knew it, which is all that two activations of one unit would know.
    private static async Task RaceAsync(PostgresOpenLedger[] silos, Attempt[] tries, int first)
    {
        var standing = await Task.WhenAll(tries.GroupBy(attempt => (attempt.Silo, attempt.Unit)).Select(async activation =>
        {
            var stood = new List<(int Unit, int Sequence, long Mark)>();
            foreach (var attempt in activation)
            {
                var unit = first + attempt.Unit;
                var next = (await silos[attempt.Silo].Ledger.ReadHeadsAsync(default)).Of(unit) + 1;
                // The mark tells whose row it is.
                var mark = (attempt.Silo * 1_000) + stood.Count;
                try
                {
                    var recorded = await silos[attempt.Silo].AppendAsync(unit, next, [.. Enumerable.Repeat(Entry(mark), attempt.Rows)]);
                    stood.AddRange(recorded.Select((_, row) => (unit, next + row, (long)mark)));
                }
                catch (LedgerFencedException)
                {
                    // The other silo was faster: nothing of this attempt may stand.
                }
            }

            return stood;
        }));

        var rows = await silos[0].ReadAsync(Enumerable.Range(first + 1, 4));
        Assert.Equal(
            standing.SelectMany(stood => stood).Order(),
            rows.Select(row => (row.UnitId, row.Sequence, row.Figures.Counts[0].Value)).Order());
        Assert.All(rows.GroupBy(row => row.UnitId), unit => Assert.Equal(
            Enumerable.Range(1, unit.Count()),
            unit.Select(row => row.Sequence)));
        Assert.All(rows.GroupBy(row => row.UnitId), unit => Assert.Equal(
            unit.Select(row => row.RecordedAt).Order(),
            unit.Select(row => row.RecordedAt).Distinct()));
    }
}
