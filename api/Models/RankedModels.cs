using System;
using System.Collections.Immutable;
using System.Linq;
using System.Runtime.CompilerServices;
using Aggregation.Api.Reading;
using Aggregation.Domain.Tallies;

namespace Aggregation.Api.Models;

/// <summary>The models of one tally, most sites first, ready to be paged and searched; worked out once a tally.</summary>
public sealed class RankedModels
{
    private static readonly ConditionalWeakTable<Tally, RankedModels> Known = [];

    private RankedModels(Tally tally) =>
        Models =
        [
            .. tally.Models
                .OrderByDescending(model => model.Sites)
                .ThenBy(model => model.NormalName, StringComparer.Ordinal)
                .Select(model => new RankedModel(model, PlainText.Of(model.Name))),
        ];

    /// <summary>The models in their order.</summary>
    public ImmutableArray<RankedModel> Models { get; }

    /// <summary>The models of a tally.</summary>
    public static RankedModels Of(Tally tally) => Known.GetValue(tally, static tally => new RankedModels(tally));
}
