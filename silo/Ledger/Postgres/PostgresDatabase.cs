using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Reports;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Aggregation.Ledger;

/// <summary>The database that holds everything the silo keeps, with a bounded pool of connections to it. Safe for concurrent use.</summary>
public sealed class PostgresDatabase : IDisposable
{
    private readonly NpgsqlDataSource source;
    private volatile bool closed;

    private PostgresDatabase(PostgresLedgerOptions options, NpgsqlDataSource source, LedgerSeal? seal, NameForms names, ILogger? logger)
    {
        Seal = seal;
        Records = seal is null ? null : new RecordSeals(seal.Key, logger ?? NullLogger.Instance);
        NameForms = names;
        Options = options;
        this.source = source;
    }

    /// <summary>Where it is.</summary>
    public PostgresLedgerOptions Options { get; }

    /// <summary>Where it is, for people.</summary>
    public string Place => Options.Place;

    /// <summary>What rows are sealed with; null for nothing.</summary>
    internal LedgerSeal? Seal { get; }

    /// <summary>What covers the records beside the reports; null for nothing.</summary>
    internal RecordSeals? Records { get; }

    /// <summary>By which form its names of models are compared.</summary>
    internal NameForms NameForms { get; }

    /// <summary>Connects, checks the server and brings the schema up to date.</summary>
    /// <param name="options">Where it is.</param>
    /// <param name="sets">The tables to see to, in this order.</param>
    /// <param name="time">Dates the seals.</param>
    /// <param name="logger">Where it is told of records that are refused.</param>
    /// <exception cref="LedgerStartException">It cannot be used; the message says why in one sentence.</exception>
    public static PostgresDatabase Open(PostgresLedgerOptions options, IEnumerable<PostgresSchemaSet> sets, TimeProvider time, ILogger? logger = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        var opened = NpgsqlDataSource.Create(options.ConnectionString);
        try
        {
            using var connection = opened.OpenConnection();
            PostgresRefusal.Check(connection, options);
            PostgresSchema.Migrate(connection, options, [.. sets]);
            return new PostgresDatabase(options, opened, PostgresSealing.Open(connection, options, time), PostgresNameForms.Read(connection), logger);
        }
        catch (Exception exception)
        {
            opened.Dispose();
            if (exception is NpgsqlException refused)
                throw PostgresRefusal.Of(options, refused);
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        closed = true;
        source.Dispose();
    }

    /// <summary>Lends a connection to whoever keeps one; disposing it gives it back.</summary>
    internal NpgsqlConnection Connect()
    {
        ThrowIfClosed();
        return source.OpenConnection();
    }

    /// <summary>Lends a connection; disposing it gives it back.</summary>
    internal ValueTask<NpgsqlConnection> ConnectAsync(CancellationToken cancellationToken)
    {
        ThrowIfClosed();
        return source.OpenConnectionAsync(cancellationToken);
    }

    /// <summary>Gives up the connections that lie idle: after the server went away they are dead, and each would fail once more.</summary>
    internal void ForgetIdle()
    {
        if (!closed)
            source.Clear();
    }

    /// <summary>Reads; again on another connection when the first one turns out to be dead.</summary>
    /// <exception cref="LedgerUnavailableException">The database cannot be read.</exception>
    internal async Task<T> ReadAsync<T>(Func<NpgsqlConnection, Task<T>> read, CancellationToken cancellationToken)
    {
        try
        {
            try
            {
                return await OnceAsync(read, cancellationToken);
            }
            catch (NpgsqlException exception) when (IsConnectionLost(exception))
            {
                ForgetIdle();
                return await OnceAsync(read, cancellationToken);
            }
        }
        catch (Exception exception) when (exception is NpgsqlException or TimeoutException or System.Text.Json.JsonException)
        {
            throw Unavailable.Of(Place, "be read", exception);
        }
    }

    /// <summary>Writes something that is no report, all of it or none. It is never tried again: nobody knows what became of it.</summary>
    /// <exception cref="LedgerUnavailableException">The database cannot be written, or nobody knows whether it was.</exception>
    internal async Task<T> WriteAsync<T>(Func<NpgsqlConnection, Task<T>> write, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await ConnectAsync(cancellationToken);
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            var result = await write(connection);
            // Cancellation never reaches a commit.
            await transaction.CommitAsync(CancellationToken.None);
            return result;
        }
        catch (Exception exception) when (exception is NpgsqlException or TimeoutException)
        {
            if (exception is NpgsqlException lost && IsConnectionLost(lost))
                ForgetIdle();
            throw Unavailable.Of(Place, "be written", exception);
        }
    }

    private static bool IsConnectionLost(NpgsqlException exception) =>
        exception is not PostgresException || exception.SqlState is PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown;

    private async Task<T> OnceAsync<T>(Func<NpgsqlConnection, Task<T>> read, CancellationToken cancellationToken)
    {
        await using var connection = await ConnectAsync(cancellationToken);
        return await read(connection);
    }

    private void ThrowIfClosed()
    {
        if (closed)
            throw new LedgerUnavailableException($"The ledger {Place} is closed.");
    }
}
