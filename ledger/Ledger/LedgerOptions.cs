using Aggregation.Ledger.Seals;

namespace Aggregation.Ledger;

/// <summary>Where the ledger is, in whichever store (<c>Ledger:Provider</c>, <c>ConnectionStrings:Ledger</c>).</summary>
public abstract record LedgerOptions
{
    /// <summary>The store and the place in it, for people: never with a password.</summary>
    public abstract string Place { get; }

    /// <summary>What rows are sealed with.</summary>
    public SealOptions Seal { get; init; } = SealOptions.None;

    /// <summary>Where the silo signs what it has recorded.</summary>
    public HeadsOptions Heads { get; init; } = HeadsOptions.None;
}
