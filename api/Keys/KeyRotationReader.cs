using System;
using System.Collections.Generic;
using System.Globalization;
using Aggregation.Api.Access;
using Aggregation.Api.Http;
using Aggregation.Domain.Reports;
using Aggregation.Ledger.Access;

namespace Aggregation.Api.Keys;

/// <summary>Reads and validates the body of <c>POST /keys/{id}/rotate</c>.</summary>
internal static class KeyRotationReader
{
    /// <summary>How many days the old key may be good beside the new one.</summary>
    public const int LongestOverlap = 90;

    private const int UsualOverlap = 7;

    private static readonly FieldNames Fields = new("overlapDays", "expiresOn");

    /// <summary>Reads a body; both fields may be missing or <c>null</c>.</summary>
    public static KeyRotationInput Read(ReadOnlySpan<byte> body, List<Fault> faults)
    {
        var input = new KeyRotationInput();
        StrictJson.ReadBody(body, faults, (ref StrictJson json) => Read(ref json, input));
        return input;
    }

    /// <summary>Validates what was read.</summary>
    /// <returns>The old key's last day and what the new one is for; null when something is wrong.</returns>
    public static (DateOnly LastDay, NewAccessKey Successor)? Validate(
        KeyRotationInput input,
        AccessKey old,
        KeyMaker maker,
        DateOnly today,
        List<Fault> faults)
    {
        var overlap = input.OverlapDays?.Value ?? UsualOverlap;
        if (overlap is < 0 or > LongestOverlap)
            faults.Add(Fault.At(
                "/overlapDays",
                AccessFaultCode.BadOverlap,
                input.OverlapDays.ToString()!,
                LongestOverlap.ToString(CultureInfo.InvariantCulture)));
        var expiresOn = maker.LastDay(KeyInputReader.CheckDay(input.ExpiresOn, today, faults), LikeBefore(old, today), faults);
        if (faults.Count > 0)
            return null;
        var lastDay = today.AddDays((int)overlap);
        return (old.ExpiresOn < lastDay
            ? old.ExpiresOn.Value
            : lastDay, new NewAccessKey(old.Edition, old.Unit, old.Role) { Note = old.Note, ExpiresOn = expiresOn, MadeBy = maker.Key.Id });
    }

    // A key that was made for a year is followed by one for a year.
    private static DateOnly? LikeBefore(AccessKey old, DateOnly today) =>
        old.ExpiresOn is { } last ? today.AddDays(last.DayNumber - ReportDay.Of(old.CreatedAt).DayNumber) : null;

    private static void Read(ref StrictJson json, KeyRotationInput input)
    {
        if (!json.TryEnterObject(out var scope))
            return;
        var seen = 0;
        while (json.TryNextField(scope, Fields, ref seen, out var field))
        {
            if (json.IsNull)
                continue;
            if (field == 0)
                input.OverlapDays = json.ReadWholeNumber();
            else
                input.ExpiresOn = json.ReadString();
        }
    }
}
