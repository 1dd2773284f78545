using System;
using System.Collections.Generic;

namespace Aggregation.Contracts;

/// <summary>
/// The answer of <c>GET /diagnosis</c>: what a silo can say of itself and of the system it is part of. What it could not find out in time
/// is null, and <see cref="Unanswered"/> says why.
/// </summary>
public sealed record Diagnosis
{
    /// <summary>The edition that takes reports.</summary>
    public required string Edition { get; init; }

    /// <summary>The silo's clock when it was asked, UTC.</summary>
    public required DateTimeOffset TakenAt { get; init; }

    /// <summary>The version of the program.</summary>
    public required string Version { get; init; }

    /// <summary>What runs the grains.</summary>
    public required string Engine { get; init; }

    /// <summary>True once the national total has been warm.</summary>
    public required bool Ready { get; init; }

    /// <summary>True in a ledger that ever took the scenario or the simulator.</summary>
    public required bool Demonstration { get; init; }

    /// <summary>How the ledger is.</summary>
    public required LedgerDiagnosis Ledger { get; init; }

    /// <summary>The silos that are known, dead ones of late included; one where one process is the whole system.</summary>
    public required IReadOnlyList<SiloMember>? Silos { get; init; }

    /// <summary>
    /// How many rows the ledger has had for five seconds that the nation's roll-up does not hold; null while no row that old is known of.
    /// </summary>
    public required long? RowsBehind { get; init; }

    /// <summary>Every unit directly below the nation and when anybody in it last reported.</summary>
    public required IReadOnlyList<AreaReporting>? Provinces { get; init; }

    /// <summary>The keys in the last 30 days before they expire that no other key has replaced yet.</summary>
    public required IReadOnlyList<ExpiringKey> ExpiringKeys { get; init; }

    /// <summary>What could not be found out.</summary>
    public required IReadOnlyList<UnansweredProbe> Unanswered { get; init; }
}
