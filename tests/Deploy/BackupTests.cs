using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Threading.Tasks;
using Aggregation.Testing;
using Aggregation.Testing.Postgres;
using Aggregation.Testing.Processes;
using Aggregation.Tests.Deploy.Fixtures;
using Npgsql;
using Xunit;

namespace Aggregation.Tests.Deploy;

/// <summary>
/// The drill: a backup under load, everything destroyed, the backup brought back by the documented commands, everything acknowledged
/// before it still there.
/// </summary>
public sealed class BackupTests
{
    private const int Before = 50;
    private const int After = 20;

    [Fact]
    public async Task A_SQLite_ledger_comes_back_from_a_backup_made_under_load()
    {
        using var safe = new TemporaryFolder();
        using var next = new TemporaryFolder();
        var backup = safe.File("aggregation.db");
        IReadOnlyDictionary<string, int> acknowledged;
        using (var lost = new TemporaryFolder())
        {
            var ledger = "Data Source=" + lost.File("ledger.db");
            await using var silo = await SiloProcess.StartAsync(ledger);
            var load = SteadyLoad.Start(silo.Http);
            await load.MoreAsync(Before);
            acknowledged = load.Acknowledged;
            Assert.Equal(0, await RunAsync(ledger, "Backed up", "backup", "--to", backup));
            await load.MoreAsync(After);
            File.Copy(lost.File("ledger.seal.key"), next.File("ledger.seal.key"));
            await silo.KillAsync();
            await load.EndAsync();
            Assert.Equal(1, await RunAsync(ledger, "not overwritten", "backup", "--to", backup));
            Assert.Equal(1, await RunAsync(ledger, "not overwritten", "restore", "--from", backup));
        }

        Assert.Equal([backup], Directory.GetFiles(safe.Path));
        var restored = "Data Source=" + next.File("ledger.db");
        Assert.Equal(0, await RunAsync(restored, "Restored", "restore", "--from", backup));
        await using var silent = await SiloProcess.StartAsync(restored);
        await SteadyLoad.AssertHasAsync(silent, acknowledged);
        await SteadyLoad.AssertProvedAsync(silent);
    }

    [Fact]
    public async Task A_damaged_backup_is_refused_and_leaves_nothing_behind()
    {
        using var folder = new TemporaryFolder();
        var ledger = "Data Source=" + folder.File("ledger.db");
        await using (var silo = await SiloProcess.StartAsync(ledger))
            Assert.Equal(0, await silo.StopAsync());
        Assert.Equal(0, await RunAsync(ledger, "Backed up", "backup", "--to", folder.File("backup.db")));
        await using (var file = File.OpenWrite(folder.File("backup.db")))
        {
            file.Position = file.Length / 2;
            await file.WriteAsync(Enumerable.Repeat((byte)0xA5, 20_000).ToArray());
        }

        var target = folder.File("restored.db");
        Assert.Equal(1, await RunAsync("Data Source=" + target, "", "restore", "--from", folder.File("backup.db")));
        Assert.Empty(Directory.GetFiles(folder.Path, "restored*"));
        Assert.Equal(1, await RunAsync("Data Source=" + target, "no ledger at", "restore", "--from", folder.File("missing.db")));
        Assert.Equal(1, await RunAsync(ledger, "needs a file", "backup"));
    }

    [PostgresFact]
    public async Task A_PostgreSQL_ledger_comes_back_from_a_backup_made_under_load()
    {
        using var safe = new TemporaryFolder();
        var server = await PostgresServer.SharedAsync();
        var (lost, next) = (await server.CreateDatabaseAsync(), await server.CreateDatabaseAsync());
        var key = ("Ledger__SealKey", Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)));
        IReadOnlyDictionary<string, int> acknowledged;
        await using (var silo = await SiloProcess.StartAsync(lost, ("Ledger__Provider", "postgres"), key))
        {
            var load = SteadyLoad.Start(silo.Http);
            await load.MoreAsync(Before);
            acknowledged = load.Acknowledged;
            Assert.Equal(0, await ScriptAsync("backup-ledger", lost, safe.File("aggregation.dump"), "Backed up"));
            await load.MoreAsync(After);
            await silo.KillAsync();
            await load.EndAsync();
        }

        Assert.Equal(1, await ScriptAsync("backup-ledger", lost, safe.File("aggregation.dump"), "not overwritten"));
        Assert.Equal(1, await ScriptAsync("restore-ledger", lost, safe.File("aggregation.dump"), "not empty"));
        await DropAsync(next, new NpgsqlConnectionStringBuilder(lost).Database!);
        Assert.Equal(0, await ScriptAsync("restore-ledger", next, safe.File("aggregation.dump"), "Restored"));
        await using var silent = await SiloProcess.StartAsync(next, ("Ledger__Provider", "postgres"), key);
        await SteadyLoad.AssertHasAsync(silent, acknowledged);
        await SteadyLoad.AssertProvedAsync(silent);
    }

    private static async Task<int> RunAsync(string ledger, string words, params string[] arguments)
    {
        var (code, output) = await SiloProcess.RunAsync(ledger, arguments);
        Assert.Contains(words, output, StringComparison.Ordinal);
        Assert.Single(output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        return code;
    }

    private static async Task DropAsync(string connectionString, string database)
    {
        await using var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
        await connection.OpenAsync();
#pragma warning disable CA2100 // The name is the fixture's own.
        await using var drop = new NpgsqlCommand($"DROP DATABASE {database} WITH (FORCE)", connection);
#pragma warning restore CA2100
        await drop.ExecuteNonQueryAsync();
    }

    private static async Task<int> ScriptAsync(string script, string connectionString, string file, string words)
    {
        var database = new NpgsqlConnectionStringBuilder(connectionString);
        var start = new ProcessStartInfo("/bin/sh", [Path.Combine(Repository.Deploy, "postgres", script), file])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["PATH"] = Path.GetDirectoryName(PostgresBinaries.PathOf("pg_dump")) + ":" + Environment.GetEnvironmentVariable("PATH"),
                ["PGHOST"] = database.Host,
                ["PGPORT"] = $"{database.Port}",
                ["PGDATABASE"] = database.Database,
                ["PGUSER"] = database.Username,
                ["PGPASSWORD"] = database.Password,
            },
        };
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        Assert.Contains(words, await output + await errors, StringComparison.Ordinal);
        return process.ExitCode;
    }
}
