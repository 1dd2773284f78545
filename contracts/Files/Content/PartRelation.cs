namespace Aggregation.Files.Content;

/// <summary>What a part of a package refers to.</summary>
/// <param name="Id">By which the part speaks of it.</param>
/// <param name="Kind">What it is: <c>worksheet</c>, <c>styles</c>.</param>
/// <param name="Target">The name of the other part.</param>
internal sealed record PartRelation(string Id, string Kind, string Target);
