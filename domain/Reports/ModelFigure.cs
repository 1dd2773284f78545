using System;
using System.Collections.Immutable;
using System.Linq;
using Orleans;

namespace Aggregation.Domain.Reports;

/// <summary>What a unit reports of one named model (mô hình).</summary>
/// <param name="Name">The name as it was written, tidied.</param>
/// <param name="Kinds">Ids of the kinds it is of, in the catalogue's order, each once.</param>
/// <param name="Sites">Places where the unit applies it (điểm); 0 removes the model.</param>
/// <param name="Groups">Teams that run it (tổ).</param>
[GenerateSerializer, Immutable, Alias("model-figure")]
public sealed record ModelFigure(
    [property: Id(0)] string Name,
    [property: Id(1)] ImmutableArray<string> Kinds,
    [property: Id(2)] long Sites,
    [property: Id(3)] long Groups)
{
    /// <summary>The name's normal form (<see cref="ModelName.Normalize"/>), the newest unless another one was asked for.</summary>
    [Id(4)]
    public string NormalName { get; init; } = ModelName.Normalize(Name);

    /// <summary>Equal when everything but the spelling of the name is.</summary>
    public bool Equals(ModelFigure? other) =>
        other is not null
        && Sites == other.Sites
        && Groups == other.Groups
        && string.Equals(NormalName, other.NormalName, StringComparison.Ordinal)
        && Kinds.AsSpan().SequenceEqual(other.Kinds.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(NormalName, Sites, Groups);
}
