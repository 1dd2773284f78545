using System;
using System.Collections.Generic;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace Aggregation.Tests.Command.Client;

/// <summary>A network that answers as it is told, one answer a request, and keeps what was sent.</summary>
public sealed class FaultyHandler(params Func<HttpResponseMessage>[] answers) : HttpMessageHandler
{
    private readonly Queue<Func<HttpResponseMessage>> waiting = new(answers);

    /// <summary>The bodies sent.</summary>
    public List<string> Bodies { get; } = [];

    /// <summary>The requests sent.</summary>
    public List<string> Requests { get; } = [];

    /// <summary>The header of each request that a stream goes on from.</summary>
    public List<string?> LastEventIds { get; } = [];

    public static Func<HttpResponseMessage> Json(string body) =>
        () => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(body, Encoding.UTF8, "application/json") };

    public static Func<HttpResponseMessage> Stream(string body) =>
        () => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(body, Encoding.UTF8, "text/event-stream") };

    public static Func<HttpResponseMessage> Problem(
        HttpStatusCode status,
        string code,
        TimeSpan? retryAfter = null) => () => new HttpResponseMessage(status)
        {
            Content = new StringContent(
            $$"""{"type":"urn:aggregation:problem:{{code}}","title":"T","status":{{(int)status}},"detail":"D","errors":[{"pointer":"/reports/0","code":"x","message":"M"}]}""",
            Encoding.UTF8,
            "application/problem+json"),
            Headers = { RetryAfter = retryAfter is { } wait ? new RetryConditionHeaderValue(wait) : null },
        };

    public static Func<HttpResponseMessage> Page(HttpStatusCode status) =>
        () => new HttpResponseMessage(status) { Content = new StringContent("<html>", Encoding.UTF8, "text/html") };

    public static Func<HttpResponseMessage> Lost(HttpRequestError error = HttpRequestError.ResponseEnded) =>
        () => throw new HttpRequestException(error, "lost");

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Requests.Add($"{request.Method} {request.RequestUri!.PathAndQuery}");
        Bodies.Add(request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken));
        LastEventIds.Add(request.Headers.TryGetValues("Last-Event-ID", out var values) ? string.Join(",", values) : null);
        if (!waiting.TryDequeue(out var answer))
            throw new InvalidOperationException("Nobody expected another request.");
        var response = answer();
        response.RequestMessage = request;
        return response;
    }
}
