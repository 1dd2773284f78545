using System;
using System.IO;

namespace Aggregation.Ledger.Sqlite;

/// <summary>
/// A copy of a ledger's file as it stood at one moment. The copy is checked and durable before it bears its name, and nothing is ever
/// overwritten: what is half done has another name, and the next attempt begins anew.
/// </summary>
internal static class SqliteCopy
{
    private static readonly TimeSpan BusyTimeout = TimeSpan.FromSeconds(30);

    /// <summary>Copies a file that another process may be writing, without keeping it from that.</summary>
    /// <param name="from">A ledger; whatever its WAL holds is copied too.</param>
    /// <param name="to">A file that is not there.</param>
    /// <returns>What the copy holds.</returns>
    /// <exception cref="LedgerStartException">It cannot be done; the message says why in one sentence.</exception>
    public static SqliteCopied Make(string from, string to)
    {
        if (!File.Exists(from))
            throw new LedgerStartException($"There is no ledger at {from}; name the file of one.");
        if (File.Exists(to) || Directory.Exists(to))
            throw new LedgerStartException($"{to} exists already and is not overwritten; name a file that does not exist.");
        if (!Directory.Exists(Path.GetDirectoryName(to)))
            throw new LedgerStartException(
                $"The directory {Path.GetDirectoryName(to)} does not exist; create it, or name a file elsewhere.");
        var partial = to + ".partial";
        try
        {
            // As much as a ledger is nobody's business: it holds the hashes of keys.
            File.Delete(partial);
            OwnersFile.Open(partial, FileMode.CreateNew, FileAccess.Write, FileShare.None).Dispose();
            using (var source = SqliteSession.Open(from, BusyTimeout))
            using (var target = SqliteSession.Open(partial, BusyTimeout))
            {
                SqliteSchema.CheckOwn(source, from);
                source.CopyTo(target);
                // The copy is one file, and may be read where nothing can be written beside it.
                target.ReadText("PRAGMA journal_mode = DELETE");
            }

            var copied = Check(partial);
            File.Move(partial, to, overwrite: false);
            return copied;
        }
        catch (SqliteFailureException failure)
        {
            throw new LedgerStartException(
                $"The ledger {from} cannot be copied to {to}: {failure.Reason} ({failure.Message}); both must be readable files of a "
                    + "disk that works and has room.",
                failure);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new LedgerStartException(
                $"The ledger {from} cannot be copied to {to}: {exception.Message.TrimEnd('.')}; the directory must be writable and have "
                    + "room.",
                exception);
        }
        finally
        {
            File.Delete(partial);
        }
    }

    private static SqliteCopied Check(string path)
    {
        using var session = SqliteSession.Open(path, BusyTimeout);
        if (session.ReadText("PRAGMA integrity_check(1)") is var verdict && verdict != "ok")
            throw new LedgerStartException(
                $"The copy {path} is damaged ({verdict?.ReplaceLineEndings(" ")}), and so may be what it was made from; take an older "
                    + "backup, or look for a fault of the disk.");
        return new SqliteCopied(session.ReadNumber("SELECT count(*) FROM report") ?? 0, new FileInfo(path).Length);
    }
}
