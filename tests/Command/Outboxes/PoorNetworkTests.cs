using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Client;
using Aggregation.Contracts;
using Aggregation.Outboxes;
using Aggregation.Outboxes.Pushing;
using Aggregation.Testing.Processes;
using Aggregation.Tests.Command.Fixtures;
using Aggregation.Tests.Command.Outboxes.Network;
using Xunit;
using Xunit.Abstractions;

namespace Aggregation.Tests.Command.Outboxes;

/// <summary>
/// Ten minutes of a line that loses, delays, doubles and breaks what goes over it, by a simulated clock, against a silo as it is.
/// </summary>
public sealed class PoorNetworkTests(SimulatedSilo silo, ITestOutputHelper output) : IClassFixture<SimulatedSilo>, IDisposable
{
    private const int Reports = 400;

    private static readonly TimeSpan Duration = TimeSpan.FromMinutes(10);

    // Bad lines work more often than not.
    private static readonly Fault[] Faults = [.. Enum.GetValues<Fault>(), Fault.None, Fault.None, Fault.None];

    private readonly TemporaryFolder folder = new();
    private readonly SimulatedClock clock = new();

    [Theory]
    [InlineData(1, "S01-001")]
    [InlineData(2, "S02-001")]
    [InlineData(3, "S79-001")]
    public async Task Every_report_is_recorded_once_and_in_order_though_the_sender_stops_and_starts(int seed, string district)
    {
        var sender = new SimulatedSender(clock);
        await using var network = new PoorNetwork(silo.Url, seed, Faults, clock, sender.Hold);
        var random = new Random(seed);
        var entered = EnterOverTime(network.Url, district, random);

        while (clock.Elapsed < Duration)
            await SendForAsync(network, sender, TimeSpan.FromSeconds(random.Next(5, 120)));
        var beforeTheEnd = Count(network.Url, OutboxState.Recorded);
        network.IsRepaired = true;
        using (var outbox = Outbox.Open(Path, network.Url))
        using (var client = new AggregationClient(new AggregationClientOptions { Url = network.Url, Key = SiloProcess.AdminKey }))
            Assert.Equal(PushEnd.Empty, (await new OutboxPush(outbox, client, new PushOptions()).RunAsync()).End);

        output.WriteLine(
            $"{clock.Elapsed}, {beforeTheEnd} recorded by then; "
                + $"{string.Join(", ", network.Happened.Select(fault => $"{fault.Key} {fault.Value}"))}");
        Assert.True(beforeTheEnd > Reports / 2, $"Only {beforeTheEnd} were recorded in ten minutes.");
        Assert.Equal(Enum.GetValues<Fault>().Order(), network.Happened.Keys.Order());
        await AssertLedgerAsync(entered, network.Url);
    }

    public void Dispose() => folder.Dispose();

    private string Path => folder.File("box.db");

    // Callbacks of the clock enter them, as other processes would, whether anybody sends or not.
    private List<(string Unit, string Key, bool IsRight)> EnterOverTime(Uri address, string district, Random random)
    {
        var entered = new List<(string Unit, string Key, bool IsRight)>();
        for (var number = 0; number < Reports; number++)
        {
            var isRight = random.Next(20) != 0;
            var unit = string.Create(CultureInfo.InvariantCulture, $"{district}-{random.Next(1, 9):00000}");
            var figure = number + 1;
            clock.CreateTimer(
                _ =>
                {
                    using var outbox = Outbox.Open(Path, address, clock);
                    var draft = Draft.Of(unit, figure);
                    var position = outbox.Add(new ReportBatch([isRight
                        ? draft
                        : draft with { Counts = new Dictionary<string, long> { ["nothing"] = 1 } }]))[0];
                    entered.Add((unit, outbox.Find(position)!.Report.IdempotencyKey, isRight));
                },
                null,
                Duration * random.NextDouble() * 0.95,
                Timeout.InfiniteTimeSpan);
        }

        return entered;
    }

    private async Task SendForAsync(PoorNetwork network, SimulatedSender sender, TimeSpan duration)
    {
        using var stop = new CancellationTokenSource();
        using var outbox = Outbox.Open(Path, network.Url, clock);
        using var http = new HttpClient(sender.MakeHandler()) { Timeout = Timeout.InfiniteTimeSpan };
        using var client = new AggregationClient(http, new AggregationClientOptions
        {
            Url = network.Url,
            Key = SiloProcess.AdminKey,
            Time = sender.Timeouts,
            Timeout = TimeSpan.FromSeconds(30)
        });
        var push = new OutboxPush(outbox, client, new PushOptions
        {
            Follow = true,
            Time = sender.Pauses,
            Retry = { FirstDelay = TimeSpan.FromSeconds(1), LongestDelay = TimeSpan.FromSeconds(20) }
        });
        sender.SetGone(false);
        var sending = Task.Run(() => push.RunAsync(null, stop.Token));
        var until = clock.Elapsed + duration;
        while (clock.Elapsed < until && clock.Elapsed < Duration)
            Assert.True(sender.GoOn());
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
        sender.SetGone(true);
    }

    private int Count(Uri address, OutboxState state)
    {
        using var outbox = Outbox.Open(Path, address);
        return outbox.Read([state]).Count;
    }

    private async Task AssertLedgerAsync(List<(string Unit, string Key, bool IsRight)> entered, Uri address)
    {
        using var client = new AggregationClient(new AggregationClientOptions { Url = silo.Url, Key = SiloProcess.AdminKey });
        Assert.Equal(Reports, entered.Count);
        foreach (var unit in entered.GroupBy(report => report.Unit))
        {
            var rows = (await client.GetReportPageAsync(unit.Key, limit: 1000)).Items;
            Assert.Equal(
                unit.Where(report => report.IsRight).Select(report => report.Key),
                rows.OrderBy(row => row.Sequence).Select(row => row.IdempotencyKey));
        }

        using var outbox = Outbox.Open(Path, address);
        Assert.Equal(
            entered.Where(report => !report.IsRight).Select(report => report.Key),
            outbox.Read([OutboxState.Refused]).Select(report => report.Report.IdempotencyKey));
    }
}
