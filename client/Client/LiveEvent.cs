namespace Aggregation.Client;

/// <summary>One Server-Sent Event.</summary>
/// <param name="Type">Its type; <c>message</c> if it names none.</param>
/// <param name="Id">The id in force, sent back as <c>Last-Event-ID</c>; null if there never was one.</param>
/// <param name="Data">Its data.</param>
internal sealed record LiveEvent(string Type, string? Id, string Data);
