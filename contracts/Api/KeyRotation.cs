using System;

namespace Aggregation.Contracts;

/// <summary>The body of <c>POST /keys/{id}/rotate</c>.</summary>
/// <param name="OverlapDays">How many days after today the old key stays good, 0 to 90; null for 7. It never lives longer than it would
/// have.</param>
/// <param name="ExpiresOn">The last day (Asia/Ho_Chi_Minh) the new key is good for; null for as long a life as the old key was made for,
/// without end if that had none.</param>
public sealed record KeyRotation(int? OverlapDays = null, DateOnly? ExpiresOn = null);
