using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Api.Access;
using Aggregation.Api.RollUps;
using Aggregation.Domain.Catalogue;
using Aggregation.Domain.Reports;
using Aggregation.Domain.Units;
using Aggregation.Grains.RollUps;
using Aggregation.Ledger;
using Aggregation.Ledger.Access;
using Aggregation.Ledger.Units;
using Microsoft.Extensions.Logging;

namespace Aggregation.Api.Reports;

/// <summary>The use case of reporting: authorises a batch, validates it, and hands each unit its own reports in one call.</summary>
/// <param name="catalogue">What can be reported.</param>
/// <param name="registry">The editions.</param>
/// <param name="stored">The editions as stored.</param>
/// <param name="calls">Calls the units.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Where is told what became of batches.</param>
public sealed class ReportIntake(
    IndicatorCatalogue catalogue,
    UnitRegistry registry,
    StoredUnits stored,
    UnitCalls calls,
    TimeProvider time,
    ILogger<ReportIntake> logger)
{
    // The hundreds of spans of a large batch say what those of its first units say, and would crowd out other traces.
    private const int MostTraced = 10;

    private readonly ReportBatchReader reader = new(catalogue);
    private readonly ReportValidator validator = new(catalogue);

    /// <summary>Submits a batch as JSON.</summary>
    /// <param name="body">The body of <c>POST /reports</c>.</param>
    /// <param name="submitter">Who sends it.</param>
    /// <param name="dryRun">True to record nothing.</param>
    /// <exception cref="LedgerUnavailableException">Some unit could not record; sent again with the same keys, all of it stands
    /// once.</exception>
    internal Task<SubmissionOutcome> SubmitAsync(ReadOnlySpan<byte> body, Submitter submitter, bool dryRun)
    {
        var faults = new List<Fault>();
        var batch = reader.Read(body, faults);
        if (batch.Reports.Count > ReportBatchInput.MaxReports)
            return Task.FromResult(Refuse(
                batch,
                submitter,
                dryRun,
                new SubmissionOutcome(SubmissionVerdict.TooManyReports, registry.ActiveName, [])));
        return faults.Count > 0
            ? Task.FromResult(Refuse(
                batch,
                submitter,
                dryRun,
                new SubmissionOutcome(SubmissionVerdict.Malformed, registry.ActiveName, faults)))
            : SubmitAsync(batch, submitter, dryRun);
    }

    /// <summary>Submits a batch.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="submitter">Who sends it.</param>
    /// <param name="dryRun">True to record nothing.</param>
    /// <exception cref="LedgerUnavailableException">Some unit could not record; sent again with the same keys, all of it stands
    /// once.</exception>
    internal Task<SubmissionOutcome> SubmitAsync(ReportBatchInput batch, Submitter submitter, bool dryRun)
    {
        var edition = registry.Active;
        return submitter.IsViewer
            ? Task.FromResult(Refuse(batch, submitter, dryRun, RefuseViewer(batch, edition)))
            : SubmitAsync(batch, edition, submitter, dryRun);
    }

    private SubmissionOutcome Refuse(ReportBatchInput batch, Submitter submitter, bool dryRun, SubmissionOutcome refusal)
    {
        if (dryRun)
            return refusal;
        var code = ReportProblems.CodeOf(refusal);
        ReportMeter.RefusedWhole(registry.Active, batch, code);
        logger.BatchRefused(batch.Reports.Count, submitter.Id, code);
        return refusal;
    }

    private static SubmissionOutcome RefuseViewer(ReportBatchInput batch, Edition edition) => new(
        SubmissionVerdict.RoleDoesNotReport,
        edition.Name,
        [.. Enumerable.Range(0, batch.Reports.Count).Select(place => Fault.At(
            JsonPointer.Of("/reports", place) + "/unit",
            AccessFaultCode.RoleDoesNotReport,
            AccessRoles.NameOf(AccessRole.Viewer)))]);

    private async Task<SubmissionOutcome> SubmitAsync(ReportBatchInput batch, Edition edition, Submitter submitter, bool dryRun)
    {
        var judged = new JudgedBatch(batch, validator, edition, submitter, ReportDay.Today(time));
        // Another silo may have imported the unit a moment ago.
        if (judged.NamesUnknownUnit)
        {
            await stored.CatchUpAsync(edition.Name, CancellationToken.None);
            if (!ReferenceEquals(registry.Active, edition))
                return await SubmitAsync(batch, submitter, dryRun);
        }

        if (dryRun)
            return await JudgeAsync(judged, batch, edition, submitter, dryRun);
        try
        {
            var outcome = await JudgeAsync(judged, batch, edition, submitter, dryRun);
            Tell(judged, edition, submitter, outcome);
            return outcome;
        }
        catch
        {
            ReportMeter.NotRecorded(edition, judged);
            throw;
        }
    }

    private void Tell(JudgedBatch judged, Edition edition, Submitter submitter, SubmissionOutcome outcome)
    {
        var isAccepted = outcome.Verdict == SubmissionVerdict.Accepted;
        ReportMeter.Answered(edition, judged, isRecorded: isAccepted || outcome.IsPartlyRecorded);
        if (!isAccepted)
            logger.BatchRefused(judged.Count, submitter.Id, ReportProblems.CodeOf(outcome));
        // One line a batch is told as often as traces are, or it would cost more than all the rest.
        else if (Activity.Current is { Recorded: true } && logger.IsEnabled(LogLevel.Information))
            logger.BatchRecorded(
                judged.CountOf(ReportVerdict.Accepted),
                judged.Groups.Count,
                submitter.Id,
                judged.CountOf(ReportVerdict.Duplicate));
    }

    private async Task<SubmissionOutcome> JudgeAsync(
        JudgedBatch judged,
        ReportBatchInput batch,
        Edition edition,
        Submitter submitter,
        bool dryRun)
    {
        var editionFault = batch.Edition is { } named && !string.Equals(named, edition.Name, StringComparison.Ordinal)
            ? Fault.At("/edition", FaultCode.NotTheActiveEdition, named, edition.Name)
            : null;

        var known = calls.Units(edition);
        new RelatedFigures(catalogue, edition).Give(judged.Groups);

        var units = judged.Groups.Select(group => known.At(group.Index)).ToArray();
        // One unit takes its reports all or none by itself; several must all agree first.
        var one = judged.Groups.Count == 1 && !judged.HasFaults && editionFault is null;
        if (dryRun || !one)
        {
            await CallAsync(judged, units, submitter.Id, static (unit, reports) => unit.Check(reports));
            if (FindRefusal(judged, edition, editionFault, isRecorded: false) is { } refusal)
                return refusal;
            if (dryRun)
                return new SubmissionOutcome(SubmissionVerdict.Accepted, edition.Name, []) { Batch = judged };
        }

        await CallAsync(judged, units, submitter.Id, static (unit, reports) => unit.Report(reports));
        return FindRefusal(judged, edition, null, isRecorded: !one)
            ?? new SubmissionOutcome(SubmissionVerdict.Accepted, edition.Name, []) { Batch = judged, IsRecorded = true };
    }

    private async Task CallAsync(
        JudgedBatch judged,
        CallableUnit[] units,
        string reporter,
        Func<IUnitGrain, UnitReports, Task<ImmutableArray<ReportOutcome>>> call)
    {
        var answers = await calls.CallAllAsync(units, (unit, place) =>
        {
            var reports = judged.Groups[place].ToReports(reporter);
            return place >= MostTraced && Activity.Current is { Recorded: true } ? CallUntraced(unit, reports) : call(unit, reports);
        });
        for (var place = 0; place < answers.Length; place++)
            judged.Take(judged.Groups[place], answers[place]);

        Task<ImmutableArray<ReportOutcome>> CallUntraced(IUnitGrain unit, UnitReports reports)
        {
            var trace = Activity.Current;
            Activity.Current = null;
            try
            {
                return call(unit, reports);
            }
            finally
            {
                Activity.Current = trace;
            }
        }
    }

    private static SubmissionOutcome? FindRefusal(JudgedBatch judged, Edition edition, Fault? editionFault, bool isRecorded)
    {
        var invalid = judged.HasFaults || editionFault is not null || judged.Any(ReportVerdict.Invalid);
        if (!invalid && !judged.Any(ReportVerdict.Conflict))
            return null;

        List<Fault> faults = [.. editionFault is null ? [] : new[] { editionFault }, .. judged.Faults()];
        var verdict = faults.Exists(fault => fault.Code == AccessFaultCode.OutsideSubtree) ? SubmissionVerdict.OutsideSubtree
            : faults.TrueForAll(fault => fault.IsWarning) ? SubmissionVerdict.Unconfirmed
            : invalid ? SubmissionVerdict.Invalid
            : SubmissionVerdict.Conflict;
        return new SubmissionOutcome(verdict, edition.Name, faults) { Batch = judged, IsRecorded = isRecorded };
    }
}
