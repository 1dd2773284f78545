namespace Aggregation.Api.Verification;

/// <summary>What is wrong with rows of the ledger, as <c>GET /verify?deep=true</c> names it.</summary>
public static class ChainFault
{
    /// <summary>The row is not as it was sealed: changed by hand, or put there.</summary>
    public const string Changed = "changed";

    /// <summary>The row has no seal, and every row from there on must have one: put there by hand, or its seal was taken away.</summary>
    public const string Unsealed = "unsealed";

    /// <summary>The row is not there: removed by hand.</summary>
    public const string Missing = "missing";

    /// <summary>The row before it is missing or not as it was, and without that one's seal nothing can be said of this one.</summary>
    public const string Unproved = "unproved";

    /// <summary>
    /// The row is genuine and not the one that the file of heads names: rows were removed, and others reported in their place.
    /// </summary>
    public const string Replaced = "replaced";

    /// <summary>The row was sealed with a key that is not set.</summary>
    public const string UnknownKey = "unknown-key";

    /// <summary>The row of the seal key itself is not as its owner wrote it.</summary>
    public const string EpochChanged = "epoch-changed";
}
