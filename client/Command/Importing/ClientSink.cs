using System.Collections.Generic;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Client;
using Aggregation.Commands.Settings;
using Aggregation.Contracts;
using Aggregation.Files.Sending;

namespace Aggregation.Commands.Importing;

/// <summary>Sends the batches of a file to a silo.</summary>
/// <param name="run">The run.</param>
internal sealed class ClientSink(CommandRun run) : IReportSink
{
    /// <summary>True once something may have been recorded.</summary>
    public bool HasRecorded { get; private set; }

    public async Task<SinkAnswer> TakeAsync(IReadOnlyList<Report> reports, bool dryRun, CancellationToken cancellationToken)
    {
        HasRecorded |= !dryRun;
        try
        {
            return new SinkAnswer(await run.Client.SubmitAsync(
                new ReportBatch(reports) { Edition = run.Value(GlobalOptions.Edition) },
                dryRun,
                cancellationToken), null);
        }
        catch (AggregationProblemException problem) when (problem.Status is HttpStatusCode.Forbidden or HttpStatusCode.Conflict
            or HttpStatusCode.UnprocessableEntity)
        {
            return new SinkAnswer(null, problem.Problem);
        }
    }
}
