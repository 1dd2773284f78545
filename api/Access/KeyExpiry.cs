using System;
using System.Globalization;
using Aggregation.Contracts;
using Aggregation.Domain.Reports;
using Aggregation.Ledger.Access;
using Microsoft.AspNetCore.Http;

namespace Aggregation.Api.Access;

/// <summary>Says of keys how they stand, and warns whoever sends one that is about to expire.</summary>
public static class KeyExpiry
{
    /// <summary>On answers to a key that is about to expire: its last day (Asia/Ho_Chi_Minh), as ISO 8601.</summary>
    public const string Header = "Aggregation-Key-Expires";

    /// <summary>How many days before its last one a key is about to expire.</summary>
    public const int WarningDays = 30;

    /// <summary>How a key stands today: one of <see cref="KeyState"/>.</summary>
    public static string StateOf(AccessKey key, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (key.RevokedAt is not null)
            return KeyState.Revoked;
        if (key.ExpiresOn is not { } last || last.DayNumber - today.DayNumber > WarningDays)
            return KeyState.Good;
        return last < today ? KeyState.Expired : KeyState.Expiring;
    }

    /// <summary>Adds the header to an answer when the key is about to expire.</summary>
    public static void Warn(HttpContext context, AccessKey key, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(key);
        if (key.ExpiresOn is { } last && StateOf(key, ReportDay.Today(time)) == KeyState.Expiring)
            context.Response.Headers[Header] = last.ToString("O", CultureInfo.InvariantCulture);
    }
}
