using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Net.Http.Json;
using System.Threading.Tasks;

namespace Aggregation.Testing.Processes;

/// <summary>Single reports.</summary>
public static class Posts
{
    /// <summary>Reports one status of one unit, with a new key.</summary>
    public static Task<HttpResponseMessage> StatusAsync(
        HttpClient http,
        string unit,
        string indicator,
        string state) => http.PostAsJsonAsync(
        new Uri("reports", UriKind.Relative),
        new
        {
            reports = new[]
            {
                new
                {
                    unit,
                    idempotencyKey = Guid.NewGuid(),
                    effectiveOn = "2017-02-20",
                    statuses = new Dictionary<string, string>(StringComparer.Ordinal) { [indicator] = state },
                },
            },
        });
}
