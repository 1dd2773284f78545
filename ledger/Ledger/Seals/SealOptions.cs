using System;
using System.Collections.Immutable;
using System.IO;

namespace Aggregation.Ledger.Seals;

/// <summary>What the rows of a ledger are sealed with (<c>Ledger:SealKey</c>, <c>Ledger:SealKeyPath</c>).</summary>
/// <param name="Keys">The key that seals, and after it those that sealed before; empty where none is set.</param>
/// <param name="MadeAt">The file for a key that is made where none is set; null to leave rows unsealed then.</param>
public sealed record SealOptions(ImmutableArray<SealKey> Keys, string? MadeAt)
{
    /// <summary>True to begin a new epoch although heads of the ledger are signed (<c>Ledger:NewEpoch</c>).</summary>
    public bool NewEpoch { get; init; }

    /// <summary>True to take keys, editions, marks and acts as genuine as they stand (<c>Ledger:AdoptRecords</c>).</summary>
    public bool AdoptRecords { get; init; }

    /// <summary>Rows stay unsealed.</summary>
    public static SealOptions None { get; } = new([], null);

    /// <summary>Reads the settings.</summary>
    /// <param name="setting"><c>Ledger:SealKey</c>; null when it is not set.</param>
    /// <param name="path"><c>Ledger:SealKeyPath</c>; null when it is not set.</param>
    /// <param name="besideLedger">The file that is made and read where neither is set; null where none is.</param>
    /// <exception cref="LedgerStartException">Both are set, the file cannot be read, or what they hold is no key.</exception>
    public static SealOptions Read(string? setting, string? path, string? besideLedger)
    {
        if (setting is not null && path is not null)
            throw new LedgerStartException($"Ledger__SealKey and Ledger__SealKeyPath ('{path}') are both set; set one of them.");
        if (setting is not null)
            return new SealOptions(SealKey.ReadAll("Ledger__SealKey", setting), null);
        if (path is not null)
            return new SealOptions(SealKey.ReadAll($"The file '{path}' of Ledger__SealKeyPath", ReadFile(path)), null);
        return besideLedger is not null && File.Exists(besideLedger)
            ? new SealOptions(SealKey.ReadAll($"The file '{besideLedger}'", ReadFile(besideLedger)), besideLedger)
            : new SealOptions([], besideLedger);
    }

    private static string ReadFile(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new LedgerStartException(
                $"The seal key cannot be read from '{path}' ({exception.Message.TrimEnd('.')}); name a file that the silo may read with "
                    + "Ledger__SealKeyPath.",
                exception);
        }
    }
}
