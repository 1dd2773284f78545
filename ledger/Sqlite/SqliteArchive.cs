using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;

namespace Aggregation.Ledger.Sqlite;

/// <summary>
/// Sets a ledger aside whole, so that the next start begins an empty one: the file, and with it the keys and the signed heads, which belong
/// to that ledger and no other. All of it, or nothing.
/// </summary>
internal static class SqliteArchive
{
    private static readonly TimeSpan BusyTimeout = TimeSpan.FromSeconds(30);

    /// <summary>Moves a ledger that no silo has open.</summary>
    /// <param name="ledger">Where it is.</param>
    /// <param name="adminKeyPath">The file of its admin key; it need not be there.</param>
    /// <param name="folder">Where to; it must not be there yet. Null for one beside the ledger, named after it and the instant.</param>
    /// <param name="time">The clock of that name.</param>
    /// <returns>The folder, and the names of what is in it now.</returns>
    /// <exception cref="LedgerStartException">It cannot be done, and nothing has been moved; the message says why in one
    /// sentence.</exception>
    public static (string Folder, IReadOnlyList<string> Files) Make(
        SqliteLedgerOptions ledger,
        string adminKeyPath,
        string? folder,
        TimeProvider time)
    {
        if (!File.Exists(ledger.Path))
            throw new LedgerStartException($"There is no ledger at {ledger.Path}; name one with ConnectionStrings__Ledger.");
        var now = time.GetUtcNow().ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);
        var to = folder ?? $"{Path.ChangeExtension(ledger.Path, null)}-archived-{now}";
        if (Directory.Exists(to) || File.Exists(to))
            throw new LedgerStartException($"{to} exists already; name a folder that does not.");
        using var held = DatabaseLock.Take(ledger.Path);
        try
        {
            EmptyLog(ledger.Path);
            // The ledger itself last: until then a start finds all of it.
            string?[] beside = [ledger.Heads.Path, ledger.Seal.MadeAt, adminKeyPath, ledger.Path];
            return (to, Move([.. beside.OfType<string>().Where(File.Exists).Distinct(StringComparer.Ordinal)], to));
        }
        catch (SqliteFailureException failure)
        {
            throw SqliteFile.CannotOpen(ledger.Path, failure);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new LedgerStartException(
                $"The ledger {ledger.Path} cannot be set aside in {to}: {exception.Message.TrimEnd('.')}; the folder must be writable "
                    + "and on a disk with room.",
                exception);
        }
    }

    // The last session to close empties the log into the file and removes it.
    private static void EmptyLog(string path)
    {
        using var session = SqliteSession.Open(path, BusyTimeout);
        SqliteSchema.CheckOwn(session, path);
        session.ReadText("PRAGMA wal_checkpoint(TRUNCATE)");
    }

    private static string[] Move(string[] files, string to)
    {
        Directory.CreateDirectory(to);
        var moved = new List<(string From, string To)>();
        try
        {
            foreach (var file in files)
            {
                var target = Path.Combine(to, Path.GetFileName(file));
                File.Move(file, target, overwrite: false);
                moved.Add((file, target));
            }
        }
        catch
        {
            foreach (var (from, target) in moved)
                File.Move(target, from, overwrite: false);
            Directory.Delete(to);
            throw;
        }

        return [.. moved.Select(file => Path.GetFileName(file.To))];
    }
}
