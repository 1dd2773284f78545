using System.Text.Json;

namespace Aggregation.Testing.Http;

/// <summary>A Server-Sent Event.</summary>
public sealed record LiveEvent(string Name, string Id, JsonElement RollUp)
{
    public string Code => RollUp.GetProperty("code").GetString()!;

    /// <summary>How many schools the nation's roll-up counts: what the tests let grow.</summary>
    public long Schools => RollUp.GetProperty("counts").GetProperty("schools").GetProperty("total").GetInt64();
}
