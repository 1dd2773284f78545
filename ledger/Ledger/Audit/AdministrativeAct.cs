using System;
using System.Collections.Immutable;

namespace Aggregation.Ledger.Audit;

/// <summary>Something that an administrator, or the silo itself, did to the system. Never changed once it is recorded.</summary>
public sealed record AdministrativeAct
{
    /// <summary>1, 2, 3 …, in the order of recording; 0 before it is recorded.</summary>
    public long Number { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What was done: one of <see cref="ActName"/>.</summary>
    public required string Act { get; init; }

    /// <summary>The id of the key that did it; null for the silo itself.</summary>
    public string? Key { get; init; }

    /// <summary>The edition of <see cref="Unit"/>.</summary>
    public required string Edition { get; init; }

    /// <summary>The code of the unit that it was done to.</summary>
    public required string Unit { get; init; }

    /// <summary>The key that it was done to, or the fingerprint of a seal key; null for neither.</summary>
    public string? Target { get; init; }

    /// <summary>What became of it: one of <see cref="ActOutcome"/>.</summary>
    public string Outcome { get; init; } = ActOutcome.Done;

    /// <summary>The request that asked for it; null where none did.</summary>
    public string? RequestId { get; init; }

    /// <summary>The address that asked for it; null where none did.</summary>
    public string? Address { get; init; }

    /// <summary>What it came to, by name: units added, differences found.</summary>
    public ImmutableSortedDictionary<string, long> Figures { get; init; } = ImmutableSortedDictionary<string, long>.Empty;

    /// <summary>
    /// What else there is to say of it, by name: a key's role and last day, a setting's old and new value. Never a secret.
    /// </summary>
    public ImmutableSortedDictionary<string, string> Details { get; init; } = ImmutableSortedDictionary<string, string>.Empty;
}
