using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Contracts;
using Aggregation.Ledger;
using Aggregation.Ledger.Seals;

namespace Aggregation.Api.Verification;

/// <summary>
/// Compares every row of the ledger with its seal and with the heads that were signed, and what is kept beside the rows with its MACs:
/// reads the ledger once, page by page, so that neither memory nor appends notice how long it is.
/// </summary>
/// <param name="ledger">The ledger.</param>
/// <param name="keeper">Keeps the signed heads.</param>
internal sealed class ChainVerification(ISealedLedger ledger, HeadsKeeper keeper)
{
    private const int RowsAtOnce = 10_000;

    private static readonly ImmutableDictionary<string, SealKey> NoKeys = ImmutableDictionary<string, SealKey>.Empty;

    /// <summary>Compares them.</summary>
    /// <exception cref="LedgerUnavailableException">The ledger cannot be read.</exception>
    public async Task<DeepVerification> RunAsync(CancellationToken cancellationToken)
    {
        // Heads first: what is appended meanwhile lies behind them.
        var heads = keeper.Read();
        var identities = await ledger.ReadIdentitiesAsync(cancellationToken);
        var faults = new ChainFaults(identities);
        var stored = await ledger.ReadEpochsAsync(cancellationToken);
        using var epochs = new ChainEpochs(stored, ledger.Seal?.Keys ?? NoKeys, faults);
        var check = new ChainCheck(epochs, identities, heads?.Heads ?? [], faults);
        var (unit, sequence) = (long.MinValue, long.MinValue);
        ImmutableArray<StoredRow> page;
        do
        {
            page = await ledger.ReadPageAsync(unit, sequence, RowsAtOnce, cancellationToken);
            foreach (var row in page)
                check.Take(row);
            if (!page.IsEmpty)
                (unit, sequence) = (page[^1].Unit, page[^1].Sequence);
        }
        while (page.Length == RowsAtOnce);

        check.End();
        var records = ledger.Seal is { } seal ? await ledger.ReadRecordsAsync(new RecordCheck(seal, heads).Run, cancellationToken) : [];
        var partly = epochs.PartlyProved.Select(proved => new ProvedFrom(faults.NameOf(proved.Unit), proved.First))
            .OrderBy(proved => proved.Unit, StringComparer.Ordinal)
            .ToList();
        return new DeepVerification
        {
            SealKey = ledger.Seal?.Key.Fingerprint,
            Rows = check.Rows,
            Unsealed = check.Unsealed,
            FaultsFound = faults.Total,
            Faults = faults.Named,
            ProvedFrom = [.. partly.Take(ChainFaults.Most)],
            PartlyProved = partly.Count,
            RecordFaultsFound = records.Length,
            RecordFaults = [.. records.Take(ChainFaults.Most)],
            Heads = heads is null ? null : new SignedHeads(heads.LastAt, heads.Lines, heads.Heads.Count, [.. heads.Faults.Select(ToFinding)
                .Concat(WithoutEpoch(heads, stored))
                .Take(ChainFaults.Most)]),
        };
    }

    // Somebody took the epoch away, with the seals that were made in it.
    private static IEnumerable<HeadsFinding> WithoutEpoch(HeadsReading heads, ImmutableArray<SealEpoch> epochs)
    {
        var macs = epochs.Select(epoch => Convert.ToHexStringLower(epoch.Mac)).ToHashSet(StringComparer.Ordinal);
        return heads.Epochs.Where(named => !macs.Contains(named.Key)).Select(named => new HeadsFinding(named.Value, "epoch-missing"));
    }

    private static HeadsFinding ToFinding((int Line, HeadsFault Fault) found) => new(found.Line, found.Fault switch
    {
        HeadsFault.UnknownKey => "unknown-key",
        HeadsFault.Follows => "follows",
        _ => "changed",
    });
}
