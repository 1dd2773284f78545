using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using Microsoft.Data.Sqlite;

namespace Aggregation.Outboxes;

/// <summary>
/// The file of an outbox. Several processes may have it open; what one of them commits is on the disk before the call
/// returns. Safe for concurrent use.
/// </summary>
internal sealed class OutboxDatabase : IDisposable
{
    private const int CannotOpen = 14;
    private const int NotADatabase = 26;

    // How long one process waits for another one's transaction.
    private const int PatienceInSeconds = 60;

    private readonly Lock turn = new();
    private readonly SqliteConnection connection;

    private OutboxDatabase(string path, SqliteConnection connection)
    {
        Path = path;
        this.connection = connection;
    }

    public string Path { get; }

    /// <summary>Opens the file, and creates it, readable by its owner alone, when it is not there.</summary>
    /// <exception cref="OutboxException">It cannot be opened.</exception>
    public static OutboxDatabase Open(string path)
    {
        SqliteConnection? opened = null;
        try
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
            CreateForOwner(path);
            opened = new SqliteConnection(new SqliteConnectionStringBuilder
            {
                DataSource = path,
                Mode = SqliteOpenMode.ReadWrite,
                Pooling = false,
                DefaultTimeout = PatienceInSeconds
            }.ToString());
            opened.Open();
            var database = new OutboxDatabase(path, opened);
            if (database.Read("PRAGMA journal_mode = WAL", row => row.GetString(0)) is not ["wal"])
                throw new IOException("SQLite cannot keep a write-ahead log there; put it on a local disk.");
            database.Execute("PRAGMA synchronous = FULL; PRAGMA fullfsync = ON; PRAGMA foreign_keys = ON");
            OutboxSchema.Migrate(database);
            return database;
        }
        catch (Exception exception) when (exception is SqliteException or IOException or UnauthorizedAccessException
            or ArgumentException or NotSupportedException)
        {
            opened?.Dispose();
            throw new OutboxException(OutboxFault.CannotOpen, exception, path, exception.Message);
        }
        catch (OutboxException)
        {
            opened?.Dispose();
            throw;
        }
    }

    /// <summary>Runs a statement.</summary>
    /// <returns>How many rows it changed.</returns>
    public int Execute(string sql, params (string Name, object? Value)[] parameters) => Guard(() =>
    {
        using var command = Command(sql, parameters);
        return command.ExecuteNonQuery();
    });

    /// <summary>Reads rows; reading ends when whoever takes them has enough.</summary>
    /// <param name="sql">The query.</param>
    /// <param name="read">Makes something of a row.</param>
    /// <param name="parameters">Its parameters.</param>
    public List<T> Read<T>(string sql, Func<SqliteDataReader, T> read, params (string Name, object? Value)[] parameters) => Guard(() =>
    {
        using var command = Command(sql, parameters);
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(read(reader));
        return rows;
    });

    /// <summary>Shows rows one by one until enough has been seen.</summary>
    /// <param name="sql">The query.</param>
    /// <param name="show">Takes a row; false when it was the last one wanted.</param>
    public void Scan(string sql, Func<SqliteDataReader, bool> show) => Guard(() =>
    {
        using var command = Command(sql, []);
        using var reader = command.ExecuteReader();
        while (reader.Read() && show(reader))
        {
        }

        return true;
    });

    /// <summary>Runs some work in a transaction of its own, which no other process writes beside: all of it, or none.</summary>
    public T Transact<T>(Func<T> work)
    {
        lock (turn)
        {
            Execute("BEGIN IMMEDIATE");
            try
            {
                var result = work();
                Execute("COMMIT");
                return result;
            }
            catch
            {
                RollBack();
                throw;
            }
        }
    }

    /// <summary>The failure of a file that is none of ours, or newer than this program.</summary>
    public OutboxException Unknown(string why) => new(OutboxFault.CannotOpen, null, Path, why);

    public void Dispose() => connection.Dispose();

    private static void CreateForOwner(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.ReadWrite };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        if (!File.Exists(path))
            new FileStream(path, options).Dispose();
    }

    private SqliteCommand Command(string sql, (string Name, object? Value)[] parameters)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // Every text is a constant of this project.
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var (name, value) in parameters)
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        return command;
    }

    private T Guard<T>(Func<T> work)
    {
        lock (turn)
        {
            try
            {
                return work();
            }
            catch (SqliteException exception)
            {
                var fault = exception.SqliteErrorCode is CannotOpen or NotADatabase ? OutboxFault.CannotOpen : OutboxFault.Failed;
                throw new OutboxException(fault, exception, Path, exception.Message);
            }
        }
    }

    private void RollBack()
    {
        try
        {
            Execute("ROLLBACK");
        }
        catch (OutboxException)
        {
            // SQLite has rolled back by itself; why is already on its way.
        }
    }
}
