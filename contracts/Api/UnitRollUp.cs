using System;
using System.Collections.Generic;

namespace Aggregation.Contracts;

/// <summary>The state of a unit and of everything below it: <c>GET /units/{code}</c> and every event of <c>GET /live</c>.</summary>
public sealed record UnitRollUp
{
    /// <summary>The unit's code; a bare code means nothing without <see cref="Edition"/>.</summary>
    public required string Code { get; init; }

    /// <summary>The official name, in Vietnamese.</summary>
    public required string Name { get; init; }

    /// <summary>Quốc gia, Tỉnh, Thành phố, Quận, Huyện, Phường, Xã …</summary>
    public required string Kind { get; init; }

    /// <summary>The level's id: <c>nation</c>, <c>province</c>, <c>district</c>, <c>commune</c>.</summary>
    public required string Level { get; init; }

    /// <summary>The code of the unit directly above; null for the nation.</summary>
    public string? Parent { get; init; }

    /// <summary>The socio-economic region, where the list of units names one.</summary>
    public string? Region { get; init; }

    /// <summary>The list of units that the code is of.</summary>
    public required string Edition { get; init; }

    /// <summary>True when some figure may be invented: simulated units, or a ledger that ever took a demonstration.</summary>
    public required bool Simulated { get; init; }

    /// <summary>Opaque; another one after every change.</summary>
    public required string Version { get; init; }

    /// <summary>When the newest report included was recorded, UTC; null if there is none.</summary>
    public DateTimeOffset? RecordedAt { get; init; }

    /// <summary>The latest day that a report which stands speaks of; null if there is none.</summary>
    public DateOnly? LastReportedOn { get; init; }

    /// <summary>True while the figures may still lack reports that are already recorded.</summary>
    public required bool Warming { get; init; }

    /// <summary>One for each status and level below that it applies to, nearest level first.</summary>
    public required IReadOnlyList<Headline> Headlines { get; init; }

    /// <summary>The counts, by indicator.</summary>
    public required IReadOnlyDictionary<string, CountTotal> Counts { get; init; }

    /// <summary>The models of the unit and of everything below it.</summary>
    public required ModelTotals Models { get; init; }

    /// <summary>What the unit itself says its whole area has, by name; never summed.</summary>
    public required IReadOnlyDictionary<string, long> Declared { get; init; }

    /// <summary>The statuses, by indicator.</summary>
    public required IReadOnlyDictionary<string, StatusRollUp> Statuses { get; init; }

    /// <summary>How many units strictly below have reported, by level.</summary>
    public required IReadOnlyDictionary<string, ReportingLevel> Reporting { get; init; }
}
