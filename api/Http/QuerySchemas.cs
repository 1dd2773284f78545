using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;
using Aggregation.Domain.Catalogue;
using Microsoft.OpenApi;

namespace Aggregation.Api.Http;

/// <summary>What the values of query parameters may be, by the parameters' names; each name means the same in every call.</summary>
/// <param name="catalogue">The catalogue, whose ids some of them take.</param>
internal sealed class QuerySchemas(IndicatorCatalogue catalogue)
{
    /// <summary>Calls that cannot do without a parameter.</summary>
    /// <param name="path">The call's path.</param>
    /// <param name="name">The parameter.</param>
    public static bool IsRequired(string path, string name) =>
        (Last(path), name) is ("history" or "outstanding", "indicator") or ("live", "unit");

    /// <summary>The values of a parameter.</summary>
    /// <param name="path">The call's path.</param>
    /// <param name="name">The parameter.</param>
    public OpenApiSchema Of(string path, string name) => name switch
    {
        "limit" => new OpenApiSchema
        {
            Type = JsonSchemaType.Integer,
            Format = "int32",
            Minimum = "1",
            Maximum = QueryParameters.MaxLimit.ToString(CultureInfo.InvariantCulture),
            Default = QueryParameters.DefaultLimit
        },
        "asOf" or "from" or "to" => new OpenApiSchema { Type = JsonSchemaType.String, Format = "date" },
        "knownAt" => new OpenApiSchema { Type = JsonSchemaType.String, Format = "date-time" },
        "dryRun" or "deep" => new OpenApiSchema { Type = JsonSchemaType.Boolean, Default = false },
        "edition" => new OpenApiSchema { Type = JsonSchemaType.String, Pattern = "^[A-Za-z0-9]{1,16}$" },
        "level" => OneOf(catalogue.Levels.Select(level => level.Id)),
        "kind" => OneOf(catalogue.ModelKinds.Select(kind => kind.Id)),
        "step" => OneOf(["day", "month", "year"], "month"),
        "indicator" when Last(path) == "history" => OneOf(catalogue.Indicators.Select(indicator => indicator.Id).Append("models")),
        "indicator" => OneOf(catalogue.Statuses.Select(status => status.Id).Append("reporting")),
        "allow" => Several(OneOf(["moves", "renames"]), 2),
        "confirm" => Several(new OpenApiSchema { Type = JsonSchemaType.String }, null),
        "unit" => Several(new OpenApiSchema { Type = JsonSchemaType.String }, 100),
        _ => new OpenApiSchema { Type = JsonSchemaType.String },
    };

    private static string Last(string path) => path.Split('/')[^1];

    private static OpenApiSchema OneOf(IEnumerable<string> values, string? usual = null) =>
        new() { Type = JsonSchemaType.String, Enum = [.. values.Select(value => (JsonNode)value)], Default = usual };

    private static OpenApiSchema Several(OpenApiSchema one, int? most) =>
        new() { Type = JsonSchemaType.Array, Items = one, MaxItems = most };
}
