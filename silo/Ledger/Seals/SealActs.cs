using System;
using System.Collections.Immutable;
using Aggregation.Audit;

namespace Aggregation.Ledger;

/// <summary>What the audit says of seals.</summary>
internal static class SealActs
{
    /// <summary>An epoch began. It is of no edition and of no unit: the ledger's own.</summary>
    public static AdministrativeAct Changed(SealEpoch begun, TimeProvider time) => new()
    {
        At = time.GetUtcNow(),
        Act = ActName.SealKeyChanged,
        Edition = "",
        Unit = "",
        Target = begun.Fingerprint,
        Figures = ImmutableSortedDictionary<string, long>.Empty.Add("epoch", begun.Number),
    };
}
