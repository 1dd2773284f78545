using System;

namespace Aggregation.Contracts;

/// <summary>The body of <c>POST /keys</c>.</summary>
/// <param name="Unit">The unit at the top of the key's subtree.</param>
/// <param name="Role"><c>reporter</c>, <c>viewer</c> or <c>admin</c>.</param>
/// <param name="Note">What it is for, at most 200 characters; never a person's name.</param>
/// <param name="ExpiresOn">The last day (Asia/Ho_Chi_Minh) it is good for; null for no end.</param>
public sealed record KeyRequest(string Unit, string Role, string? Note = null, DateOnly? ExpiresOn = null);
