namespace Aggregation.Commands.Settings;

/// <summary>A silo and the key for it.</summary>
/// <param name="Url">Where the silo listens.</param>
/// <param name="Key">The API key.</param>
internal sealed record Profile(string? Url = null, string? Key = null);
