using System;
using System.Data.Common;
using System.Globalization;
using System.Linq;
using Npgsql;

namespace Aggregation.Ledger.Postgres;

/// <summary>Where the PostgreSQL ledger is and how it is reached.</summary>
public sealed record PostgresLedgerOptions : LedgerOptions
{
    /// <summary>
    /// The fewest connections that a silo can do with: the writer's, two readers', the listener's, and some for everything else.
    /// </summary>
    public const int FewestConnections = 6;

    private const string Right = "Host=db.example;Database=aggregation;Username=silo;Password=…";

    private static readonly NpgsqlConnectionStringBuilder Defaults = [];
    private static readonly string[] Secrets = ["Password", "PWD", "PSW", "SSL Password", "SSLPassword", "Passfile"];

    /// <summary>Server, port and database, for people.</summary>
    public override string Place => $"PostgreSQL, {Where}";

    /// <summary>The most rows that commit together; whatever waits beyond them goes with the next commit.</summary>
    public int GroupRows { get; init; } = 4096;

    /// <summary>How long an append waits for others that hold the ledger still (a verification) before it fails.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>What Npgsql takes, with the password.</summary>
    internal string ConnectionString { get; private init; } = "";

    /// <summary>The role that the silo is, for sentences.</summary>
    internal string Role { get; private init; } = "";

    /// <summary>The database's name.</summary>
    internal string Database { get; private init; } = "";

    private string Where { get; init; } = "";

    /// <summary>Reads <c>ConnectionStrings:Ledger</c>: a connection string of Npgsql.</summary>
    /// <exception cref="LedgerStartException">It is none, or names no server and database.</exception>
    public static PostgresLedgerOptions Parse(string? connectionString)
    {
        if (string.IsNullOrWhiteSpace(connectionString))
            throw new LedgerStartException(
                "ConnectionStrings__Ledger is empty; with Ledger__Provider 'postgres' it must name the server and the database, such as "
                    + $"'{Right}'.");
        var given = Read(connectionString);
        if (string.IsNullOrWhiteSpace(given.Host) || string.IsNullOrWhiteSpace(given.Database))
            throw new LedgerStartException(
                $"ConnectionStrings__Ledger is '{WithoutSecrets(connectionString)}', which names no "
                    + $"{(string.IsNullOrWhiteSpace(given.Host) ? "server" : "database")}; it must, such as '{Right}'.");
        if (!given.Pooling || given.MaxPoolSize < FewestConnections)
            throw new LedgerStartException(string.Create(
                CultureInfo.InvariantCulture,
                $"ConnectionStrings__Ledger is '{WithoutSecrets(connectionString)}', which leaves the silo too few connections; leave "
                    + $"Pooling on and give it a 'Maximum Pool Size' of at least {FewestConnections}."));

        var host = given.Host.Contains(',', StringComparison.Ordinal)
            || given.Host.Contains(':', StringComparison.Ordinal)
            || given.Host.StartsWith('/')
            ? given.Host
            : string.Create(CultureInfo.InvariantCulture, $"{given.Host}:{given.Port}");
        return new PostgresLedgerOptions
        {
            ConnectionString = Complete(given).ConnectionString,
            Role = given.Username ?? "",
            Database = given.Database,
            Where = $"{host}/{given.Database}",
        };
    }

    // What the operator set stays; what was left to Npgsql becomes what notices a dead server within seconds.
    private static NpgsqlConnectionStringBuilder Complete(NpgsqlConnectionStringBuilder given)
    {
        given.ApplicationName ??= "aggregation";
        given.Timeout = given.Timeout == Defaults.Timeout ? 3 : given.Timeout;
        given.CommandTimeout = given.CommandTimeout == Defaults.CommandTimeout ? 10 : given.CommandTimeout;
        // Each kind of greeting that a server leaves unanswered costs the time of a connection once more.
        given.GssEncryptionMode = given.GssEncryptionMode == Defaults.GssEncryptionMode
            ? GssEncryptionMode.Disable
            : given.GssEncryptionMode;
        given.CancellationTimeout = given.CancellationTimeout == Defaults.CancellationTimeout ? -1 : given.CancellationTimeout;
        given.MaxPoolSize = given.MaxPoolSize == Defaults.MaxPoolSize ? 12 : given.MaxPoolSize;
        // By the kernel, not by Npgsql's own look at each idle connection: that one keeps a thread of the pool waiting for each, and a silo
        // without its database would be too slow to notice it.
        given.TcpKeepAlive = true;
        given.TcpKeepAliveTime = given.TcpKeepAliveTime == Defaults.TcpKeepAliveTime ? 5 : given.TcpKeepAliveTime;
        // After a fail-over the standby's new part is noticed as soon.
        given.HostRecheckSeconds = given.HostRecheckSeconds == Defaults.HostRecheckSeconds ? 1 : given.HostRecheckSeconds;
        given.TcpKeepAliveInterval = given.TcpKeepAliveInterval == Defaults.TcpKeepAliveInterval ? 1 : given.TcpKeepAliveInterval;
        // Acknowledged means durable, whatever the database's own default is. A transaction that its client abandoned must not hold the
        // others.
        given.Options = $"{given.Options} -c synchronous_commit=on -c idle_in_transaction_session_timeout=10s".Trim();
        return given;
    }

    private static NpgsqlConnectionStringBuilder Read(string connectionString)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(connectionString);
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or OverflowException)
        {
            throw new LedgerStartException(
                $"ConnectionStrings__Ledger is '{WithoutSecrets(connectionString)}', which is not a connection string of PostgreSQL; it "
                    + $"must be one, such as '{Right}'.",
                exception);
        }
    }

    // What cannot be told apart may hold the password anywhere, so nothing of it is shown.
    private static string WithoutSecrets(string connectionString)
    {
        try
        {
            var parts = new DbConnectionStringBuilder { ConnectionString = connectionString };
            foreach (var secret in Secrets.Where(parts.ContainsKey).ToArray())
                parts.Remove(secret);
            return parts.ConnectionString;
        }
        catch (ArgumentException)
        {
            return "…";
        }
    }
}
