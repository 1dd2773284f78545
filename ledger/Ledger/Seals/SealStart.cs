using System;
using System.Collections.Immutable;
using System.IO;
using System.Linq;

namespace Aggregation.Ledger.Seals;

/// <summary>
/// Whether a ledger goes on with the key it was sealed with, goes over to another one, begins to be sealed, or is refused.
/// </summary>
internal static class SealStart
{
    /// <summary>Decides, and makes a key where one is to be made.</summary>
    /// <param name="options">What is set.</param>
    /// <param name="last">The epoch that the ledger is in; null when it was never sealed.</param>
    /// <param name="begin">Begins a new epoch with a key, and stores it.</param>
    /// <returns>What seals, and the epoch that began; null where rows stay unsealed, or none did.</returns>
    /// <exception cref="LedgerStartException">The key that the ledger was sealed with is not among those that are set, none can be made,
    /// or heads of the ledger are signed and nobody asked for a new epoch.</exception>
    public static (LedgerSeal? Seal, SealEpoch? Begun) Run(LedgerOptions options, SealEpoch? last, Func<SealKey, SealEpoch> begin)
    {
        var (keys, madeAt, place) = (options.Seal.Keys, options.Seal.MadeAt, options.Place);
        if (keys.IsEmpty && last is not null)
            throw Refused(place, last, madeAt is null ? "no key is set" : $"'{madeAt}' is not there", "set that key, or restore its file");
        if (keys.IsEmpty && madeAt is null)
            return (null, null);
        if (last is not null && !keys.Any(key => key.Fingerprint == last.Fingerprint))
            throw Refused(
                place,
                last,
                $"the key that is set is {keys[0].Fingerprint}",
                "set that key, or both with the new one first to go over to it");
        if (last is not null && string.Equals(last.Fingerprint, keys[0].Fingerprint, StringComparison.Ordinal))
            return (Of(last, keys), null);
        if (last is { Number: SealEpoch.Most })
            throw Refused(place, last, "that is its last key of 255", "set that key");
        if (options.Heads.IsSigned && !options.Seal.NewEpoch)
            throw Unasked(options, last);
        if (keys.IsEmpty)
            keys = Make(madeAt!);
        var begun = begin(keys[0]);
        return (Of(begun, keys), begun);
    }

    private static LedgerSeal Of(SealEpoch epoch, ImmutableArray<SealKey> keys) =>
        new(epoch.Number, keys[0], keys.ToImmutableDictionary(key => key.Fingerprint, StringComparer.Ordinal), epoch.Mac);

    private static LedgerStartException Unasked(LedgerOptions options, SealEpoch? last) => new(
        $"The ledger {options.Place} {(last is null ? "holds no seals" : "is sealed with another key")}, although '{options.Heads.Path}' "
        + "holds signed heads of it: "
        + "somebody took its seals away, or its key is to be changed; restore it, or set Ledger__NewEpoch=true for this one start to "
        + "begin a new epoch, which is recorded.");

    private static ImmutableArray<SealKey> Make(string path)
    {
        var text = SealKey.Make();
        try
        {
            OwnersFile.Create(path, text + Environment.NewLine);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new LedgerStartException(
                $"The seal key cannot be written to '{path}' ({exception.Message.TrimEnd('.')}); make the folder writable, or set "
                    + "Ledger__SealKey or Ledger__SealKeyPath.",
                exception);
        }

        return SealKey.ReadAll($"The file '{path}'", text);
    }

    private static LedgerStartException Refused(string place, SealEpoch last, string found, string right) =>
        new($"The ledger {place} is sealed with the key {last.Fingerprint}, and {found}; {right} (Ledger__SealKey, Ledger__SealKeyPath).");
}
