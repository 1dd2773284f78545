namespace Aggregation.Contracts;

/// <summary>The models of a roll-up. Sites and groups add up over units; distinct models do not.</summary>
/// <param name="Distinct">How many names have a site.</param>
/// <param name="Sites">Places where a model is applied.</param>
/// <param name="Groups">Teams that run a model.</param>
public sealed record ModelTotals(int Distinct, long Sites, long Groups);
