using System;
using System.IO;

namespace Aggregation.Ledger.Sqlite;

/// <summary>What can be wrong with a ledger's file at start, each as one sentence.</summary>
internal static class SqliteFile
{
    private const UnixFileMode AnyWrite = UnixFileMode.UserWrite | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;

    /// <summary>
    /// What can be told without SQLite. Never called while the file is open: on Unix, closing any handle of a file ends the locks that
    /// SQLite has on it.
    /// </summary>
    /// <exception cref="LedgerStartException">The file cannot be a ledger.</exception>
    public static void CheckBeforeOpening(string path)
    {
        var directory = Path.GetDirectoryName(path);
        if (directory is null || Directory.Exists(path))
            throw new LedgerStartException($"The ledger {path} is a directory; name a file with ConnectionStrings__Ledger.");
        if (!Directory.Exists(directory))
            throw new LedgerStartException(
                $"The directory {directory} of the ledger {path} does not exist; create it, owned by the user that the silo runs as, or "
                    + "name another file with ConnectionStrings__Ledger.");
        if (IsMarkedReadOnly(directory))
            throw new LedgerStartException(
                $"The directory {directory} of the ledger {path} is read-only; the silo must be able to write in it, because SQLite "
                    + "keeps files beside the ledger.");
        if (File.Exists(path) && IsMarkedReadOnly(path))
            throw ReadOnly(path);
    }

    /// <summary>Creates the file where it is not there, so that nobody else may read it or what SQLite keeps beside it.</summary>
    /// <exception cref="LedgerStartException">It cannot be created.</exception>
    public static void Create(string path)
    {
        if (File.Exists(path))
            return;
        try
        {
            OwnersFile.Open(path, FileMode.CreateNew, FileAccess.Write, FileShare.ReadWrite).Dispose();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new LedgerStartException(
                $"The ledger {path} cannot be created ({exception.Message.TrimEnd('.')}); the silo needs a disk with room and the right "
                    + "to write in that directory.",
                exception);
        }
    }

    /// <summary>The file is read-only.</summary>
    public static LedgerStartException ReadOnly(string path) =>
        new($"The ledger {path} is read-only; the user that the silo runs as must be able to write it.");

    /// <summary>SQLite cannot open the file.</summary>
    public static LedgerStartException CannotOpen(string path, SqliteFailureException failure)
    {
        const string Backup = "restore it from a backup, or name another file with ConnectionStrings__Ledger";
        var right = failure.PrimaryCode switch
        {
            SQLitePCL.raw.SQLITE_FULL or SQLitePCL.raw.SQLITE_IOERR => "the silo needs a disk that works and has room",
            SQLitePCL.raw.SQLITE_CORRUPT => Backup,
            SQLitePCL.raw.SQLITE_NOTADB => "name a ledger, or a file that does not exist yet, with ConnectionStrings__Ledger",
            SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED => "close that program first",
            SQLitePCL.raw.SQLITE_READONLY or SQLitePCL.raw.SQLITE_CANTOPEN or SQLitePCL.raw.SQLITE_PERM or SQLitePCL.raw.SQLITE_AUTH =>
                "the user that the silo runs as must be able to read and write the file and its directory",
            _ => Backup,
        };
        return new LedgerStartException($"The ledger {path} cannot be opened: {failure.Reason} ({failure.Message}); {right}.", failure);
    }

    // Root may write whatever the mode says, but a file that nobody may write was made so on purpose.
    private static bool IsMarkedReadOnly(string path) => OperatingSystem.IsWindows()
        ? File.Exists(path) && File.GetAttributes(path).HasFlag(FileAttributes.ReadOnly)
        : (File.GetUnixFileMode(path) & AnyWrite) == UnixFileMode.None;
}
