using System;
using System.Linq;
using Aggregation.Api.Http;
using Aggregation.Domain.Catalogue;

namespace Aggregation.Api.Reading;

/// <summary>Reads the <c>level</c> of a query.</summary>
public static class LevelParameters
{
    /// <summary>A level of the catalogue; null when it is absent.</summary>
    public static int? Level(this QueryParameters query, IndicatorCatalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(catalogue);
        if (query.Text("level") is not { } text)
            return null;
        var level = catalogue.LevelOf(text);
        if (level < 0)
            query.Fail("level", text, string.Join(", ", catalogue.Levels.Select(known => known.Id)));
        return level;
    }

    /// <summary>A level that exists below the unit and, where one is given, that an indicator applies to; null when it is absent.</summary>
    public static int? LevelBelow(this UnitRequest request, IndicatorCatalogue catalogue, Indicator? indicator = null)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(catalogue);
        if (request.Query.Text("level") is not { } text)
            return null;
        var level = catalogue.LevelOf(text);
        var levels = EditionIndex.Of(request.Edition).LevelsBelow(request.Index).Where(below => indicator?.AppliesTo(below) ?? true);
        if (!levels.Contains(level))
            request.Query.Fail("level", text, string.Join(", ", levels.Select(below => catalogue.Levels[below].Id)));
        return level;
    }

    /// <summary>The same, where the call cannot do without.</summary>
    public static int RequiredLevelBelow(this UnitRequest request, IndicatorCatalogue catalogue, Indicator indicator)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.LevelBelow(catalogue, indicator) is { } level)
            return level;
        var levels = EditionIndex.Of(request.Edition).LevelsBelow(request.Index).Where(indicator.AppliesTo);
        request.Query.Fail("level", null, string.Join(", ", levels.Select(below => catalogue.Levels[below].Id)));
        return -1;
    }
}
