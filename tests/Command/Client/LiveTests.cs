using System.Collections.Generic;
using System.Net;
using System.Net.Http;
using System.Threading.Tasks;
using Aggregation.Client;
using Xunit;
using static Aggregation.Tests.Command.Client.FaultyHandler;

namespace Aggregation.Tests.Command.Client;

/// <summary>A live stream that breaks, and goes on.</summary>
public sealed class LiveTests
{
    [Fact]
    public async Task It_is_opened_again_from_the_last_event_and_tells_nothing_twice()
    {
        using var handler = new FaultyHandler(
            Problem(HttpStatusCode.ServiceUnavailable, "unavailable"),
            Stream(Event("e1", "v1") + ":\n\n" + Event("e2", "v2") + "event: rollup\ndata: {\"half"),
            Lost(),
            Page(HttpStatusCode.BadGateway),
            Stream(Event("e2", "v2")),
            Stream(Event("e3", "v3")),
            Problem(HttpStatusCode.Unauthorized, "bad-key"));
        using var http = new HttpClient(handler);
        using var client = new AggregationClient(
            http,
            new AggregationClientOptions { Time = new SkippingTime(), Retry = { Attempts = 2 } });

        var versions = new List<string>();
        var problem = await Assert.ThrowsAsync<AggregationProblemException>(async () =>
        {
            await foreach (var rollUp in client.WatchAsync(["VN", "01"]))
                versions.Add(rollUp.Version);
        });

        Assert.Equal(["v1", "v2", "v3"], versions);
        Assert.Equal([null, null, "e2", "e2", "e2", "e2", "e3"], handler.LastEventIds);
        Assert.Equal("GET /api/v1/live?unit=VN&unit=01", handler.Requests[0]);
        Assert.Equal(HttpStatusCode.Unauthorized, problem.Status);
    }

    [Fact]
    public async Task A_silo_that_never_was_there_is_not_waited_for_for_ever()
    {
        using var handler = new FaultyHandler(Lost(), Lost());
        using var http = new HttpClient(handler);
        using var client = new AggregationClient(
            http,
            new AggregationClientOptions { Time = new SkippingTime(), Retry = { Attempts = 2 } });

        await Assert.ThrowsAsync<AggregationUnreachableException>(async () => await client.WatchAsync(["VN"])
            .GetAsyncEnumerator()
            .MoveNextAsync());
    }

    private static string Event(string id, string version) =>
        $$$"""
        id: {{{id}}}
        event: rollup
        data: {"code":"VN","name":"Việt Nam","kind":"Quốc gia","level":"nation","edition":"2023","simulated":false,"version":"{{{version}}}",
        data: "warming":false,"headlines":[],"counts":{},"models":{"distinct":0,"sites":0,"groups":0},"declared":{},"statuses":{},"reporting":{}}


        """;
}
