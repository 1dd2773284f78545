using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Aggregation.Domain.Units;
using Aggregation.Testing.Postgres;
using Npgsql;

namespace Aggregation.Bench.Hosting;

/// <summary>
/// PostgreSQL alone, doing what a silo does for two counts and a status of every commune: <c>Peers/peer.sql</c>. Its load comes from
/// PostgreSQL's own <c>pgbench</c>.
/// </summary>
/// <param name="connectionString">An empty database.</param>
/// <param name="edition">The units.</param>
internal sealed class PeerDatabase(string connectionString, Edition edition)
{
    private const int Nation = int.MaxValue;

    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Peers");

    private int communes;
    private int runs;

    /// <summary>Makes the tables and a row of each unit in them.</summary>
    public async Task FillAsync()
    {
        var numbers = Numbers();
        await using var source = NpgsqlDataSource.Create(connectionString);
#pragma warning disable CA2100 // The statements are the bench's own.
        await using (var schema = source.CreateCommand(await File.ReadAllTextAsync(Path.Combine(Folder, "peer.sql"))))
            await schema.ExecuteNonQueryAsync();
#pragma warning restore CA2100
        await using var connection = await source.OpenConnectionAsync();
        await using (var places = await connection.BeginBinaryImportAsync("COPY place FROM STDIN (FORMAT binary)"))
        {
            for (var index = 0; index < edition.Units.Length; index++)
            {
                if (numbers[index] > communes)
                    continue;
                await places.StartRowAsync();
                await places.WriteAsync(numbers[index]);
                await places.WriteAsync(numbers[edition.ParentOf(index)]);
                await places.WriteAsync(numbers[edition.ProvinceOf(index)]);
            }

            await places.CompleteAsync();
        }

        await using var totals = source.CreateCommand("INSERT INTO total (unit) SELECT unnest($1)");
        totals.Parameters.Add(new NpgsqlParameter<int[]> { TypedValue = numbers });
        await totals.ExecuteNonQueryAsync();
        await using var standing = source.CreateCommand("INSERT INTO standing (unit) SELECT unit FROM place; ANALYZE");
        await standing.ExecuteNonQueryAsync();
    }

    /// <summary>Sends reports for a while, one a request or 500.</summary>
    /// <returns>Transactions a second.</returns>
    public async Task<double> RunAsync(int clients, bool isBatch, TimeSpan span)
    {
        var start = new ProcessStartInfo(PostgresBinaries.PathOf("pgbench"))
        {
            ArgumentList =
            {
                "-n", "-M", "prepared", "-c", Text(clients), "-j", Text(Math.Min(clients, 2)),
                "-T", Text((int)Math.Ceiling(span.TotalSeconds)),
                "-f", Path.Combine(Folder, isBatch ? "batch.sql" : "single.sql"), "-D", $"communes={Text(communes)}",
                "-D", $"run={Text(++runs)}", "-D", "n=0",
            },
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var parts = new NpgsqlConnectionStringBuilder(connectionString);
        start.Environment["PGHOST"] = parts.Host;
        start.Environment["PGPORT"] = Text(parts.Port);
        start.Environment["PGDATABASE"] = parts.Database;
        start.Environment["PGUSER"] = parts.Username;
        start.Environment["PGPASSWORD"] = parts.Password;
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        var rate = output.Split('\n').FirstOrDefault(line => line.StartsWith("tps = ", StringComparison.Ordinal));
        return process.ExitCode == 0 && rate is not null
            ? double.Parse(rate.Split(' ')[2], CultureInfo.InvariantCulture)
            : throw new InvalidOperationException($"pgbench ended with {process.ExitCode}.\n{output}\n{await errors}");
    }

    /// <summary>Sees to it that the nation's total is the sum of what stands.</summary>
    /// <exception cref="InvalidOperationException">It is not.</exception>
    public async Task VerifyAsync()
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var command = source.CreateCommand(
            "SELECT (SELECT sum(areas) FROM standing) = (SELECT areas FROM total WHERE unit = 2147483647)");
        if (await command.ExecuteScalarAsync() is not true)
            throw new InvalidOperationException("The peer counts wrongly.");
    }

    // Communes from 1 on, so that a script can draw one; then what is above them.
    private int[] Numbers()
    {
        var numbers = new int[edition.Units.Length];
        var lowest = edition.Units.Max(unit => unit.Level);
        var order = Enumerable.Range(1, numbers.Length - 1).OrderBy(index => edition.Units[index].Level == lowest ? 0 : 1).ToList();
        for (var place = 0; place < order.Count; place++)
            numbers[order[place]] = place + 1;
        numbers[0] = Nation;
        communes = edition.LevelCounts[lowest];
        return numbers;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
