using System;
using System.Globalization;
using System.IO;
using System.Threading.Tasks;
using Aggregation.Testing;
using Aggregation.Testing.Postgres;
using Aggregation.Testing.Processes;

namespace Aggregation.Tests.Deploy.Fixtures;

/// <summary>A throw-away PostgreSQL, set up by the script that compose gives it.</summary>
internal sealed class TrialDatabase : IAsyncDisposable
{
    private readonly ServerFolder folder;
    private readonly ServerProcess process;

    private TrialDatabase(ServerFolder folder)
    {
        this.folder = folder;
        process = ServerProcess.Start(folder, "127.0.0.1", Port);
    }

    /// <summary>Its port on loopback.</summary>
    public int Port { get; } = FreePort.Next();

    /// <summary>Starts it and runs the script.</summary>
    /// <param name="secrets">The folder with the silos' password.</param>
    public static async Task<TrialDatabase> StartAsync(string secrets)
    {
        var database = new TrialDatabase(await ServerFolder.MakeAsync());
        // Debian keeps some of PostgreSQL's programs out of the PATH.
        var path = $"{Path.GetDirectoryName(PostgresBinaries.PathOf("initdb"))}:{Environment.GetEnvironmentVariable("PATH")}";
        var port = database.Port.ToString(CultureInfo.InvariantCulture);
        await Eventually.TrueAsync(() =>
            Shell.SucceedsAsync(["env", $"PATH={path}", "pg_isready", "--quiet", "--host=127.0.0.1", "--port", port]));
        var script = Repository.Read("postgres/create-ledger.sh").Replace("/run/secrets", secrets, StringComparison.Ordinal);
        await Shell.RunAsync(
            "/",
            script,
            ("PATH", path),
            ("PGHOST", "127.0.0.1"),
            ("PGPORT", port),
            ("PGPASSWORD", database.folder.Password),
            ("POSTGRES_USER", "postgres"));
        return database;
    }

    public async ValueTask DisposeAsync()
    {
        await folder.DisposeAsync();
        process.Dispose();
    }
}
