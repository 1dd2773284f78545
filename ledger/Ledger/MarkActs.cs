using System;
using Aggregation.Ledger.Audit;

namespace Aggregation.Ledger;

/// <summary>What the audit says of the mark.</summary>
internal static class MarkActs
{
    /// <summary>The ledger was marked. It is of no edition and of no unit: the ledger's own.</summary>
    public static AdministrativeAct Set(TimeProvider time) => new()
    {
        At = time.GetUtcNow(),
        Act = ActName.DemonstrationMarked,
        Edition = "",
        Unit = "",
    };
}
