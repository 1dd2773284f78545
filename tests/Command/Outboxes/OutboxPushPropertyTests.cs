using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;
using Aggregation.Client;
using Aggregation.Contracts;
using Aggregation.Outboxes;
using Aggregation.Outboxes.Pushing;
using Aggregation.Testing.Processes;
using Aggregation.Testing.Reference;
using Aggregation.Tests.Command.Client;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Aggregation.Tests.Command.Outboxes;

/// <summary>Whatever reports wait, and whatever the silo and the network make of them.</summary>
public sealed class OutboxPushPropertyTests
{
    private static readonly string[] Units = ["01", "02", "03", "04"];

    private static Gen<(string Unit, long Figure)> Reports =>
        from unit in Gen.Elements(Units)
        from kind in Gen.Choose(0, 9)
        from figure in Gen.Choose(0, 12)
        select (unit, kind == 0 ? ModelSilo.Never : figure);

    [Fact]
    public void Every_report_is_recorded_once_and_in_order_or_set_aside_for_its_fault() => Properties.ForAllLists(Reports, async reports =>
    {
        using var silo = new ModelSilo(reports.Length);
        var refused = new List<Report>();
        var sent = await PushAsync(silo, reports, (report, _) =>
        {
            Assert.True(silo.Refuses(report), $"{report.Unit} was set aside for nothing.");
            refused.Add(report);
        });

        foreach (var unit in Units)
        {
            var stands = sent.Where(report => report.Report.Unit == unit && report.State == OutboxState.Recorded)
                .Select(report => report.Report.IdempotencyKey);
            Assert.Equal(stands, (silo.Rows.GetValueOrDefault(unit) ?? []).Select(row => row.Key));
        }

        Assert.All(sent, report => Assert.Contains(report.State, new[] { OutboxState.Recorded, OutboxState.Refused }));
        Assert.Equal(refused.Select(report => report.IdempotencyKey).Order(StringComparer.Ordinal), sent.Where(report =>
            report.State == OutboxState.Refused).Select(report => report.Report.IdempotencyKey).Order(StringComparer.Ordinal));
    }, 150);

    [Fact]
    public void A_report_at_which_the_silo_fails_holds_up_its_own_unit_alone() => Properties.ForAllLists(Reports, async reports =>
    {
        using var silo = new ModelSilo(reports.Length);
        var poisoned = reports.Append(("01", ModelSilo.Poison)).Concat(reports.Where(report => report.Unit != "01")).ToArray();

        var sent = await PushAsync(silo, poisoned, (_, _) => { });

        var waiting = Assert.Single(sent, report => report.State == OutboxState.Waiting);
        Assert.Equal("01", waiting.Report.Unit);
    }, 60);

    private static async Task<IReadOnlyList<OutboxReport>> PushAsync(
        ModelSilo silo,
        IEnumerable<(string Unit, long Figure)> reports,
        Action<Report, OutboxRefusal> refused)
    {
        using var folder = new TemporaryFolder();
        var address = new Uri("http://silo.invalid");
        var time = new SkippingTime();
        using var outbox = Outbox.Open(folder.File("box.db"), address);
        outbox.Add(new ReportBatch([.. reports.Select(report => Draft.Of(report.Unit, report.Figure))]));
        using var http = new HttpClient(silo, disposeHandler: false);
        using var client = new AggregationClient(http, new AggregationClientOptions { Url = address, Time = time });
        var push = new OutboxPush(outbox, client, new PushOptions { Time = time, Retry = { Attempts = 40 } });
        await push.RunAsync(new Steps(step =>
        {
            foreach (var (report, refusal) in step.Refused)
                refused(report.Report, refusal);
        }));
        return outbox.Read(Enum.GetValues<OutboxState>());
    }
}
