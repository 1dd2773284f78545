using System.Text.Json.Serialization;

namespace Aggregation.Client;

/// <summary>The answer of <c>GET /health/ready</c>.</summary>
/// <param name="Status"><c>ready</c> once the national total has been warm, <c>warming</c> before.</param>
/// <param name="Ledger"><c>available</c> or <c>unavailable</c>.</param>
/// <param name="Detail">What is wrong with the ledger; null if nothing is.</param>
public sealed record SiloHealth(string Status, string Ledger, string? Detail)
{
    /// <summary>True once the national total has been warm.</summary>
    [JsonIgnore]
    public bool IsReady => Status == "ready";
}
