using System;

namespace Aggregation.Contracts;

/// <summary>Who asks: the answer of <c>GET /session</c>, to a key, to a session's cookie, and to neither.</summary>
/// <param name="Edition">The edition of the unit.</param>
/// <param name="Unit">The key's unit; without a key the nation where reads are open, null where they are not.</param>
/// <param name="Role"><c>reporter</c>, <c>viewer</c> or <c>admin</c>; null without a key.</param>
/// <param name="KeyId">The key's public name; null without a key.</param>
/// <param name="ExpiresOn">The last day the key is good for; null for no end, and without a key.</param>
public sealed record SessionAnswer(string Edition, string? Unit, string? Role, string? KeyId, DateOnly? ExpiresOn);
