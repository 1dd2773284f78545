using System;
using System.Collections.Immutable;
using Aggregation.Ledger.Audit;

namespace Aggregation.Ledger.Seals;

/// <summary>What the audit says of seals.</summary>
internal static class SealActs
{
    /// <summary>An epoch began. It is of no edition and of no unit: the ledger's own.</summary>
    /// <param name="begun">The epoch.</param>
    /// <param name="isAsked">True when heads were signed, and the operator asked for it all the same.</param>
    /// <param name="time">The clock.</param>
    public static AdministrativeAct Changed(SealEpoch begun, bool isAsked, TimeProvider time) => new()
    {
        At = time.GetUtcNow(),
        Act = ActName.SealKeyChanged,
        Edition = "",
        Unit = "",
        Target = begun.Fingerprint,
        Figures = ImmutableSortedDictionary<string, long>.Empty.Add("epoch", begun.Number).Add("asked", isAsked ? 1 : 0),
    };

    /// <summary>
    /// Keys, editions, marks and acts were taken as genuine, because they were older than their MACs or the operator asked for it.
    /// </summary>
    public static AdministrativeAct Adopted(ImmutableSortedDictionary<string, long> records, TimeProvider time) => new()
    {
        At = time.GetUtcNow(),
        Act = ActName.RecordsAdopted,
        Edition = "",
        Unit = "",
        Figures = records,
    };
}
