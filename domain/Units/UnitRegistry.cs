using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace Aggregation.Domain.Units;

/// <summary>The editions that this silo has loaded. Reads are lock-free; an import swaps a whole edition at once.</summary>
/// <param name="active">The name of the edition that takes reports.</param>
public sealed class UnitRegistry(string active)
{
    // Every call of every unit looks here, and there are one or two.
    private ImmutableArray<Edition> editions = [];

    /// <summary>The name of the edition that takes reports (<c>Units:Edition</c>).</summary>
    public string ActiveName { get; } = active;

    /// <summary>The edition that takes reports.</summary>
    /// <exception cref="InvalidOperationException">It has not been loaded yet.</exception>
    public Edition Active => Find(ActiveName) ?? throw new InvalidOperationException($"Edition {ActiveName} is not loaded.");

    /// <summary>The editions loaded.</summary>
    public IEnumerable<Edition> Editions => editions;

    /// <summary>The edition of that name, or null.</summary>
    public Edition? Find(string name)
    {
        foreach (var edition in editions)
        {
            if (string.Equals(edition.Name, name, StringComparison.Ordinal))
                return edition;
        }

        return null;
    }

    /// <summary>
    /// Makes an edition the current one of its name, unless a later generation already is, or the same list: every unit would be folded
    /// anew for nothing.
    /// </summary>
    public void Publish(Edition edition)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ImmutableInterlocked.Update(ref editions, Replace, edition);
    }

    private static ImmutableArray<Edition> Replace(ImmutableArray<Edition> editions, Edition edition)
    {
        for (var place = 0; place < editions.Length; place++)
        {
            var current = editions[place];
            if (string.Equals(current.Name, edition.Name, StringComparison.Ordinal))
                return current.Generation > edition.Generation || (current.Generation == edition.Generation
                    && current.Units.SequenceEqual(edition.Units)) ? editions : editions.SetItem(place, edition);
        }

        return editions.Add(edition);
    }
}
