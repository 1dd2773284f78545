using System;
using System.Globalization;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Testing.Processes;
using Npgsql;

namespace Aggregation.Testing.Postgres;

/// <summary>
/// A throw-away PostgreSQL on loopback or another address of this machine, in a folder of its own, with fsync on as in production. It
/// ends and its folder goes with this process, however this process ends.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private const string Role = "silo";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly Lazy<Task<PostgresServer>> OfAssembly = new(StartSharedAsync);
    private static int databases;

    private readonly ServerFolder folder;
    private readonly string address;
    private readonly int port = FreePort.Next();
    private ServerProcess? process;
    private bool isShared;

    private PostgresServer(ServerFolder folder, string address) => (this.folder, this.address) = (folder, address);

    /// <summary>Where its files are.</summary>
    public string Folder => folder.Path;

    /// <summary>The server that all tests of the assembly share; it starts when it is first asked for. No test stops it.</summary>
    public static Task<PostgresServer> SharedAsync() => OfAssembly.Value;

    /// <summary>A server of one's own, to be stopped or killed. Dispose it.</summary>
    /// <param name="address">The address of this machine that it listens on.</param>
    public static async Task<PostgresServer> StartNewAsync(string address = "127.0.0.1")
    {
        var server = new PostgresServer(await ServerFolder.MakeAsync(), address);
        await server.StartAsync();
        await server.RunAsync($"CREATE ROLE {Role} LOGIN PASSWORD '{server.folder.Password}'");
        return server;
    }

    /// <summary>Makes a standby of it, for which its commits wait from then on. Dispose that too.</summary>
    public async Task<PostgresServer> StartStandbyAsync()
    {
        var standby = new PostgresServer(await ServerFolder.CopyAsync(folder, address, port), address);
        await standby.StartAsync();
        await WaitForStandbyAsync();
        return standby;
    }

    /// <summary>
    /// Makes a standby of another server in the place of what it was, as after a fail-over; it must have been stopped or killed.
    /// </summary>
    public async Task FollowAsync(PostgresServer primary)
    {
        await folder.CopyAgainAsync(primary.folder, primary.address, primary.port);
        await StartAsync();
        await primary.WaitForStandbyAsync();
    }

    /// <summary>Makes a standby the primary.</summary>
    public Task PromoteAsync() => RunAsync("SELECT pg_promote()");

    /// <summary>Runs a statement as the server's administrator.</summary>
    /// <returns>The first value of its result.</returns>
    public async Task<object?> RunAsync(string sql)
    {
        await using var connection = await ConnectAsync("postgres", "postgres");
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements are the tests' own.
        command.CommandText = sql;
#pragma warning restore CA2100
        return await command.ExecuteScalarAsync();
    }

    /// <summary>A connection string for whichever of two servers is the primary.</summary>
    /// <param name="one">The connection string of this server's database.</param>
    /// <param name="other">The other server.</param>
    public string Either(string one, PostgresServer other) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{one};Host={address}:{port},{other.address}:{other.port};Target Session Attributes=primary");

    /// <summary>Makes an empty database that belongs to an ordinary role.</summary>
    /// <param name="options">What <c>CREATE DATABASE</c> is told besides.</param>
    /// <returns>The connection string of that role, as <c>ConnectionStrings:Ledger</c> takes it.</returns>
    public async Task<string> CreateDatabaseAsync(string options = "")
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"test_{Interlocked.Increment(ref databases)}");
        await RunAsync($"CREATE DATABASE {name} TEMPLATE template0 OWNER {Role} {options}");
        // Nobody stops the one that is shared: who cannot connect at once only has a busy machine to wait for.
        return ConnectionString(name, Role) + (isShared ? ";Timeout=30" : "");
    }

    /// <summary>
    /// Starts it again after <see cref="StopAsync"/> or <see cref="KillAsync"/>, on the same port, and waits until it takes connections.
    /// </summary>
    public async Task StartAsync()
    {
        process = ServerProcess.Start(folder, address, port);
        var deadline = DateTime.UtcNow + Patience;
        while (!await AnswersAsync())
        {
            if (process.HasExited || DateTime.UtcNow > deadline)
                throw new InvalidOperationException($"PostgreSQL did not start.\n{process.Log}");
            await Task.Delay(50);
        }
    }

    /// <summary>Stops it as an operator would: what is connected is cut off, what is committed is kept.</summary>
    public Task StopAsync() => process!.SignalAsync("INT");

    /// <summary>Ends all its processes at once, as a power cut would.</summary>
    public Task KillAsync() => process!.KillAllAsync();

    /// <summary>Has it neither answer nor refuse anything, as behind a broken network, until <see cref="ThawAsync"/>.</summary>
    public Task FreezeAsync() => process!.SignalAllAsync("STOP");

    /// <summary>Lets it go on after <see cref="FreezeAsync"/>.</summary>
    public Task ThawAsync() => process!.SignalAllAsync("CONT");

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await folder.DisposeAsync();
        process?.Dispose();
    }

    private async Task WaitForStandbyAsync()
    {
        await RunAsync("ALTER SYSTEM SET synchronous_standby_names = '*'");
        await RunAsync("SELECT pg_reload_conf()");
        while (await RunAsync("SELECT count(*) FROM pg_stat_replication WHERE sync_state = 'sync'") is 0L)
            await Task.Delay(20);
    }

    private async Task<bool> AnswersAsync()
    {
        try
        {
            await using var connection = await ConnectAsync("postgres", "postgres");
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    private static async Task<PostgresServer> StartSharedAsync()
    {
        var server = await StartNewAsync();
        server.isShared = true;
        return server;
    }

    private async Task<NpgsqlConnection> ConnectAsync(string database, string role)
    {
        var connection = new NpgsqlConnection(ConnectionString(database, role) + ";Pooling=false;Timeout=20");
        await connection.OpenAsync();
        return connection;
    }

    private string ConnectionString(string database, string role) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"Host={address};Port={port};Database={database};Username={role};Password={folder.Password}");
}
