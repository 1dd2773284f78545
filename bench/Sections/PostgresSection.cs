using System;
using System.Diagnostics;
using System.Threading.Tasks;
using Aggregation.Bench.Hosting;
using Aggregation.Bench.Load;
using Aggregation.Bench.Output;
using Aggregation.Domain.Reports;
using Aggregation.Domain.Units;
using Aggregation.Ledger.Postgres;
using Aggregation.Testing.Postgres;
using Npgsql;
using NpgsqlTypes;

namespace Aggregation.Bench.Sections;

/// <summary>The raw append rate of PostgreSQL with the ledger's schema.</summary>
internal sealed class PostgresSection : ISection
{
    private const int GroupRows = 500;

    private const string Columns = "report (unit, sequence, effective_on, recorded_at, reporter, idempotency_key, payload)";

    /// <inheritdoc/>
    public string Name => "postgres";

    /// <inheritdoc/>
    public string Title => "14. PostgreSQL's raw append rate";

    /// <inheritdoc/>
    public string Method =>
        "One connection to a throw-away PostgreSQL with its default settings, the silo's schema (table, indexes, triggers), everything to "
            + $"be written made beforehand, groups of {GroupRows} rows of all communes in turn, each durable before the next begins: one "
            + "INSERT of many rows, prepared, and COPY in binary.";

    /// <inheritdoc/>
    public string? Missing => PostgresBinaries.Missing;

    /// <inheritdoc/>
    public async Task RunAsync(BenchContext context)
    {
        await using var server = await PostgresServer.StartNewAsync();
        await MeasureAsync(context, await server.CreateDatabaseAsync(), "INSERT of many rows", InsertAsync);
        await MeasureAsync(context, await server.CreateDatabaseAsync(), "COPY", CopyAsync);
    }

    private static async Task MeasureAsync(
        BenchContext context,
        string connectionString,
        string what,
        Func<NpgsqlConnection, RowGroup, Task> append)
    {
        var options = PostgresLedgerOptions.Parse(connectionString) with { Seal = BenchSeal.Options };
        PostgresDatabase.Open(options, [PostgresSchemaSet.Ledger], TimeProvider.System).Dispose();
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        var group = new RowGroup(BenchUnits.Communes(BenchUnits.Simulated()), GroupRows);
        var started = Stopwatch.GetTimestamp();
        long rows = 0;
        for (; Stopwatch.GetElapsedTime(started) < context.Span; rows += GroupRows)
        {
            group.Advance();
            await append(connection, group);
        }

        context.Add(new Figure("postgres", what, rows / Stopwatch.GetElapsedTime(started).TotalSeconds, "rows/s"));
    }

    private static async Task InsertAsync(NpgsqlConnection connection, RowGroup group)
    {
        await using var insert = new NpgsqlCommand(
            $"INSERT INTO {Columns} SELECT unit, sequence, '2024-02-20', $3, 'configured-admin', key, payload "
                + "FROM unnest($1, $2, $4, $5) AS one (unit, sequence, key, payload)",
            connection)
        {
            Parameters =
            {
                new NpgsqlParameter<int[]> { TypedValue = group.Units },
                new NpgsqlParameter<int[]> { TypedValue = group.Sequences },
                new NpgsqlParameter<DateTime> { TypedValue = DateTime.UtcNow },
                new NpgsqlParameter<string[]> { TypedValue = group.Keys },
                new NpgsqlParameter<byte[][]> { TypedValue = group.Payloads, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text },
            },
        };
        await insert.PrepareAsync();
        await insert.ExecuteNonQueryAsync();
    }

    private static async Task CopyAsync(NpgsqlConnection connection, RowGroup group)
    {
        await using var rows = await connection.BeginBinaryImportAsync($"COPY {Columns} FROM STDIN (FORMAT binary)");
        for (var row = 0; row < GroupRows; row++)
        {
            await rows.StartRowAsync();
            await rows.WriteAsync(group.Units[row]);
            await rows.WriteAsync(group.Sequences[row]);
            await rows.WriteAsync(Workload.Day);
            await rows.WriteAsync(DateTime.UtcNow);
            await rows.WriteAsync("configured-admin");
            await rows.WriteAsync(group.Keys[row]);
            await rows.WriteAsync(group.Payloads[row], NpgsqlDbType.Text);
        }

        await rows.CompleteAsync();
    }

    // The next rows of all units in turn.
    private sealed class RowGroup(Unit[] units, int size)
    {
        private readonly Workload workload = new(withModels: false);
        private readonly int[] heads = new int[units.Length];
        private int next;

        public int[] Units { get; } = new int[size];

        public int[] Sequences { get; } = new int[size];

        public string[] Keys { get; } = new string[size];

        public byte[][] Payloads { get; } = new byte[size][];

        public void Advance()
        {
            for (var row = 0; row < size; row++)
            {
                next = (next + 1) % units.Length;
                var report = workload.Next();
                (Units[row], Sequences[row]) = (units[next].Id, ++heads[next]);
                (Keys[row], Payloads[row]) = (report.IdempotencyKey, FiguresJson.Write(report.Figures));
            }
        }
    }
}
