using System;
using System.Collections.Generic;

namespace Aggregation.Contracts;

/// <summary>An administrative act as <c>GET /audit</c> lists it.</summary>
public sealed record AuditEntry
{
    /// <summary>Its number, in the order of recording.</summary>
    public required long Number { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>
    /// <c>key-made</c>, <c>key-rotated</c>, <c>key-revoked</c>, <c>units-imported</c>, <c>verified</c>, <c>verified-deeply</c>,
    /// <c>demonstration-marked</c>, <c>seal-key-changed</c>, <c>records-adopted</c>, <c>signed-in</c>, <c>settings-changed</c>,
    /// <c>backed-up</c> or <c>restored</c>.
    /// </summary>
    public required string Act { get; init; }

    /// <summary>The id of the key that did it; null for the silo itself.</summary>
    public required string? Key { get; init; }

    /// <summary>The edition of the unit; empty for what concerns the ledger as such.</summary>
    public required string Edition { get; init; }

    /// <summary>The code of the unit that it was done to; empty for what concerns the ledger as such.</summary>
    public required string Unit { get; init; }

    /// <summary>The id of the key that it was done to, or the fingerprint of a seal key; null for neither.</summary>
    public required string? Target { get; init; }

    /// <summary><c>done</c>, <c>refused</c>: nothing was done, or <c>failed</c>: nobody knows.</summary>
    public required string Outcome { get; init; }

    /// <summary>The id of the request; null where none asked for it.</summary>
    public required string? RequestId { get; init; }

    /// <summary>What it came to, by name: <c>added</c>, <c>renamed</c>, <c>differences</c>, <c>faults</c>, <c>epoch</c>.</summary>
    public required IReadOnlyDictionary<string, long> Figures { get; init; }

    /// <summary>The address that asked for it; null where none did.</summary>
    public string? Address { get; init; }

    /// <summary>
    /// What else there is to say, by name: of a key <c>role</c> and <c>expiresOn</c>, of a change of settings each with its old and new
    /// value.
    /// </summary>
    public IReadOnlyDictionary<string, string>? Details { get; init; }
}
