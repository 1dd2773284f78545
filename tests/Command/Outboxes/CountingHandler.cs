using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Text;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Contracts;

namespace Aggregation.Tests.Command.Outboxes;

/// <summary>A silo that takes everything, and counts; with a gate it answers when that opens.</summary>
public sealed class CountingHandler : HttpMessageHandler
{
    /// <summary>How many reports each batch held.</summary>
    public List<int> Batches { get; } = [];

    /// <summary>How long each body was, in bytes.</summary>
    public List<int> Lengths { get; } = [];

    /// <summary>Holds every answer back until it is set.</summary>
    public TaskCompletionSource? Gate { get; init; }

    /// <summary>Set by the first request.</summary>
    public TaskCompletionSource Arrived { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = await request.Content!.ReadAsByteArrayAsync(cancellationToken);
        var reports = JsonSerializer.Deserialize(body, WriteJson.Default.ReportBatch)!.Reports;
        Batches.Add(reports.Count);
        Lengths.Add(body.Length);
        Arrived.TrySetResult();
        if (Gate is not null)
            await Gate.Task.WaitAsync(cancellationToken);
        var receipt = new ReportReceipt(
            "2023",
            reports.Count,
            0,
            [.. reports.Select((report, place) => new ReportResult(report.Unit, place + 1, "accepted"))]);
        return new HttpResponseMessage
        {
            Content = new StringContent(
            JsonSerializer.Serialize(receipt, WriteJson.Default.ReportReceipt),
            Encoding.UTF8,
            "application/json")
        };
    }
}
