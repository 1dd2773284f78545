using System.Collections.Immutable;
using Aggregation.Ledger.Audit;
using Microsoft.AspNetCore.Http;

namespace Aggregation.Api.Audit;

/// <summary>
/// What a call says of the act that it is, while it is handled. A call that never comes to say what it is done to is no act.
/// </summary>
public sealed class ActDraft
{
    /// <summary>The name, one of <see cref="ActName"/>.</summary>
    public required string Act { get; set; }

    /// <summary>The edition of <see cref="Unit"/>.</summary>
    public string Edition { get; private set; } = "";

    /// <summary>The code of the unit; null until it is known.</summary>
    public string? Unit { get; private set; }

    /// <summary>The key that it is done to; null for none.</summary>
    public string? Target { get; set; }

    /// <summary>What it comes to, by name.</summary>
    public ImmutableSortedDictionary<string, long> Figures { get; set; } = ImmutableSortedDictionary<string, long>.Empty;

    /// <summary>What else there is to say of it, by name.</summary>
    public ImmutableSortedDictionary<string, string> Details { get; set; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>True when whoever did the act recorded it with what it changed.</summary>
    public bool IsRecorded { get; set; }

    /// <summary>The draft of a request to a call that is an act.</summary>
    public static ActDraft Of(HttpContext context) => (ActDraft)context.Items[typeof(ActDraft)]!;

    /// <summary>Leaves the draft with the request.</summary>
    public void Attach(HttpContext context) => context.Items[typeof(ActDraft)] = this;

    /// <summary>Says what it is done to.</summary>
    public ActDraft On(string edition, string unit, string? target = null)
    {
        (Edition, Unit, Target) = (edition, unit, target);
        return this;
    }
}
