using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Contracts;

namespace Aggregation.Client;

/// <content>Live roll-ups.</content>
public sealed partial class AggregationClient
{
    /// <summary>
    /// Roll-ups as they change: first each unit's current one, then every change, the newest always among them. A
    /// connection that breaks is opened again for as long as it takes; what changed meanwhile comes then.
    /// </summary>
    /// <param name="units">1 to 100 codes.</param>
    /// <param name="interrupted">Told when the stream has ended and is about to be opened again.</param>
    /// <param name="cancellationToken">Ends the stream.</param>
    /// <exception cref="AggregationProblemException">The silo refuses the units or the key.</exception>
    /// <exception cref="AggregationUnreachableException">The first connection did not come about.</exception>
    public async IAsyncEnumerable<UnitRollUp> WatchAsync(
        IReadOnlyList<string> units,
        IProgress<LiveInterruption>? interrupted = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(units);
        var uri = UriOf(Query("live").Add("unit", units));
        var versions = new Dictionary<string, string>(StringComparer.Ordinal);
        string? lastId = null;
        for (var failures = 0; ;)
        {
            // Once it was open, it is only a matter of time until it is again.
            var repetition = versions.Count == 0 ? Repetition.Harmless : Repetition.Endless;
            using var connection = await OpenAsync(uri, lastId, repetition, cancellationToken);
            while (await connection.NextAsync(cancellationToken) is { } next)
            {
                failures = 0;
                lastId = next.Id;
                if (next.Type == "rollup" && ReadRollUp(next, versions) is { } rollUp)
                    yield return rollUp;
            }

            var delay = options.Retry.DelayAfter(++failures);
            interrupted?.Report(new LiveInterruption(failures, delay, connection.Reason));
            await Task.Delay(delay, options.Time, cancellationToken);
        }
    }

    // Every connection begins with the current roll-ups; those already told are not told again.
    private static UnitRollUp? ReadRollUp(LiveEvent next, Dictionary<string, string> versions)
    {
        var rollUp = JsonSerializer.Deserialize(next.Data, ReadJson.Default.UnitRollUp)!;
        if (versions.TryGetValue(rollUp.Code, out var told) && told == rollUp.Version)
            return null;
        versions[rollUp.Code] = rollUp.Version;
        return rollUp;
    }

    private async Task<LiveConnection> OpenAsync(Uri uri, string? lastId, Repetition repetition, CancellationToken cancellationToken)
    {
        HttpRequestMessage Make()
        {
            var request = new HttpRequestMessage(HttpMethod.Get, uri) { Headers = { { "Accept", "text/event-stream" } } };
            if (!string.IsNullOrEmpty(lastId))
                request.Headers.TryAddWithoutValidation("Last-Event-ID", lastId);
            return request;
        }

        var answer = await sender.SendAsync(Make, repetition, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        return await LiveConnection.OpenAsync(answer, lastId, cancellationToken);
    }
}
