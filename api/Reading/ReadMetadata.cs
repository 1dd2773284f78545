namespace Aggregation.Api.Reading;

/// <summary>Which query parameters a reading call has.</summary>
/// <param name="Parameters">Their names.</param>
/// <param name="Repeatable">The one that may be repeated; null for none.</param>
internal sealed record ReadMetadata(string[] Parameters, string? Repeatable);
