using System;
using System.Text.Json.Nodes;
using Aggregation.Contracts;

namespace Aggregation.Api.Http;

/// <summary>Examples of what calls take; each is one that the API accepts of a ledger with such units.</summary>
internal static class ApiExamples
{
    /// <summary>A body; null where there is no example.</summary>
    public static JsonNode? Of(Type body) => body.Name switch
    {
        nameof(ReportBatch) => JsonNode.Parse(
            """
            {"reports":[{"unit":"00001","idempotencyKey":"hn-2017-000123","effectiveOn":"2017-02-20","counts":{"residential-areas":12,"safe-residential-areas":9},
            "models":[{"name":"Móc khóa an toàn","kinds":["self-protection"],"sites":2,"groups":1}],"statuses":{"committee":"consolidated"},"declared":{"models":3},"note":"lần đầu"}]}
            """),
        nameof(KeyRequest) => JsonNode.Parse("""{"unit":"01","role":"reporter","note":"Hà Nội"}"""),
        nameof(KeyRotation) => JsonNode.Parse("""{"overlapDays":30}"""),
        nameof(SessionRequest) => JsonNode.Parse("""{"key":"agg_…"}"""),
        _ => null,
    };

    /// <summary>The value of a parameter; null where there is no example.</summary>
    public static JsonNode? Of(string path, string name) => name switch
    {
        "code" or "parent" => "01",
        "unit" => new JsonArray("VN", "01"),
        "asOf" or "to" => "2017-02-20",
        "from" => "2017-01-01",
        "knownAt" => "2017-03-01T00:00:00Z",
        "q" => "ha noi",
        "edition" => "2023",
        "limit" => 100,
        "level" => "province",
        "indicator" => path.EndsWith("history", StringComparison.Ordinal) ? "models" : "committee",
        _ => null,
    };
}
