using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Api.Access;
using Aggregation.Api.Http;
using Aggregation.Api.Resources;
using Aggregation.Domain.Reports;
using Aggregation.Files.Sending;

namespace Aggregation.Api.Reports.Files;

/// <summary>Hands the batches of a file to the intake that takes every other report too.</summary>
/// <param name="intake">The intake.</param>
/// <param name="caller">Who sends the file.</param>
/// <param name="language">The language of what is wrong.</param>
internal sealed class IntakeSink(ReportIntake intake, Caller caller, Language language) : IReportSink
{
    /// <inheritdoc/>
    public async Task<SinkAnswer> TakeAsync(IReadOnlyList<Contracts.Report> reports, bool dryRun, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var batch = new ReportBatchInput();
        batch.Reports.AddRange(reports.Select(InputOf));
        return await intake.TakeAsync(batch, caller, dryRun) switch
        {
            ReportAnswer answer => new SinkAnswer(answer.ToReceipt(), null),
            ProblemResult problem => new SinkAnswer(null, problem.ToProblem(language)),
            var other => throw new InvalidOperationException($"The intake answers with {other.GetType().Name}."),
        };
    }

    private static ReportInput InputOf(Contracts.Report report) => new()
    {
        Unit = report.Unit,
        IdempotencyKey = report.IdempotencyKey,
        EffectiveOn = DayText.Format(report.EffectiveOn),
        Counts = CountsOf(report.Counts),
        Statuses = [.. (report.Statuses ?? new Dictionary<string, string>(StringComparer.Ordinal)).Select(status => new StatusInput(status.Key, status.Value))],
        Models = [.. (report.Models ?? []).Select(model => new ModelInput { Name = model.Name, Kinds = model.Kinds, Sites = new WholeNumber(model.Sites), Groups = new WholeNumber(model.Groups) })],
        Declared = CountsOf(report.Declared),
        Note = report.Note,
        Confirm = report.Confirm ?? [],
    };

    private static CountInput[] CountsOf(IReadOnlyDictionary<string, long>? figures) =>
        figures is null ? [] : [.. figures.Select(figure => new CountInput(figure.Key, new WholeNumber(figure.Value)))];
}
