using System;
using System.Collections.Generic;
using SQLitePCL;

namespace Aggregation.Ledger.Sqlite;

/// <summary>
/// One connection to the file, used by one thread at a time. SQLite's own calls, prepared once and bound by index:
/// this is the path of every report, and ADO.NET's objects per row would cost more than the row.
/// </summary>
internal sealed class SqliteSession : IDisposable
{
    private readonly sqlite3 handle;
    private readonly Dictionary<string, SqliteStatement> statements = new(StringComparer.Ordinal);

    static SqliteSession() => Batteries_V2.Init();

    private SqliteSession(sqlite3 handle) => this.handle = handle;

    /// <summary>True between BEGIN and COMMIT or ROLLBACK, some of which SQLite does by itself.</summary>
    public bool InTransaction => raw.sqlite3_get_autocommit(handle) == 0;

    /// <summary>True when SQLite had to open the file for reading only.</summary>
    public bool IsReadOnly => raw.sqlite3_db_readonly(handle, "main") == 1;

    /// <summary>How many rows the last INSERT, UPDATE or DELETE changed.</summary>
    public int Changes => raw.sqlite3_changes(handle);

    /// <summary>Opens the file, and creates it when it is not there.</summary>
    /// <exception cref="SqliteFailureException">It cannot be opened.</exception>
    public static SqliteSession Open(string path, TimeSpan busyTimeout)
    {
        const int Flags = raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE | raw.SQLITE_OPEN_NOMUTEX;
        var result = raw.sqlite3_open_v2(path, out var handle, Flags, null);
        var session = new SqliteSession(handle);
        try
        {
            session.Check(result);
            session.Check(raw.sqlite3_extended_result_codes(handle, 1));
            session.Check(raw.sqlite3_busy_timeout(handle, (int)busyTimeout.TotalMilliseconds));
            return session;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    /// <summary>The statement of that text, prepared at its first use. It belongs to the session: do not dispose it.</summary>
    public SqliteStatement this[string sql]
    {
        get
        {
            if (statements.TryGetValue(sql, out var statement))
                return statement;
            Check(raw.sqlite3_prepare_v3(handle, sql, raw.SQLITE_PREPARE_PERSISTENT, out var prepared));
            return statements[sql] = new SqliteStatement(this, prepared);
        }
    }

    /// <summary>Runs statements that are needed once.</summary>
    public void Execute(string sql) => Check(raw.sqlite3_exec(handle, sql));

    /// <summary>The number in the first column of the first row; null when there is none.</summary>
    public long? ReadNumber(string sql)
    {
        var statement = this[sql];
        if (!statement.Step())
            return null;
        long? number = statement.IsNull(0) ? null : statement.Number(0);
        statement.Reset();
        return number;
    }

    /// <summary>The text in the first column of the first row; null when there is none.</summary>
    public string? ReadText(string sql)
    {
        var statement = this[sql];
        var text = statement.Step() ? statement.TextOrNull(0) : null;
        statement.Reset();
        return text;
    }

    /// <summary>
    /// Copies the whole database, as it stands when the copying begins, into another one; whoever writes meanwhile goes on.
    /// </summary>
    public void CopyTo(SqliteSession target)
    {
        ArgumentNullException.ThrowIfNull(target);
        var copying = raw.sqlite3_backup_init(target.handle, "main", handle, "main");
        if (copying is null or { IsInvalid: true })
            throw target.Failure(raw.sqlite3_errcode(target.handle));
        // All pages in one step are read from one snapshot.
        const int AllPages = -1;
        var result = raw.sqlite3_backup_step(copying, AllPages);
        var finished = raw.sqlite3_backup_finish(copying);
        target.Check(result == raw.SQLITE_DONE ? finished : result);
    }

    /// <summary>
    /// Undoes whatever the open transaction did, as far as the disk lets it; a session that fails is to be closed, which undoes it too.
    /// </summary>
    public void RollBack()
    {
        if (InTransaction)
            _ = raw.sqlite3_exec(handle, "ROLLBACK");
    }

    /// <summary>Runs some work in a transaction of its own: all of it, or none.</summary>
    public T Transact<T>(Func<SqliteSession, T> work)
    {
        this["BEGIN IMMEDIATE"].Run();
        try
        {
            var result = work(this);
            this["COMMIT"].Run();
            return result;
        }
        catch
        {
            RollBack();
            throw;
        }
    }

    /// <summary>Copies what it can from the WAL into the file without waiting for anybody.</summary>
    public void Checkpoint() => Check(raw.sqlite3_wal_checkpoint_v2(handle, "main", raw.SQLITE_CHECKPOINT_PASSIVE, out _, out _));

    /// <summary>How many pages this connection has written since the last time it was asked.</summary>
    public int TakePagesWritten()
    {
        const int CacheWrite = 9;
        return raw.sqlite3_db_status(handle, CacheWrite, out var current, out _, 1) == raw.SQLITE_OK ? current : 0;
    }

    /// <summary>Throws unless the result is SQLITE_OK.</summary>
    public void Check(int result)
    {
        if (result != raw.SQLITE_OK)
            throw Failure(result);
    }

    /// <summary>The exception for a result, in SQLite's words.</summary>
    public SqliteFailureException Failure(int result)
    {
        var extended = raw.sqlite3_extended_errcode(handle);
        var code = (extended & 0xFF) == (result & 0xFF) ? extended : result;
        return new SqliteFailureException(code, raw.sqlite3_errmsg(handle).utf8_to_string());
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var statement in statements.Values)
            statement.Dispose();
        statements.Clear();
        handle.Dispose();
    }
}
