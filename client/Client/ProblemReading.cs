using System;
using System.Net.Http;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Contracts;

namespace Aggregation.Client;

/// <summary>Turns an answer that refuses into an exception.</summary>
internal static class ProblemReading
{
    public static async Task<AggregationProblemException> ReadAsync(
        HttpResponseMessage answer,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var problem = await ReadBodyAsync(answer, cancellationToken) ?? new Problem
        {
            Type = "about:blank",
            Title = answer.ReasonPhrase is { Length: > 0 } phrase ? $"{(int)answer.StatusCode} {phrase}" : $"HTTP {(int)answer.StatusCode}",
            Status = (int)answer.StatusCode,
        };
        return new AggregationProblemException(problem) { RetryAfter = WaitOf(answer, now) };
    }

    // A gateway in between answers with pages of its own.
    private static async Task<Problem?> ReadBodyAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        if (answer.Content.Headers.ContentType?.MediaType != "application/problem+json")
            return null;
        try
        {
            await using var body = await answer.Content.ReadAsStreamAsync(cancellationToken);
            return await JsonSerializer.DeserializeAsync(body, WriteJson.Default.Problem, cancellationToken);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static TimeSpan? WaitOf(HttpResponseMessage answer, DateTimeOffset now)
    {
        var header = answer.Headers.RetryAfter;
        var wait = header?.Delta ?? (header?.Date is { } date ? date - now : null);
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }
}
