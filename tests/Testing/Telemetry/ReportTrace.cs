using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Net.Http.Json;
using System.Threading.Tasks;

namespace Aggregation.Testing.Telemetry;

/// <summary>One report whose sender has a trace of its own, and what a collector received of it.</summary>
public sealed class ReportTrace
{
    /// <summary>The trace's id.</summary>
    public string Id { get; } = Guid.NewGuid().ToString("N");

    /// <summary>The sender's span.</summary>
    public string Sender => "00f067aa0ba902b7";

    /// <summary>Sends a batch with a report of each commune.</summary>
    public async Task<HttpResponseMessage> SendAsync(HttpClient http, params string[] units)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("reports", UriKind.Relative))
        {
            Content = JsonContent.Create(
                new
                {
                    reports = units.Select(unit =>
                    new
                    {
                        unit,
                        idempotencyKey = $"{Id}-{unit}",
                        effectiveOn = "2017-02-20",
                        statuses = new { committee = "consolidated" }
                    })
                }),
            Headers = { { "traceparent", $"00-{Id}-{Sender}-01" } },
        };
        return await http.SendAsync(request);
    }

    /// <summary>The spans of the trace.</summary>
    public IReadOnlyList<ReceivedSpan> SpansIn(OtlpCollector collector) => [.. collector.Spans.Where(span => span.TraceId == Id)];

    /// <summary>Our own spans from the one that began last up to the request's, by their names; empty while any is missing.</summary>
    public IReadOnlyList<string> ChainIn(OtlpCollector collector, string last)
    {
        var spans = SpansIn(collector).ToDictionary(span => span.SpanId, StringComparer.Ordinal);
        var chain = new List<string>();
        for (var at = spans.Values.FirstOrDefault(span => span.Name == last); at is not null; at = spans.GetValueOrDefault(at.ParentId))
        {
            if (at.Source != "Microsoft.Orleans.Application")
                chain.Insert(0, at.Name);
            if (at.ParentId == Sender)
                return chain;
        }

        return [];
    }
}
