using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Http.Json;
using System.Threading.Tasks;
using Aggregation.Testing.Processes;
using Xunit;

namespace Aggregation.Tests.Processes.RollUps;

/// <summary>
/// A province's machine on a bad line: it sends batches, repeats some, withdraws some, and keeps what was not acknowledged.
/// </summary>
public sealed class Reporter(RandomReports random)
{
    private readonly List<SentReport> standing = [];

    /// <summary>Everything that was ever sent.</summary>
    public List<SentReport> Sent { get; } = [];

    /// <summary>The batch that was sent last and not acknowledged.</summary>
    public List<SentReport> Pending { get; private set; } = [];

    /// <summary>Sends batches until so many reports are acknowledged, or the silo goes away.</summary>
    /// <returns>False when the silo went away.</returns>
    public async Task<bool> RunAsync(HttpClient http, int reports)
    {
        var acknowledged = 0;
        while (acknowledged < reports)
        {
            if (Pending.Count == 0)
                Pending = NextBatch();
            if (!await SendAsync(http, Pending))
                return false;
            acknowledged += Pending.Count;
            if (random.Once(10) && !await SendAsync(http, Pending))
                return false;
            Pending = [];
        }

        return true;
    }

    private List<SentReport> NextBatch()
    {
        List<SentReport> batch = [.. Enumerable.Range(0, random.UpTo(30)).Select(_ => random.Next())];
        if (standing.Count > 0 && random.Once(3))
        {
            batch.Add(random.Withdrawal(standing[^1]));
            standing.RemoveAt(standing.Count - 1);
        }

        Sent.AddRange(batch);
        return batch;
    }

    private async Task<bool> SendAsync(HttpClient http, List<SentReport> batch)
    {
        HttpResponseMessage answer;
        try
        {
            answer = await http.PostAsJsonAsync(
                new Uri("reports", UriKind.Relative),
                new { reports = batch.Select(report => report.Body) });
        }
        catch (HttpRequestException)
        {
            return false;
        }

        using (answer)
        {
            // What was not acknowledged is not known: the batch is sent again with the same keys.
            if (answer.StatusCode == HttpStatusCode.ServiceUnavailable)
                return false;
            var json = await HttpCalls.ReadAsync(answer, HttpStatusCode.OK);
            foreach (var (report, result) in batch.Zip(json.GetProperty("results").EnumerateArray()))
            {
                var sequence = result.GetProperty("sequence").GetInt32();
                Assert.True(report.Sequence is null
                    || report.Sequence == sequence, $"{report.Unit} {report.Key} was {report.Sequence} and is {sequence}");
                if (report.Sequence is null && report.Withdraws is null)
                    standing.Add(report);
                report.Sequence = sequence;
            }
        }

        return true;
    }
}
