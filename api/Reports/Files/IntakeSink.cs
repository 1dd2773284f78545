using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Api.Resources;
using Aggregation.Domain.Catalogue;
using Aggregation.Domain.Reports;
using Aggregation.Files.Sending;

namespace Aggregation.Api.Reports.Files;

/// <summary>Hands the batches of a file to the intake that takes every other report too.</summary>
/// <param name="intake">The intake.</param>
/// <param name="catalogue">The names of what is wrong.</param>
/// <param name="submitter">Who sends the file.</param>
/// <param name="language">The language of what is wrong.</param>
internal sealed class IntakeSink(ReportIntake intake, IndicatorCatalogue catalogue, Submitter submitter, Language language) : IReportSink
{
    /// <inheritdoc/>
    public async Task<SinkAnswer> TakeAsync(IReadOnlyList<Contracts.Report> reports, bool dryRun, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var batch = new ReportBatchInput();
        batch.Reports.AddRange(reports.Select(InputOf));
        var outcome = await intake.SubmitAsync(batch, submitter, dryRun);
        return outcome.Verdict == SubmissionVerdict.Accepted
            ? new SinkAnswer(new ReportAnswer(outcome.Edition, outcome.Batch!).ToReceipt(), null)
            : new SinkAnswer(null, ReportProblems.ProblemOf(outcome, submitter).ToProblem(catalogue, language) with
            {
                Results = outcome.IsRecorded
                ? ReportAnswer.ResultsOf(outcome.Batch!)
                : null
            });
    }

    private static ReportInput InputOf(Contracts.Report report) => new()
    {
        Unit = report.Unit,
        IdempotencyKey = report.IdempotencyKey,
        Day = report.EffectiveOn,
        Counts = CountsOf(report.Counts),
        Statuses = [.. (report.Statuses
            ?? new Dictionary<string, string>(StringComparer.Ordinal)).Select(status => new StatusInput(status.Key, status.Value))],
        Models = [.. (report.Models ?? []).Select(model => new ModelInput
        {
            Name = model.Name,
            Kinds = model.Kinds,
            Sites = new WholeNumber(model.Sites),
            Groups = new WholeNumber(model.Groups)
        })],
        Declared = CountsOf(report.Declared),
        Note = report.Note,
        Confirm = report.Confirm ?? [],
    };

    private static CountInput[] CountsOf(IReadOnlyDictionary<string, long>? figures) =>
        figures is null ? [] : [.. figures.Select(figure => new CountInput(figure.Key, new WholeNumber(figure.Value)))];
}
