using System;
using Aggregation.Ledger.Access;

namespace Aggregation.Api.Access;

/// <summary>What a key that is about to be made is for.</summary>
/// <param name="Edition">The edition of its unit.</param>
/// <param name="Unit">The unit at the top of its subtree.</param>
/// <param name="Role">What it may do there.</param>
public sealed record NewAccessKey(string Edition, string Unit, AccessRole Role)
{
    /// <summary>What it is for, in its maker's words.</summary>
    public string? Note { get; init; }

    /// <summary>The last day it is good for; null for no end.</summary>
    public DateOnly? ExpiresOn { get; init; }

    /// <summary>The id of the key that makes it; null for the silo itself.</summary>
    public string? MadeBy { get; init; }

    /// <summary>The key's public name where it is settled already; null to have one made.</summary>
    public string? Id { get; init; }

    /// <summary>The key itself where it is settled already, as by <c>Security:AdminKey</c>; null to have one made.</summary>
    public string? Text { get; init; }
}
