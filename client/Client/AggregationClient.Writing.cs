using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Contracts;

namespace Aggregation.Client;

/// <content>Reports.</content>
public sealed partial class AggregationClient
{
    /// <summary>
    /// Sends 1 to 1,000 reports, all recorded or none. Sent again with the same idempotency keys, also by another process
    /// days later, they count once.
    /// </summary>
    /// <param name="batch">The reports.</param>
    /// <param name="dryRun">True to check and record nothing.</param>
    /// <param name="cancellationToken">Ends the waiting; what was sent may stand.</param>
    /// <exception cref="AggregationProblemException">It was refused; its errors say where and why.</exception>
    /// <exception cref="AggregationUnreachableException">No answer came: send it again with the same keys.</exception>
    public Task<ReportReceipt> SubmitAsync(ReportBatch batch, bool dryRun = false, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return PostAsync(batch, dryRun, Repetition.Harmless, cancellationToken);
    }

    /// <summary>Sends 1 to 1,000 reports and does not try again: for a queue, which keeps them and knows when to.</summary>
    /// <param name="batch">The reports.</param>
    /// <param name="cancellationToken">Ends the waiting; what was sent may stand.</param>
    /// <exception cref="AggregationProblemException">It was refused; its errors say where and why.</exception>
    /// <exception cref="AggregationUnreachableException">No answer came: send it again with the same keys.</exception>
    public Task<ReportReceipt> SubmitOnceAsync(ReportBatch batch, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return PostAsync(batch, dryRun: false, Repetition.Never, cancellationToken);
    }

    /// <summary>
    /// Sends a spreadsheet of reports in the template's columns (XLSX or CSV), all recorded or none. The same file sent again
    /// counts once: the silo derives the keys from what it says.
    /// </summary>
    /// <param name="file">The file.</param>
    /// <param name="dryRun">True to check and record nothing.</param>
    /// <param name="confirm">The codes of warnings that the sender has seen and stands by, for all reports of the file.</param>
    /// <param name="cancellationToken">Ends the waiting; what was sent may stand.</param>
    /// <exception cref="AggregationProblemException">It was refused; its errors say which cells and why.</exception>
    /// <exception cref="AggregationUnreachableException">No answer came: send the same file again.</exception>
    public Task<FileReceipt> SubmitFileAsync(
        ReadOnlyMemory<byte> file,
        bool dryRun = false,
        IReadOnlyList<string>? confirm = null,
        CancellationToken cancellationToken = default) => PostAsync(
        new QueryText("reports/file").Add("dryRun", dryRun ? "true" : null).Add("confirm", confirm ?? []),
        () => new ReadOnlyMemoryContent(file) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } },
        Repetition.Harmless,
        WriteJson.Default.FileReceipt,
        cancellationToken);

    /// <summary>Takes back a report; the ledger keeps both.</summary>
    /// <param name="unit">The unit's code.</param>
    /// <param name="sequence">The number of the unit's report to take back.</param>
    /// <param name="idempotencyKey">The sender's own key of the withdrawal.</param>
    /// <param name="effectiveOn">The day of the withdrawal; whatever it is, the report no longer counts.</param>
    /// <param name="note">A remark.</param>
    /// <param name="dryRun">True to check and record nothing.</param>
    /// <param name="cancellationToken">Ends the waiting; what was sent may stand.</param>
    public Task<ReportReceipt> WithdrawAsync(
        string unit,
        int sequence,
        string idempotencyKey,
        DateOnly effectiveOn,
        string? note = null,
        bool dryRun = false,
        CancellationToken cancellationToken = default)
    {
        var report =
            new Report { Unit = unit, IdempotencyKey = idempotencyKey, EffectiveOn = effectiveOn, Withdraws = sequence, Note = note };
        return SubmitAsync(new ReportBatch([report]), dryRun, cancellationToken);
    }

    private Task<ReportReceipt> PostAsync(
        ReportBatch batch,
        bool dryRun,
        Repetition repetition,
        CancellationToken cancellationToken) => PostAsync(
        new QueryText("reports").Add("dryRun", dryRun ? "true" : null),
        () => JsonOf(batch, WriteJson.Written.ReportBatch),
        repetition,
        WriteJson.Default.ReportReceipt,
        cancellationToken);
}
