using System;
using System.Globalization;
using System.IO;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Aggregation.Ledger.Sqlite;

/// <summary>
/// One process a file. The lock is the operating system's, on <c>FILE.lock</c>, and ends with the process however that ends:
/// that the lock file exists means nothing. It holds the process id of the holder, for the sentence that refuses the next one.
/// A second one is on the database itself, which other paths may lead to: links, and folders that are mounted twice.
/// </summary>
internal sealed class DatabaseLock : IDisposable
{
    private readonly FileStream stream;
    private readonly FileStream? database;

    private DatabaseLock(FileStream stream, FileStream? database)
    {
        this.stream = stream;
        this.database = database;
    }

    /// <summary>Takes the lock of a database file.</summary>
    /// <exception cref="LedgerStartException">Another process holds it, or the lock file cannot be written.</exception>
    public static DatabaseLock Take(string databasePath)
    {
        var path = databasePath + ".lock";
        FileStream? opened = null;
        try
        {
            // On Unix only FileShare.None is an exclusive lock; on Windows FileShare.Read lets the next one read the holder's id.
            opened = OwnersFile.Open(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, OperatingSystem.IsWindows()
                ? FileShare.Read
                : FileShare.None, bufferSize: 0);
            opened.SetLength(0);
            opened.Write(Encoding.ASCII.GetBytes(Environment.ProcessId.ToString(CultureInfo.InvariantCulture) + "\n"));
            return new DatabaseLock(opened, TakeItself(databasePath));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            opened?.Dispose();
            throw IsHeld(exception)
                ? new LedgerStartException(
                    $"The ledger {databasePath} is in use by {Holder(path)}; stop that one first, or give this silo a ledger of its own "
                        + "with ConnectionStrings__Ledger.",
                    exception)
                : new LedgerStartException(
                    $"The lock file {path} cannot be written ({exception.Message.TrimEnd('.')}); the silo needs a disk with room and the "
                        + "right to write in that directory.",
                    exception);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // The file stays: removing it would race with the next holder, who may have opened it already.
        try
        {
            stream.SetLength(0);
        }
        catch (IOException)
        {
            // The process id stays in it, which misleads nobody: it is shown only while somebody holds the lock.
        }

        database?.Dispose();
        stream.Dispose();
    }

    // SQLite's own locks are of another sort and do not meet this one; on Windows they would, and there the file's name is enough.
    private static FileStream? TakeItself(string databasePath) =>
        OperatingSystem.IsWindows()
            ? null
            : OwnersFile.Open(databasePath, FileMode.OpenOrCreate, FileAccess.Read, FileShare.None, bufferSize: 0);

    private static bool IsHeld(Exception exception)
    {
        const int WindowsSharingViolation = unchecked((int)0x80070020);
        const int LinuxWouldBlock = 11;
        const int MacWouldBlock = 35;
        return exception is IOException && exception.HResult is WindowsSharingViolation or LinuxWouldBlock or MacWouldBlock;
    }

    private static string Holder(string path)
    {
        try
        {
            using var handle = OperatingSystem.IsWindows()
                ? File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite)
                : OpenWithoutLocking(Encoding.UTF8.GetBytes(path + "\0"), flags: 0);
            Span<byte> text = stackalloc byte[16];
            var id = Encoding.ASCII.GetString(text[..RandomAccess.Read(handle, text, 0)]).Trim();
            return id.Length > 0 ? $"process {id}" : "another process";
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return "another process";
        }
    }

    // .NET puts a lock on whatever it opens, which fails on a file that is locked exclusively, even for reading.
    [DllImport("libc", EntryPoint = "open")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern SafeFileHandle OpenWithoutLocking(byte[] path, int flags);
}
