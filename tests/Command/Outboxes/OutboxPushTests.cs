using System;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Client;
using Aggregation.Contracts;
using Aggregation.Outboxes;
using Aggregation.Outboxes.Pushing;
using Aggregation.Testing.Processes;
using Aggregation.Tests.Command.Client;
using Xunit;
using static Aggregation.Tests.Command.Client.FaultyHandler;

namespace Aggregation.Tests.Command.Outboxes;

/// <summary>What sending makes of each answer.</summary>
public sealed class OutboxPushTests : IDisposable
{
    private const string One =
        """{"edition":"2023","accepted":1,"duplicates":0,"results":[{"unit":"01","sequence":1,"outcome":"accepted"}]}""";

    private readonly TemporaryFolder folder = new();
    private readonly Outbox outbox;
    private readonly SkippingTime time = new();

    public OutboxPushTests() => outbox = Outbox.Open(folder.File("box.db"), new Uri("http://silo.invalid"));

    [Theory]
    [InlineData(HttpStatusCode.TooManyRequests)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    public async Task Retry_After_is_waited_out_and_a_random_part_of_the_first_delay_more(HttpStatusCode status)
    {
        outbox.Add(new ReportBatch([Draft.Of("01")]));

        var (result, handler) = await PushAsync(Problem(status, "busy", TimeSpan.FromSeconds(17)), Json(One));

        Assert.Equal((1, PushEnd.Empty), (result.Recorded, result.End));
        Assert.InRange(Assert.Single(time.Waits), TimeSpan.FromSeconds(17.5), TimeSpan.FromSeconds(18));
        Assert.Single(handler.Bodies.Distinct());
    }

    [Fact]
    public async Task A_Retry_After_that_is_too_long_ends_what_should_end_and_keeps_the_report()
    {
        outbox.Add(new ReportBatch([Draft.Of("01")]));

        var (result, _) = await PushAsync(Problem(HttpStatusCode.ServiceUnavailable, "busy", TimeSpan.FromHours(2)));

        Assert.Equal((PushEnd.Unreachable, 1), (result.End, outbox.Count().Waiting));
        Assert.Empty(time.Waits);
    }

    [Fact]
    public async Task Waits_double_are_in_part_random_and_end_when_the_tries_are_used_up()
    {
        outbox.Add(new ReportBatch([Draft.Of("01")]));

        var (result, handler) = await PushAsync([.. Enumerable.Repeat(Lost(), 6)]);

        Assert.Equal((PushEnd.Unreachable, 1), (result.End, outbox.Count().Waiting));
        Assert.Equal(6, handler.Bodies.Count);
        Assert.Single(handler.Bodies.Distinct());
        Assert.Equal(5, time.Waits.Count);
        Assert.All(time.Waits.Select((wait, place) => (wait, longest: TimeSpan.FromSeconds(1 << place))), pair => Assert.InRange(
            pair.wait,
            pair.longest / 2,
            pair.longest));
    }

    [Theory]
    [InlineData(HttpStatusCode.OK)]
    [InlineData(HttpStatusCode.Forbidden)]
    [InlineData(HttpStatusCode.NotFound)]
    [InlineData(HttpStatusCode.BadGateway)]
    public async Task The_page_of_a_gateway_says_nothing_of_the_reports(HttpStatusCode status)
    {
        outbox.Add(new ReportBatch([Draft.Of("01")]));

        var (result, _) = await PushAsync(Page(status), Json("""{"accepted":1}"""), Json(One));

        Assert.Equal((1, 0, PushEnd.Empty), (result.Recorded, result.Refused, result.End));
    }

    [Theory]
    [InlineData(HttpStatusCode.Unauthorized, "bad-key")]
    [InlineData(HttpStatusCode.Forbidden, "wrong-role")]
    public async Task A_key_that_may_not_report_ends_it_and_refuses_nothing(HttpStatusCode status, string code)
    {
        outbox.Add(new ReportBatch([Draft.Of("01")]));

        var (result, _) = await PushAsync(Problem(status, code));

        Assert.Equal((PushEnd.NotAllowed, new OutboxCounts(1, 0)), (result.End, outbox.Count()));
    }

    [Fact]
    public async Task What_lies_outside_the_subtree_of_the_key_is_set_aside_with_the_reason()
    {
        outbox.Add(new ReportBatch([Draft.Of("02"), Draft.Of("01")]));

        var (result, _) = await PushAsync(Problem(HttpStatusCode.Forbidden, "outside-subtree"), Json(One));

        Assert.Equal((1, 1, PushEnd.Empty), (result.Recorded, result.Refused, result.End));
        var refused = Assert.Single(outbox.Read([OutboxState.Refused]));
        Assert.Equal(("02", "outside-subtree", "M"), (refused.Report.Unit, refused.Refusal!.Code, refused.Refusal.Errors[0].Message));
    }

    [Fact]
    public async Task Reports_of_another_edition_go_in_a_batch_of_their_own_and_are_refused_together()
    {
        outbox.Add(new ReportBatch([Draft.Of("01")]));
        outbox.Add(new ReportBatch([Draft.Of("01"), Draft.Of("02")]) { Edition = "1999" });
        const string edition =
            """{"type":"urn:aggregation:problem:invalid","title":"T","status":422,"errors":[{"pointer":"/edition","code":"not-the-active-edition","message":"M"}]}""";

        var (result, handler) = await PushAsync(Json(One), () => new HttpResponseMessage(
            HttpStatusCode.UnprocessableEntity)
        { Content = new StringContent(edition, null, "application/problem+json") });

        Assert.Equal((1, 2, PushEnd.Empty), (result.Recorded, result.Refused, result.End));
        Assert.DoesNotContain("edition", handler.Bodies[0], StringComparison.Ordinal);
        Assert.Contains("\"edition\":\"1999\"", handler.Bodies[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_batch_holds_a_thousand_reports_and_no_more_than_a_megabyte()
    {
        outbox.Add(new ReportBatch([.. Enumerable.Range(0, 1_001)
            .Select(_ => Draft.Of("01")), .. Enumerable.Range(0, 30).Select(_ => Draft.Of("02") with { Note = new string('ệ', 20_000) })]));
        using var handler = new CountingHandler();

        await PushAsync(handler);

        Assert.Equal(1_031, handler.Batches.Sum());
        Assert.Equal(1_000, handler.Batches[0]);
        Assert.All(handler.Lengths, length => Assert.InRange(length, 1, 1024 * 1024));
    }

    [Fact]
    public async Task Two_never_send_at_once_and_the_next_one_may_when_the_first_has_ended()
    {
        outbox.Add(new ReportBatch([Draft.Of("01")]));
        using var second = Outbox.Open(outbox.Path, outbox.Address);
        using var handler = new CountingHandler { Gate = new TaskCompletionSource() };
        var first = PushAsync(handler);
        await handler.Arrived.Task;

        using var http = new HttpClient(handler, disposeHandler: false);
        using var client = new AggregationClient(http, new AggregationClientOptions());
        var refusal = await Assert.ThrowsAsync<OutboxException>(() => new OutboxPush(second, client, new PushOptions()).RunAsync());
        handler.Gate.SetResult();

        Assert.Equal(OutboxFault.InUse, refusal.Fault);
        Assert.Equal(1, (await first).Recorded);
        Assert.Equal(PushEnd.Empty, (await new OutboxPush(second, client, new PushOptions()).RunAsync()).End);
    }

    [Fact]
    public async Task Cancelled_it_keeps_what_was_on_its_way()
    {
        outbox.Add(new ReportBatch([Draft.Of("01")]));
        using var handler = new CountingHandler { Gate = new TaskCompletionSource() };
        using var stop = new CancellationTokenSource();
        var sending = PushAsync(handler, stop.Token);
        await handler.Arrived.Task;
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);

        Assert.Equal(1, outbox.Count().Waiting);
    }

    public void Dispose()
    {
        outbox.Dispose();
        folder.Dispose();
    }

    private async Task<(PushResult Result, FaultyHandler Handler)> PushAsync(params Func<HttpResponseMessage>[] answers)
    {
        using var handler = new FaultyHandler(answers);
        return (await PushAsync(handler), handler);
    }

    private async Task<PushResult> PushAsync(HttpMessageHandler handler, CancellationToken cancellationToken = default)
    {
        using var http = new HttpClient(handler, disposeHandler: false);
        using var client = new AggregationClient(http, new AggregationClientOptions { Time = time });
        return await new OutboxPush(outbox, client, new PushOptions { Time = time }).RunAsync(null, cancellationToken);
    }
}
