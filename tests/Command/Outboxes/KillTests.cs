using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using Aggregation.Client;
using Aggregation.Contracts;
using Aggregation.Outboxes;
using Aggregation.Testing.Processes;
using Aggregation.Tests.Command.Fixtures;
using Aggregation.Tests.Command.Outboxes.Network;
using Xunit;

namespace Aggregation.Tests.Command.Outboxes;

/// <summary>The command itself, killed (kill -9) while it queues and while it sends over a line that breaks.</summary>
public sealed class KillTests(SimulatedSilo silo) : IClassFixture<SimulatedSilo>, IDisposable
{
    private const int Batch = 30;
    private const int Rounds = 6;

    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task Nothing_is_lost_or_recorded_twice_or_sent_under_another_key()
    {
        await using var network = new PoorNetwork(silo.Url, 7, [Fault.None, Fault.CutRequest, Fault.CutAnswer, Fault.Duplicate]);
        var box = Variables.Of(("AGGREGATION_OUTBOX", folder.File("box.db")));
        var keys = new List<string>();

        for (var round = 0; round < Rounds; round++)
        {
            var queued = await CommandProcess.RunWithAsync(network.Url, box, BatchOf(round), "report", "--file", "-", "--queue", "--json");
            Assert.True(queued.ExitCode == 0, queued.Errors);
            Schema.Matches("queued", queued.Output);
            keys = KeysIn(network.Url, keys);

            // It dies when its first request has gone out, or when it has told of its first answer.
            var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            network.Seen = _ => arrived.TrySetResult();
            await using (var push = CommandProcess.Start(network.Url, box, "push", "--follow"))
            {
                Task moment = round % 2 == 0 ? arrived.Task : push.Output.ReadLineAsync();
                await moment.WaitAsync(TimeSpan.FromSeconds(60));
                await push.KillAsync();
            }

            await using var queueing = CommandProcess.Start(
                network.Url,
                box,
                "report",
                "S01-002-00001",
                "--count",
                "agencies=1",
                "--on",
                "2017-02-20",
                "--queue");
            if (round % 2 == 0)
                Assert.StartsWith(
                    "Queued 1",
                    await queueing.Output.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(60)),
                    StringComparison.Ordinal);
            await queueing.KillAsync();
        }

        network.IsRepaired = true;
        var last = await CommandProcess.RunWithAsync(network.Url, box, null, "push", "--json");

        Assert.True(last.ExitCode == 0, last.Output + last.Errors);
        Assert.Equal(0, Schema.Matches("push", last.Output).GetProperty("leftWaiting").GetInt32());
        await AssertLedgerAsync(KeysIn(network.Url, keys));
        using var client = new AggregationClient(new AggregationClientOptions { Url = silo.Url, Key = SiloProcess.AdminKey });
        Assert.InRange((await client.GetReportPageAsync("S01-002-00001")).Items.Count, Rounds / 2, Rounds);
    }

    public void Dispose() => folder.Dispose();

    // Every key has been seen to wait under the number it has now: none was replaced.
    private List<string> KeysIn(Uri address, List<string> before)
    {
        using var outbox = Outbox.Open(folder.File("box.db"), address);
        var keys = outbox.Read(Enum.GetValues<OutboxState>())
            .Where(report => report.Report.Unit.StartsWith("S01-001", StringComparison.Ordinal))
            .Select(report => report.Report.IdempotencyKey)
            .ToList();
        Assert.Equal(before, keys.Take(before.Count));
        return keys;
    }

    private static string BatchOf(int round) => JsonSerializer.Serialize(
        new ReportBatch([.. Enumerable.Range(0, Batch).Select(number => Draft.Of(
            string.Create(CultureInfo.InvariantCulture, $"S01-001-{(number % 5) + 1:00000}"),
            (round * Batch) + number))]),
        WriteJson.Default.ReportBatch);

    private async Task AssertLedgerAsync(List<string> keys)
    {
        using var client = new AggregationClient(new AggregationClientOptions { Url = silo.Url, Key = SiloProcess.AdminKey });
        var recorded = 0;
        for (var unit = 1; unit <= 5; unit++)
        {
            var rows = (await client.GetReportPageAsync($"S01-001-{unit:00000}", limit: 1000)).Items.OrderBy(row => row.Sequence)
                .Select(row => row.IdempotencyKey)
                .ToList();
            recorded += rows.Count;
            Assert.Equal(keys.Where(key => rows.Contains(key, StringComparer.Ordinal)), rows);
        }

        Assert.Equal((Rounds * Batch, Rounds * Batch), (keys.Count, recorded));
    }
}
