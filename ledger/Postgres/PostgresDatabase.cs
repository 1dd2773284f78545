using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Domain.Reports;
using Aggregation.Ledger.Seals;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Aggregation.Ledger.Postgres;

/// <summary>The database that holds everything the silo keeps, with a bounded pool of connections to it. Safe for concurrent use.</summary>
public sealed class PostgresDatabase : IDisposable
{
    private readonly NpgsqlDataSource source;
    private readonly PostgresEras eras;
    private volatile bool closed;

    private PostgresDatabase(PostgresLedgerOptions options)
    {
        Options = options;
        eras = new PostgresEras(Place, ForgetIdle);
        Commits = new PostgresCommits(this);
        var builder = new NpgsqlDataSourceBuilder(options.ConnectionString);
        builder.UsePhysicalConnectionInitializer(eras.Note, eras.NoteAsync);
        source = builder.Build();
    }

    /// <summary>Where it is.</summary>
    public PostgresLedgerOptions Options { get; }

    /// <summary>Where it is, for people.</summary>
    public string Place => Options.Place;

    /// <summary>What rows are sealed with; null for nothing.</summary>
    internal LedgerSeal? Seal { get; private set; }

    /// <summary>How what is written is committed.</summary>
    internal PostgresCommits Commits { get; }

    /// <summary>The era of whatever is read on a connection that is asked for from now on, as <see cref="ILedger.Era"/> says.</summary>
    internal int Era => eras.Current;

    /// <summary>What covers the records beside the reports; null for nothing.</summary>
    internal RecordSeals? Records { get; private set; }

    /// <summary>By which form its names of models are compared.</summary>
    internal NameForms NameForms { get; private set; } = null!;

    /// <summary>Connects, checks the server and brings the schema up to date.</summary>
    /// <param name="options">Where it is.</param>
    /// <param name="sets">The tables to see to, in this order.</param>
    /// <param name="time">Dates the seals.</param>
    /// <param name="logger">Where it is told of records that are refused.</param>
    /// <exception cref="LedgerStartException">It cannot be used; the message says why in one sentence.</exception>
    public static PostgresDatabase Open(
        PostgresLedgerOptions options,
        IEnumerable<PostgresSchemaSet> sets,
        TimeProvider time,
        ILogger? logger = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        var database = new PostgresDatabase(options);
        try
        {
            using var connection = database.Connect();
            PostgresRefusal.Check(connection, options);
            PostgresSchema.Migrate(connection, options, [.. sets]);
            database.Seal = PostgresSealing.Open(connection, options, time);
            database.Records = database.Seal is { } seal ? new RecordSeals(seal.Key, logger ?? NullLogger.Instance) : null;
            database.NameForms = PostgresNameForms.Read(connection);
            return database;
        }
        catch (Exception exception)
        {
            database.Dispose();
            if (exception is NpgsqlException refused)
                throw PostgresRefusal.Of(options, refused);
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        closed = true;
        Commits.Dispose();
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

    /// <summary>
    /// Gives up the connections that lie idle, and what Npgsql knows of which server is the primary: after a server went away they are
    /// dead, and each would fail once more.
    /// </summary>
    internal void ForgetIdle()
    {
        if (closed)
            return;
        (source as NpgsqlMultiHostDataSource)?.ClearDatabaseStates();
        source.Clear();
    }

    /// <summary>Draws from a failure what it says of the other connections.</summary>
    internal void Note(Exception failure)
    {
        // A server that only reads is a primary no more. Npgsql goes by the wall clock in what it remembers of that.
        if (failure is NpgsqlException lost && (IsConnectionLost(lost) || lost.SqlState == PostgresErrorCodes.ReadOnlySqlTransaction))
            ForgetIdle();
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
            throw PostgresUnavailable.Of(Place, "be read", exception);
        }
    }

    /// <summary>Writes something that is no report, all of it or none. It is never tried again: nobody knows what became of it.</summary>
    /// <exception cref="LedgerUnavailableException">The database cannot be written, or nobody knows whether it was.</exception>
    internal async Task<T> WriteAsync<T>(Func<NpgsqlConnection, Task<T>> write, CancellationToken cancellationToken)
    {
        try
        {
            Commits.ThrowIfUnsettled();
            var connection = await ConnectAsync(cancellationToken);
            T result;
            try
            {
                await connection.BeginTransactionAsync(cancellationToken);
                result = await write(connection);
            }
            catch
            {
                // Given back, it is rolled back.
                await connection.DisposeAsync();
                throw;
            }

            // Cancellation never reaches a commit.
            await Commits.CommitAsync(connection);
            return result;
        }
        catch (Exception exception) when (exception is NpgsqlException or TimeoutException)
        {
            Note(exception);
            throw PostgresUnavailable.Of(Place, "be written", exception);
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
