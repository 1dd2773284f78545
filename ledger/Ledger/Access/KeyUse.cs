using System;

namespace Aggregation.Ledger.Access;

/// <summary>When a key was last used.</summary>
/// <param name="KeyId">The key's public name.</param>
/// <param name="UsedAt">The minute, UTC.</param>
public sealed record KeyUse(string KeyId, DateTimeOffset UsedAt);
