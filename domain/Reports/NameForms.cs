using System;

namespace Aggregation.Domain.Reports;

/// <summary>
/// By which form a ledger's names are compared, so that no figure that was read out before changes when a later form comes.
/// </summary>
/// <param name="LettersFoldedSince">When the ledger began to use <see cref="NameForm.LettersFolded"/>, UTC; before any row where it
/// always has.</param>
public sealed record NameForms(DateTimeOffset LettersFoldedSince)
{
    /// <summary>Of a ledger that was made by this program.</summary>
    public static NameForms Newest { get; } = new(DateTimeOffset.UnixEpoch);

    /// <summary>The form of figures known at an instant; null for those known now.</summary>
    public NameForm At(DateTimeOffset? knownAt) => knownAt < LettersFoldedSince ? NameForm.Composed : NameForm.LettersFolded;
}
