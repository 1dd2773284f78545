using Aggregation.Api.Reading;
using Aggregation.Domain.Tallies;

namespace Aggregation.Api.Models;

/// <summary>A model with the form of its name that is searched.</summary>
/// <param name="Model">The model.</param>
/// <param name="PlainName">Its name as <see cref="PlainText"/>.</param>
public readonly record struct RankedModel(ModelTally Model, string PlainName)
{
    /// <summary>True when it comes after the model of those sites and that normal name.</summary>
    public bool ComesAfter(long sites, string normalName) =>
        Model.Sites < sites || (Model.Sites == sites && string.CompareOrdinal(Model.NormalName, normalName) > 0);
}
