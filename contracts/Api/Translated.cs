namespace Aggregation.Contracts;

/// <summary>A text in the two languages of the system.</summary>
/// <param name="Vi">Vietnamese.</param>
/// <param name="En">English.</param>
public sealed record Translated(string Vi, string En);
