using System;
using Npgsql;

namespace Aggregation.Ledger.Postgres;

/// <summary>What can be wrong with a ledger's database at start, each as one sentence.</summary>
internal static class PostgresRefusal
{
    private const string Setting = "ConnectionStrings__Ledger";

    /// <summary>The server cannot be reached, or lets the silo not do what it must.</summary>
    public static LedgerStartException Of(PostgresLedgerOptions options, NpgsqlException exception)
    {
        var reason = exception is PostgresException { MessageText: var text } ? text : (exception.InnerException ?? exception).Message;
        return new LedgerStartException(
            $"The ledger {options.Place} cannot be opened: {reason.TrimEnd('.')}; "
                + $"{RightOf(options, (exception as PostgresException)?.SqlState)}.",
            exception);
    }

    /// <summary>Checks what a silo relies on.</summary>
    /// <exception cref="LedgerStartException">The server or the database is not fit for a ledger.</exception>
    public static void Check(NpgsqlConnection connection, PostgresLedgerOptions options)
    {
        // The earliest version that the tests run on.
        const int Earliest = 15;
        if (connection.PostgreSqlVersion.Major < Earliest)
            throw new LedgerStartException(
                $"The ledger {options.Place} is on PostgreSQL {connection.PostgreSqlVersion}; the silo needs version {Earliest} or a "
                    + "later one.");
        if (Show(connection, "server_encoding") is var encoding && !string.Equals(encoding, "UTF8", StringComparison.Ordinal))
            throw new LedgerStartException(
                $"The ledger {options.Place} has the encoding {encoding}, which cannot hold Vietnamese; name a database made with "
                    + $"ENCODING 'UTF8' with {Setting}.");
        if (Show(connection, "transaction_read_only") is "on")
            throw new LedgerStartException(
                $"The ledger {options.Place} can only be read, as a standby can; name the primary server with {Setting}.");
        if (Show(connection, "fsync") is "off")
            throw new LedgerStartException(
                $"The ledger {options.Place} is on a server with fsync off, where a power cut loses reports that were acknowledged; set "
                    + "fsync = on.");
    }

    /// <summary>A setting of the session.</summary>
    public static string Show(NpgsqlConnection connection, string setting)
    {
        using var command = new NpgsqlCommand("SELECT current_setting($1)", connection) { Parameters = { new() { Value = setting } } };
        return (string)command.ExecuteScalar()!;
    }

    private static string RightOf(PostgresLedgerOptions options, string? state) => state switch
    {
        PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification =>
            $"set Username and Password in {Setting} to a role that may log in (the role is '{options.Role}')",
        PostgresErrorCodes.InvalidCatalogName =>
            $"create it first, such as with 'createdb --owner {options.Role} {options.Database}'",
        PostgresErrorCodes.InsufficientPrivilege =>
            $"make the role '{options.Role}' the owner of the database",
        PostgresErrorCodes.DuplicateTable or PostgresErrorCodes.DuplicateObject or PostgresErrorCodes.DuplicateFunction =>
            $"another program has tables there, so name an empty database with {Setting}",
        PostgresErrorCodes.TooManyConnections =>
            "raise the server's max_connections",
        PostgresErrorCodes.CannotConnectNow =>
            "start the silo again when the server is up",
        _ => $"the server must run and be reachable from here, and {Setting} must name it",
    };
}
