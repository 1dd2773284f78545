namespace Aggregation.Domain.Catalogue;

/// <summary>A text in the two languages of the system.</summary>
/// <param name="Vi">Vietnamese, the language of its users.</param>
/// <param name="En">English.</param>
public sealed record Label(string Vi, string En);
