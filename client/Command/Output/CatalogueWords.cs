using System;
using System.Collections.Generic;
using System.Linq;
using Aggregation.Contracts;

namespace Aggregation.Commands.Output;

/// <summary>What people call the things of the catalogue; a thing that it does not know is called by its id.</summary>
/// <param name="catalogue">The catalogue.</param>
internal sealed class CatalogueWords(PublishedCatalogue catalogue)
{
    private readonly Dictionary<string, PublishedIndicator> indicators = catalogue.Indicators.ToDictionary(
        indicator => indicator.Id,
        StringComparer.Ordinal);

    public IReadOnlyList<string> Levels => catalogue.Levels;

    /// <summary>The indicators, in the order in which people list them.</summary>
    public IReadOnlyList<PublishedIndicator> Indicators => catalogue.Indicators;

    public string LabelOf(string indicator) => indicators.TryGetValue(indicator, out var known) ? Words.Of(known.Label) : indicator;

    public string LevelOf(string level) => catalogue.LevelLabels.TryGetValue(level, out var label) ? Words.Of(label) : level;

    public string KindOf(string kind) => catalogue.ModelKindLabels.TryGetValue(kind, out var label) ? Words.Of(label) : kind;

    public string StateOf(string indicator, string? state)
    {
        if (state is null or "unreported")
            return Words.Get("Unreported");
        return indicators.TryGetValue(indicator, out var known) && known.StateLabels.TryGetValue(state, out var label)
            ? Words.Of(label)
            : state;
    }

    public string? CompleteOf(string indicator) => indicators.TryGetValue(indicator, out var known) ? known.Complete : null;

    public string? WholeOf(string indicator) => indicators.TryGetValue(indicator, out var known) ? known.Of : null;

    /// <summary><c>62/63 kiện toàn</c>.</summary>
    public string TextOf(Headline headline) => $"{headline.Complete}/{headline.Total} {LabelOf(headline.Indicator)}";
}
