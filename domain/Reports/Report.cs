using System;
using System.Collections.Immutable;
using Orleans;

namespace Aggregation.Domain.Reports;

/// <summary>One report of one unit, well formed and valid as far as can be told without the unit's history.</summary>
/// <param name="IdempotencyKey">The sender's own key, unique within the unit, 1 to 64 characters.</param>
/// <param name="EffectiveOn">The day (Asia/Ho_Chi_Minh) the figures speak of.</param>
/// <param name="Figures">What is reported; <see cref="Reports.Figures.None"/> for a withdrawal.</param>
/// <param name="Withdraws">The sequence number of the unit's report that this one takes back; null for a report of figures.</param>
[GenerateSerializer, Immutable, Alias("report")]
public sealed record Report(
    [property: Id(0)] string IdempotencyKey,
    [property: Id(1)] DateOnly EffectiveOn,
    [property: Id(2)] Figures Figures,
    [property: Id(3)] int? Withdraws)
{
    // Made once, by whoever asks first; not sent, since another version of the program may make another.
    [NonSerialized]
    private ReportDigests? digests;

    // A copy may be about to say something else, so it makes its own digests.
    private Report(Report original) =>
        (IdempotencyKey, EffectiveOn, Figures, Withdraws, Confirmed) = (original.IdempotencyKey, original.EffectiveOn, original.Figures,
            original.Withdraws, original.Confirmed);

    /// <summary>
    /// The codes of warnings that its sender has seen and stands by. No part of what it says: a repeat is one with or without them.
    /// </summary>
    [Id(4)]
    public ImmutableArray<string> Confirmed { get; init; } = [];

    /// <summary>What stands for its key and for its content.</summary>
    internal ReportDigests Digests =>
        digests ??= new ReportDigests(ReportDigest.OfKey(IdempotencyKey), ReportDigest.OfContent(EffectiveOn, Figures, Withdraws));

    /// <summary>Equal keys and content.</summary>
    public bool Equals(Report? other) =>
        other is not null
        && string.Equals(IdempotencyKey, other.IdempotencyKey, StringComparison.Ordinal)
        && EffectiveOn == other.EffectiveOn
        && Figures.Equals(other.Figures)
        && Withdraws == other.Withdraws;

    /// <inheritdoc/>
    public override int GetHashCode() => IdempotencyKey.GetHashCode(StringComparison.Ordinal);
}
