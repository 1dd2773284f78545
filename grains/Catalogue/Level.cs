namespace Aggregation.Catalogue;

/// <summary>A level of administration; its number is its place in <see cref="IndicatorCatalogue.Levels"/>.</summary>
/// <param name="Id">The name in the API: <c>nation</c>, <c>province</c>, <c>district</c>, <c>commune</c>.</param>
/// <param name="Label">What people call it.</param>
public sealed record Level(string Id, Label Label);
