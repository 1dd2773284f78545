using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace Aggregation.Ledger.Sqlite;

/// <summary>Looks at the file and its disk.</summary>
/// <param name="database">The file.</param>
/// <param name="readers">Its readers.</param>
/// <param name="writer">Its writer.</param>
/// <param name="time">The clock that measures.</param>
internal sealed class SqliteProbe(SqliteDatabase database, SqliteReaders readers, SqliteWriter writer, TimeProvider time) : ILedgerProbe
{
    /// <inheritdoc/>
    public async Task<LedgerProbe> ReadAsync(CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var stored = await readers.ReadAsync(SqliteSchema.ReadStored, cancellationToken);
        var took = time.GetElapsedTime(started);
        var disk = new DriveInfo(Path.GetDirectoryName(database.Path)!);
        return new LedgerProbe(
            took,
            null,
            SizeOf(database.Path) + SizeOf(database.Path + "-wal"),
            disk.AvailableFreeSpace,
            disk.TotalSize,
            [new SchemaState("sqlite", stored, SqliteSchema.Known)]);
    }

    /// <inheritdoc/>
    public async Task<TimeSpan> CommitAsync(CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        await writer.WriteAsync(Touch, cancellationToken);
        return time.GetElapsedTime(started);
    }

    // A number in the file's header that SQLite leaves to its users: nobody reads it, and changing it takes a commit like any other.
    private static bool Touch(SqliteSession session)
    {
        var next = session.ReadNumber("PRAGMA user_version") is 0 ? 1 : 0;
        session.Execute($"PRAGMA user_version = {next}");
        return true;
    }

    private static long SizeOf(string path) => new FileInfo(path) is { Exists: true } file ? file.Length : 0;
}
