using System;
using System.Text;
using SQLitePCL;

namespace Aggregation.Ledger.Sqlite;

/// <summary>A statement prepared once and run many times. Parameters count from 1, columns from 0, as in SQLite.</summary>
internal sealed class SqliteStatement(SqliteSession session, sqlite3_stmt handle) : IDisposable
{
    private const int LongestOnStack = 256;

    public SqliteStatement Bind(int parameter, long value)
    {
        session.Check(raw.sqlite3_bind_int64(handle, parameter, value));
        return this;
    }

    public SqliteStatement Bind(int parameter, int? value) => value is { } number ? Bind(parameter, (long)number) : BindNull(parameter);

    public SqliteStatement Bind(int parameter, string? value)
    {
        if (value is null)
            return BindNull(parameter);
        if (value.Length * 3 > LongestOnStack)
            return BindUtf8(parameter, Encoding.UTF8.GetBytes(value));
        Span<byte> utf8 = stackalloc byte[LongestOnStack];
        return BindUtf8(parameter, utf8[..Encoding.UTF8.GetBytes(value, utf8)]);
    }

    public SqliteStatement BindUtf8(int parameter, ReadOnlySpan<byte> utf8)
    {
        // An empty span has no address, and SQLite takes no address for NULL.
        session.Check(utf8.IsEmpty
            ? raw.sqlite3_bind_text(handle, parameter, "")
            : raw.sqlite3_bind_text(handle, parameter, utf8));
        return this;
    }

    public SqliteStatement BindBlob(int parameter, ReadOnlySpan<byte> bytes)
    {
        session.Check(raw.sqlite3_bind_blob(handle, parameter, bytes));
        return this;
    }

    public SqliteStatement BindNull(int parameter)
    {
        session.Check(raw.sqlite3_bind_null(handle, parameter));
        return this;
    }

    /// <summary>Goes to the next row; false after the last one, and then the statement is ready to run again.</summary>
    public bool Step()
    {
        var result = raw.sqlite3_step(handle);
        if (result == raw.SQLITE_ROW)
            return true;
        // Whatever went wrong, sqlite3_reset repeats it; the failure is made before, while SQLite still knows its words.
        var failure = result == raw.SQLITE_DONE ? null : session.Failure(result);
        _ = raw.sqlite3_reset(handle);
        return failure is null ? false : throw failure;
    }

    /// <summary>Leaves the rows that are left, so that the statement is ready to run again.</summary>
    public void Reset() => _ = raw.sqlite3_reset(handle);

    /// <summary>Runs a statement that has no rows, or none that matter.</summary>
    public void Run()
    {
        if (Step())
            Reset();
    }

    public long Number(int column) => raw.sqlite3_column_int64(handle, column);

    public bool IsNull(int column) => raw.sqlite3_column_type(handle, column) == raw.SQLITE_NULL;

    public int? NumberOrNull(int column) => IsNull(column) ? null : (int)Number(column);

    /// <summary>A text's UTF-8 or a blob's bytes, until the next step.</summary>
    public ReadOnlySpan<byte> Bytes(int column) => raw.sqlite3_column_blob(handle, column);

    public byte[]? BytesOrNull(int column) => IsNull(column) ? null : Bytes(column).ToArray();

    public string Text(int column) => Encoding.UTF8.GetString(Bytes(column));

    public string? TextOrNull(int column) => IsNull(column) ? null : Text(column);

    public void Dispose() => handle.Dispose();
}
