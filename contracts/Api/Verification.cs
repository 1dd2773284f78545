using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Aggregation.Contracts;

/// <summary>The answer of <c>GET /verify</c>: the live totals beside a fresh fold of the ledger at one position.</summary>
/// <param name="Edition">The edition.</param>
/// <param name="Position">The position of the last ledger row compared.</param>
/// <param name="UnitsChecked">How many units' totals were compared.</param>
/// <param name="Differences">What differs; empty when the totals are proved right.</param>
public sealed record Verification(string Edition, long Position, int UnitsChecked, ImmutableArray<Difference> Differences)
{
    /// <summary>What the ledger's seals say, with <c>deep=true</c>; absent without.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DeepVerification? Deep { get; init; }

    /// <summary>True when nothing was found.</summary>
    [JsonIgnore]
    public bool IsClean =>
        Differences.IsEmpty && Deep is null or { FaultsFound: 0, RecordFaultsFound: 0, Heads: null or { Faults.IsEmpty: true } };
}
