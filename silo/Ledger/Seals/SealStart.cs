using System;
using System.Collections.Immutable;
using System.IO;
using Aggregation.Security;

namespace Aggregation.Ledger;

/// <summary>Whether a ledger goes on with the key it was sealed with, goes over to another one, begins to be sealed, or is refused.</summary>
internal static class SealStart
{
    /// <summary>Decides, and makes a key where one is to be made.</summary>
    /// <param name="options">What is set.</param>
    /// <param name="place">Where the ledger is, for sentences.</param>
    /// <param name="last">The epoch that the ledger is in; null when it was never sealed.</param>
    /// <param name="begin">Begins a new epoch with a key, and stores it.</param>
    /// <returns>What seals; null where rows stay unsealed.</returns>
    /// <exception cref="LedgerStartException">The key that the ledger was sealed with is not among those that are set, or none can be made.</exception>
    public static LedgerSeal? Run(SealOptions options, string place, SealEpoch? last, Func<SealKey, SealEpoch> begin)
    {
        var keys = options.Keys;
        if (keys.IsEmpty && last is not null)
            throw Refused(place, last, options.MadeAt is null ? "no key is set" : $"'{options.MadeAt}' is not there", "set that key, or restore its file");
        if (keys.IsEmpty && options.MadeAt is null)
            return null;
        if (keys.IsEmpty)
            keys = Make(options.MadeAt!);
        var all = keys.ToImmutableDictionary(key => key.Fingerprint, StringComparer.Ordinal);
        if (last is not null && !all.ContainsKey(last.Fingerprint))
            throw Refused(place, last, $"the key that is set is {keys[0].Fingerprint}", "set that key, or both with the new one first to go over to it");
        if (last is not null && string.Equals(last.Fingerprint, keys[0].Fingerprint, StringComparison.Ordinal))
            return new LedgerSeal(last.Number, keys[0], all);
        if (last is { Number: SealEpoch.Most })
            throw Refused(place, last, "that is its last key of 255", "set that key");
        return new LedgerSeal(begin(keys[0]).Number, keys[0], all);
    }

    private static ImmutableArray<SealKey> Make(string path)
    {
        var text = SealKey.Make();
        try
        {
            OwnersFile.Create(path, text + Environment.NewLine);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new LedgerStartException($"The seal key cannot be written to '{path}' ({exception.Message.TrimEnd('.')}); make the folder writable, or set Ledger__SealKey or Ledger__SealKeyPath.", exception);
        }

        return SealKey.ReadAll($"The file '{path}'", text);
    }

    private static LedgerStartException Refused(string place, SealEpoch last, string found, string right) =>
        new($"The ledger {place} is sealed with the key {last.Fingerprint}, and {found}; {right} (Ledger__SealKey, Ledger__SealKeyPath).");
}
