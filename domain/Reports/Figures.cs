using System;
using System.Collections.Immutable;
using System.Linq;
using Orleans;

namespace Aggregation.Domain.Reports;

/// <summary>The figures of one report: absolute values of what the unit itself runs or is. What is absent stays unchanged.</summary>
[GenerateSerializer, Immutable, Alias("figures")]
public sealed record Figures
{
    /// <summary>No figure at all: the content of a withdrawal.</summary>
    public static readonly Figures None = new();

    /// <summary>Counts, each indicator once, sorted by indicator (ordinal).</summary>
    [Id(0)]
    public ImmutableArray<CountFigure> Counts { get; init; } = [];

    /// <summary>Statuses, each indicator once, sorted by indicator (ordinal).</summary>
    [Id(1)]
    public ImmutableArray<StatusFigure> Statuses { get; init; } = [];

    /// <summary>Models, each normal name once, sorted by normal name (ordinal).</summary>
    [Id(2)]
    public ImmutableArray<ModelFigure> Models { get; init; } = [];

    /// <summary>What the unit says its whole area has; never summed. Sorted by name (ordinal).</summary>
    [Id(3)]
    public ImmutableArray<CountFigure> Declared { get; init; } = [];

    /// <summary>A remark of at most 500 characters; null if none.</summary>
    [Id(4)]
    public string? Note { get; init; }

    /// <summary>True when nothing is stated, whatever the note says.</summary>
    public bool IsEmpty => Counts.IsEmpty && Statuses.IsEmpty && Models.IsEmpty && Declared.IsEmpty;

    /// <summary>
    /// The models by the names of a form, each name once. What one report said of two spellings of a name adds up: whoever wrote them
    /// meant two, and a later report that names it once replaces both.
    /// </summary>
    public ImmutableArray<ModelFigure> ModelsIn(NameForm form)
    {
        if (Models.IsEmpty || (form == NameForm.LettersFolded && (Models.Length == 1 || HasEachNameOnce())))
            return Models;
        var models = ImmutableArray.CreateBuilder<ModelFigure>(Models.Length);
        foreach (var group in Models.GroupBy(model => form == NameForm.LettersFolded
            ? model.NormalName
            : ModelName.Normalize(model.Name, form), StringComparer.Ordinal))
        {
            models.Add(group.Aggregate((one, other) => one with
            {
                Sites = one.Sites + other.Sites,
                Groups = one.Groups + other.Groups,
                Kinds = [.. one.Kinds.Union(other.Kinds, StringComparer.Ordinal)]
            }) with
            { NormalName = group.Key });
        }

        return models.DrainToImmutable();
    }

    // They are sorted by the form of when they were written, and nearly all of them still are.
    private bool HasEachNameOnce()
    {
        for (var place = 1; place < Models.Length; place++)
        {
            if (string.CompareOrdinal(Models[place - 1].NormalName, Models[place].NormalName) >= 0)
                return Models.DistinctBy(static model => model.NormalName, StringComparer.Ordinal).Count() == Models.Length;
        }

        return true;
    }

    /// <summary>Equal content, names of models compared by their normal form.</summary>
    public bool Equals(Figures? other) =>
        other is not null
        && Counts.AsSpan().SequenceEqual(other.Counts.AsSpan())
        && Statuses.AsSpan().SequenceEqual(other.Statuses.AsSpan())
        && Models.AsSpan().SequenceEqual(other.Models.AsSpan())
        && Declared.AsSpan().SequenceEqual(other.Declared.AsSpan())
        && string.Equals(Note, other.Note, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Counts.Length, Statuses.Length, Models.Length, Declared.Length, Note);
}
