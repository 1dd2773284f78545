using System;
using System.Linq;
using Aggregation.Ledger.Audit;
using Aggregation.Ledger.Seals;
using Microsoft.Extensions.Logging.Abstractions;

namespace Aggregation.Ledger.Sqlite;

/// <summary>
/// Records in a file that it was copied, or made from a copy, by a program that is no silo; one may have the file open meanwhile.
/// </summary>
internal static class SqliteCopyAct
{
    /// <summary>Records it.</summary>
    /// <returns>False where it cannot be: the file has another version's schema, or is sealed with a key that is not set.</returns>
    /// <exception cref="LedgerStartException">The file cannot be written.</exception>
    public static bool Record(SqliteLedgerOptions options, string act, string other, TimeProvider time)
    {
        try
        {
            using var session = SqliteSession.Open(options.Path, options.BusyTimeout);
            session.Execute("PRAGMA synchronous = FULL");
            return session.Transact(transaction =>
            {
                if (SqliteSchema.ReadStored(transaction) != SqliteSchema.Known)
                    return false;
                var epochs = SqliteSealing.Read(transaction);
                var key = epochs.IsEmpty ? null : options.Seal.Keys.FirstOrDefault(known => known.Fingerprint == epochs[^1].Fingerprint);
                if (!epochs.IsEmpty && key is null)
                    return false;
                SqliteActStore.Insert(transaction, key is null ? null : new RecordSeals(key, NullLogger.Instance), Act(act, other, time));
                return true;
            });
        }
        catch (SqliteFailureException failure)
        {
            throw SqliteFile.CannotOpen(options.Path, failure);
        }
    }

    private static AdministrativeAct Act(string act, string other, TimeProvider time)
    {
        var made = new AdministrativeAct { At = time.GetUtcNow(), Act = act, Edition = "", Unit = "" };
        return made with { Details = made.Details.Add("file", other) };
    }
}
