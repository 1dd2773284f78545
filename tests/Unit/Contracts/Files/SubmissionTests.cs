using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Contracts;
using Aggregation.Files.Sending;
using Xunit;

namespace Aggregation.Tests.Contracts.Files;

/// <summary>What is said of a file that was refused.</summary>
public sealed class SubmissionTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Nothing_is_said_to_be_recorded_where_nothing_was_though_some_of_it_stood_before(bool dryRun)
    {
        var reading = Books.Read("agencies", "00001;;20/02/2017;5", "00004;;20/02/2017;x6");

        var outcome = await FileSubmission.RunAsync(reading, new KnowingSink(), dryRun, CancellationToken.None);

        Assert.Equal((FileVerdict.Invalid, 1), (outcome.Verdict, outcome.Faults.Count));
        Assert.Empty(outcome.Recorded);
    }

    /// <summary>Has every report already.</summary>
    private sealed class KnowingSink : IReportSink
    {
        public Task<SinkAnswer> TakeAsync(
            IReadOnlyList<Report> reports,
            bool dryRun,
            CancellationToken cancellationToken) => Task.FromResult(new SinkAnswer(
            new ReportReceipt(
                "2023",
                0,
                reports.Count,
                [.. reports.Select((report, place) => new ReportResult(report.Unit, place + 1, "duplicate"))]),
            null));
    }
}
