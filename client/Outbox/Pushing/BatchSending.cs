using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Client;
using Aggregation.Contracts;

namespace Aggregation.Outboxes.Pushing;

/// <summary>Sends one batch once, and says what the answer means for its reports.</summary>
/// <param name="client">Reaches the silo.</param>
internal sealed class BatchSending(AggregationClient client)
{
    private const string WrongRole = "wrong-role";

    // What answers in the name of no silo: a gateway, or the page at which a hotel's network asks for a room number.
    private const string Foreign = "about:blank";

    public async Task<PushAnswer> SendAsync(IReadOnlyList<OutboxReport> batch, CancellationToken cancellationToken)
    {
        try
        {
            var receipt = await client.SubmitOnceAsync(
                new ReportBatch([.. batch.Select(report => report.Report)]) { Edition = batch[0].Edition },
                cancellationToken);
            return receipt.Results?.Count == batch.Count
                ? new PushAnswer.Taken(receipt)
                : new PushAnswer.Lost(new InvalidDataException("The answer is not one to this batch."));
        }
        catch (AggregationProblemException problem)
        {
            return Classify(problem);
        }
        catch (System.Exception exception) when (exception is AggregationUnreachableException or InvalidDataException)
        {
            return new PushAnswer.Lost(exception);
        }
    }

    private static PushAnswer Classify(AggregationProblemException problem) => (problem.Status, problem.Code) switch
    {
        // Some gateways take less than the silo: smaller batches get through.
        (HttpStatusCode.RequestEntityTooLarge, _) => new PushAnswer.Refused(problem.Problem),
        (_, Foreign) => new PushAnswer.Lost(problem, problem.RetryAfter),
        (HttpStatusCode.Unauthorized, _) or (HttpStatusCode.Forbidden, WrongRole) => new PushAnswer.NotAllowed(problem),
        (HttpStatusCode.BadRequest or HttpStatusCode.Forbidden or HttpStatusCode.Conflict or HttpStatusCode.UnprocessableEntity, _) =>
            new PushAnswer.Refused(problem.Problem),
        (HttpStatusCode.InternalServerError, _) => new PushAnswer.Lost(problem, problem.RetryAfter, HasFailed: true),
        _ => new PushAnswer.Lost(problem, problem.RetryAfter),
    };
}
