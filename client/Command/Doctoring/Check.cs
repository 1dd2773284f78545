namespace Aggregation.Commands.Doctoring;

/// <summary>One thing that was looked at.</summary>
/// <param name="Name">What, in the API's language: <c>ledger</c>, <c>disk</c> …</param>
/// <param name="State">What it came to.</param>
/// <param name="Finding">What was found, one sentence in the reader's language.</param>
/// <param name="Advice">What to do; null where nothing is to be done.</param>
internal sealed record Check(string Name, CheckState State, string Finding, string? Advice = null)
{
    /// <summary>A check that is as it should be.</summary>
    public static Check Ok(string name, string finding) => new(name, CheckState.Ok, finding);

    /// <summary>A check with the advice that belongs to its name.</summary>
    public static Check Of(string name, CheckState state, string finding) =>
        new(name, state, finding, state == CheckState.Ok ? null : Words.Get("Doctor.Advice." + name));
}
