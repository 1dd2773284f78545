using System;

namespace Aggregation.Contracts;

/// <summary>The answer of <c>POST /keys/{id}/rotate</c>.</summary>
/// <param name="Edition">The edition whose unit both keys are for.</param>
/// <param name="Id">The new key's public name.</param>
/// <param name="Key">The new key itself, shown this once.</param>
/// <param name="ExpiresOn">The new key's last day; null for no end.</param>
/// <param name="Replaces">The old key's public name.</param>
/// <param name="ReplacedExpiresOn">The old key's last day (Asia/Ho_Chi_Minh).</param>
public sealed record RotatedKey(string Edition, string Id, string Key, DateOnly? ExpiresOn, string Replaces, DateOnly ReplacedExpiresOn);
