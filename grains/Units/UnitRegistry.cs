using System;
using System.Collections.Generic;
using System.Collections.Immutable;

namespace Aggregation.Units;

/// <summary>The editions that this silo has loaded. Reads are lock-free; an import swaps a whole edition at once.</summary>
/// <param name="active">The name of the edition that takes reports.</param>
public sealed class UnitRegistry(string active)
{
    private ImmutableDictionary<string, Edition> editions = ImmutableDictionary<string, Edition>.Empty.WithComparers(StringComparer.Ordinal);

    /// <summary>The name of the edition that takes reports (<c>Units:Edition</c>).</summary>
    public string ActiveName { get; } = active;

    /// <summary>The edition that takes reports.</summary>
    /// <exception cref="InvalidOperationException">It has not been loaded yet.</exception>
    public Edition Active => Find(ActiveName) ?? throw new InvalidOperationException($"Edition {ActiveName} is not loaded.");

    /// <summary>The editions loaded.</summary>
    public IEnumerable<Edition> Editions => editions.Values;

    /// <summary>The edition of that name, or null.</summary>
    public Edition? Find(string name) => editions.GetValueOrDefault(name);

    /// <summary>Makes an edition the current one of its name, unless a later generation already is.</summary>
    public void Publish(Edition edition)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ImmutableInterlocked.AddOrUpdate(
            ref editions,
            edition.Name,
            edition,
            (_, current) => current.Generation > edition.Generation ? current : edition);
    }
}
