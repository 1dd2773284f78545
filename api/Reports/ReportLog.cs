using Microsoft.Extensions.Logging;

namespace Aggregation.Api.Reports;

/// <summary>What becomes of batches; for whoever collects the log, since it would flood a console.</summary>
internal static partial class ReportLog
{
    [LoggerMessage(301, LogLevel.Information, "{Accepted} reports of {Units} units recorded for {Reporter}, {Duplicates} had been before")]
    public static partial void BatchRecorded(this ILogger logger, int accepted, int units, string reporter, int duplicates);

    [LoggerMessage(302, LogLevel.Information, "A batch of {Reports} reports by {Reporter} was refused: {Problem}")]
    public static partial void BatchRefused(this ILogger logger, int reports, string reporter, string problem);
}
