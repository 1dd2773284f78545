using System;
using SQLitePCL;

namespace Aggregation.Ledger.Sqlite;

/// <summary>SQLite refused a call. Stays within this folder: callers are told by the exceptions of the contract.</summary>
internal sealed class SqliteFailureException(int code, string message) : Exception($"{message} (SQLite code {code})")
{
    /// <summary>SQLite's extended result code.</summary>
    public int Code { get; } = code;

    /// <summary>The result code without its extension.</summary>
    public int PrimaryCode => Code & 0xFF;

    /// <summary>What is the matter, as the middle of a sentence.</summary>
    public string Reason => PrimaryCode switch
    {
        raw.SQLITE_FULL => "the disk is full",
        raw.SQLITE_READONLY => "the file is read-only",
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => "another program holds the file locked",
        raw.SQLITE_CORRUPT => "the file is damaged",
        raw.SQLITE_NOTADB => "the file is not a SQLite database",
        raw.SQLITE_CANTOPEN => "the file, or the -wal and -shm files beside it, cannot be opened",
        raw.SQLITE_PERM or raw.SQLITE_AUTH => "access to the file is denied",
        raw.SQLITE_IOERR => "the disk reports an input/output error, or is full",
        _ => "SQLite refuses",
    };
}
