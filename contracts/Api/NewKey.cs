namespace Aggregation.Contracts;

/// <summary>The answer of <c>POST /keys</c>.</summary>
/// <param name="Edition">The edition whose unit the key is for.</param>
/// <param name="Id">The key's public name, which reports are marked with.</param>
/// <param name="Key">The key itself, shown this once.</param>
public sealed record NewKey(string Edition, string Id, string Key);
