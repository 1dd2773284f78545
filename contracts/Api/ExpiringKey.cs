using System;

namespace Aggregation.Contracts;

/// <summary>A key that is about to expire, without the key itself.</summary>
/// <param name="Id">Its public name.</param>
/// <param name="Unit">The unit at the top of its subtree.</param>
/// <param name="ExpiresOn">The last day it is good for (Asia/Ho_Chi_Minh).</param>
public sealed record ExpiringKey(string Id, string Unit, DateOnly ExpiresOn);
