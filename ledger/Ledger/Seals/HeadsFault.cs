namespace Aggregation.Ledger.Seals;

/// <summary>What is wrong with a line of the file of heads.</summary>
internal enum HeadsFault
{
    /// <summary>It does not fit its signature.</summary>
    Changed,

    /// <summary>It is signed with a key that is not set.</summary>
    UnknownKey,

    /// <summary>It does not follow the line before it: lines between them are gone, or were moved.</summary>
    Follows,
}
