using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Contracts;

namespace Aggregation.Files.Sending;

/// <summary>What takes the reports of a file: a silo's own intake, or a client's call of it.</summary>
public interface IReportSink
{
    /// <summary>Takes a batch, all or none.</summary>
    /// <param name="reports">1 to 1,000 reports.</param>
    /// <param name="dryRun">True to check and record nothing.</param>
    /// <param name="cancellationToken">Ends the waiting; what was sent may stand.</param>
    Task<SinkAnswer> TakeAsync(IReadOnlyList<Report> reports, bool dryRun, CancellationToken cancellationToken);
}
