using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Client;
using Aggregation.Contracts;
using Xunit;
using static Aggregation.Tests.Command.Client.FaultyHandler;

namespace Aggregation.Tests.Command.Client;

/// <summary>When the client tries again, when it does not, and what it says in the end.</summary>
public sealed class RetryTests
{
    private const string Receipt =
        """{"edition":"2023","accepted":1,"duplicates":0,"results":[{"unit":"01","sequence":1,"outcome":"accepted"}]}""";

    private static readonly ReportBatch Batch =
        new([new Report { Unit = "01", IdempotencyKey = "k-1", EffectiveOn = new DateOnly(2017, 2, 20), Note = "Hà Nội" }]);

    private readonly SkippingTime time = new();

    [Fact]
    public async Task A_batch_is_sent_again_with_the_same_keys()
    {
        using var handler = new FaultyHandler(
            Problem(HttpStatusCode.ServiceUnavailable, "unavailable"),
            Lost(),
            Page(HttpStatusCode.BadGateway),
            Json(Receipt));

        var receipt = await Client(handler).SubmitAsync(Batch);

        Assert.Equal(1, receipt.Accepted);
        Assert.Equal(4, handler.Bodies.Count);
        Assert.Single(handler.Bodies.Distinct(StringComparer.Ordinal));
        Assert.Contains("\"idempotencyKey\":\"k-1\"", handler.Bodies[0], StringComparison.Ordinal);
        Assert.Contains("Hà Nội", handler.Bodies[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Retry_After_is_obeyed()
    {
        using var handler = new FaultyHandler(
            Problem(HttpStatusCode.TooManyRequests, "too-many-requests", TimeSpan.FromSeconds(17)),
            Json(Receipt));

        await Client(handler).SubmitAsync(Batch);

        Assert.Equal([TimeSpan.FromSeconds(17)], time.Waits);
    }

    [Fact]
    public async Task A_Retry_After_that_is_too_long_ends_the_call()
    {
        using var handler = new FaultyHandler(Problem(HttpStatusCode.TooManyRequests, "too-many-requests", TimeSpan.FromHours(1)));

        var problem = await Assert.ThrowsAsync<AggregationProblemException>(() => Client(handler).SubmitAsync(Batch));

        Assert.Equal(TimeSpan.FromHours(1), problem.RetryAfter);
        Assert.Empty(time.Waits);
    }

    [Fact]
    public async Task Waits_double_and_part_of_them_is_random()
    {
        using var handler = new FaultyHandler([.. Enumerable.Repeat(Lost(), 6)]);

        await Assert.ThrowsAsync<AggregationUnreachableException>(() => Client(handler).GetRollUpAsync("VN"));

        List<TimeSpan> longest =
            [.. Enumerable.Range(0, 5).Select(doublings => TimeSpan.FromMilliseconds(Math.Min(1000, 100 << doublings)))];
        Assert.Equal(longest.Count, time.Waits.Count);
        Assert.All(time.Waits.Zip(longest), wait => Assert.InRange(wait.First, wait.Second / 2, wait.Second));
    }

    [Theory]
    [InlineData(HttpStatusCode.BadRequest)]
    [InlineData(HttpStatusCode.Unauthorized)]
    [InlineData(HttpStatusCode.Conflict)]
    [InlineData(HttpStatusCode.UnprocessableEntity)]
    [InlineData(HttpStatusCode.InternalServerError)]
    public async Task A_refusal_is_an_exception_with_all_that_was_said_and_is_not_tried_again(HttpStatusCode status)
    {
        using var handler = new FaultyHandler(Problem(status, "some-code"));

        var problem = await Assert.ThrowsAsync<AggregationProblemException>(() => Client(handler).SubmitAsync(Batch));

        Assert.Equal((status, "some-code", "T", "D"), (problem.Status, problem.Code, problem.Title, problem.Detail));
        Assert.Equal(new ProblemError("/reports/0", "x", "M"), Assert.Single(problem.Errors));
        Assert.Single(handler.Requests);
    }

    [Fact]
    public async Task A_page_of_something_else_is_a_problem_too()
    {
        using var handler = new FaultyHandler(Page(HttpStatusCode.NotFound));

        var problem = await Assert.ThrowsAsync<AggregationProblemException>(() => Client(handler).GetRollUpAsync("VN"));

        Assert.Equal((HttpStatusCode.NotFound, "about:blank"), (problem.Status, problem.Code));
    }

    [Theory]
    [InlineData(HttpRequestError.ResponseEnded, 1)]
    [InlineData(HttpRequestError.ConnectionError, 2)]
    public async Task A_key_is_asked_for_again_only_if_nobody_can_have_made_it(HttpRequestError loss, int requests)
    {
        using var handler = new FaultyHandler(Lost(loss), Json("""{"edition":"2023","id":"a","key":"b"}"""));

        var made = await Record.ExceptionAsync(() => Client(handler).CreateKeyAsync(new KeyRequest("01", "reporter")));

        Assert.Equal(requests, handler.Requests.Count);
        Assert.Equal(requests == 1, made is AggregationUnreachableException);
    }

    [Fact]
    public async Task Pages_are_read_one_after_another()
    {
        using var handler = new FaultyHandler(
            Json("""{"edition":"2023","simulated":false,"items":[{"code":"01","name":"A","kind":"Tỉnh","level":"province","parent":"VN","region":null,"simulated":false}],"next":"c 1"}"""),
            Json("""{"edition":"2023","simulated":false,"items":[{"code":"02","name":"B","kind":"Tỉnh","level":"province","parent":"VN","region":null,"simulated":false}],"next":null}"""));

        var codes = new List<string>();
        await foreach (var unit in Client(handler).GetUnitsAsync(new UnitQuery { Text = "hà" }))
            codes.Add(unit.Code);

        Assert.Equal(["01", "02"], codes);
        Assert.Equal(["GET /api/v1/units?q=h%C3%A0&limit=1000", "GET /api/v1/units?q=h%C3%A0&cursor=c%201&limit=1000"], handler.Requests);
    }

    [Fact]
    public async Task Cancelled_it_stops_waiting()
    {
        using var handler = new FaultyHandler(Problem(HttpStatusCode.ServiceUnavailable, "unavailable", TimeSpan.FromSeconds(30)));
        using var stop = new CancellationTokenSource();
        using var http = new HttpClient(handler);
        using var client = new AggregationClient(http, new AggregationClientOptions());

        var call = client.SubmitAsync(Batch, cancellationToken: stop.Token);
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
    }

    private AggregationClient Client(FaultyHandler handler) => new(
        new HttpClient(handler),
        new AggregationClientOptions
        {
            Time = time,
            Retry = { FirstDelay = TimeSpan.FromMilliseconds(100), LongestDelay = TimeSpan.FromSeconds(1) }
        });
}
