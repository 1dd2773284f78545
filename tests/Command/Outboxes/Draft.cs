using System;
using System.Collections.Generic;
using Aggregation.Contracts;

namespace Aggregation.Tests.Command.Outboxes;

/// <summary>Reports for an outbox.</summary>
internal static class Draft
{
    public static readonly DateOnly Day = new(2017, 2, 20);

    /// <summary>One without a key, which says how many agencies a unit has.</summary>
    public static Report Of(string unit, long agencies = 1) =>
        new()
        {
            Unit = unit,
            IdempotencyKey = "",
            EffectiveOn = Day,
            Counts = new Dictionary<string, long>(
            StringComparer.Ordinal)
            { ["agencies"] = agencies }
        };
}
