using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Api.Access;
using Aggregation.Api.Http;
using Aggregation.Api.RollUps;
using Aggregation.Domain.Catalogue;
using Aggregation.Domain.Reports;
using Aggregation.Domain.Units;
using Aggregation.Grains.RollUps;
using Aggregation.Ledger;
using Aggregation.Ledger.Access;
using Aggregation.Ledger.Units;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Aggregation.Api.Reports;

/// <summary>Takes batches of reports: authorises, validates, and hands each unit its own in one call.</summary>
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

    /// <summary>Takes the body of <c>POST /reports</c>.</summary>
    /// <param name="body">The body.</param>
    /// <param name="caller">Who sends it.</param>
    /// <param name="dryRun">True to record nothing.</param>
    /// <exception cref="LedgerUnavailableException">Some unit could not record; sent again with the same keys, all of it stands once.</exception>
    public Task<IResult> TakeAsync(ReadOnlySpan<byte> body, Caller caller, bool dryRun)
    {
        var faults = new List<Fault>();
        var batch = reader.Read(body, faults);
        if (batch.Reports.Count > ReportBatchInput.MaxReports)
            return Task.FromResult<IResult>(Refuse(batch, caller, dryRun, new ProblemResult(StatusCodes.Status413PayloadTooLarge, ProblemCode.TooManyReports, ["1000"], [])));
        if (faults.Count > 0)
            return Task.FromResult<IResult>(Refuse(batch, caller, dryRun, new ProblemResult(StatusCodes.Status400BadRequest, ProblemCode.BadBody, [], faults)));
        return TakeAsync(batch, caller, dryRun);
    }

    /// <summary>Takes a batch of the right shape.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="caller">Who sends it.</param>
    /// <param name="dryRun">True to record nothing.</param>
    /// <exception cref="LedgerUnavailableException">Some unit could not record; sent again with the same keys, all of it stands once.</exception>
    internal Task<IResult> TakeAsync(ReportBatchInput batch, Caller caller, bool dryRun)
    {
        var edition = registry.Active;
        return FindForbidden(batch, edition, caller) is { } forbidden
            ? Task.FromResult<IResult>(Refuse(batch, caller, dryRun, forbidden))
            : TakeAsync(batch, edition, caller, dryRun);
    }

    private ProblemResult Refuse(ReportBatchInput batch, Caller caller, bool dryRun, ProblemResult problem)
    {
        if (dryRun)
            return problem;
        ReportMeter.RefusedWhole(registry.Active, batch, problem.Code);
        logger.BatchRefused(batch.Reports.Count, caller.Key!.Id, problem.Code);
        return problem;
    }

    private static ProblemResult? FindForbidden(ReportBatchInput batch, Edition edition, Caller caller)
    {
        // Whoever reports for the nation reports for every unit.
        if (caller.MayReport(edition, 0))
            return null;
        var faults = new List<Fault>();
        var role = caller.Key!.Role;
        for (var place = 0; place < batch.Reports.Count; place++)
        {
            var unit = batch.Reports[place].Unit ?? "";
            var index = edition.IndexOf(unit);
            if (role == AccessRole.Viewer)
                faults.Add(Fault.At(JsonPointer.Of("/reports", place) + "/unit", AccessFaultCode.RoleDoesNotReport, AccessRoles.NameOf(role)));
            else if (index >= 0 && !caller.MayReport(edition, index))
                faults.Add(Fault.At(JsonPointer.Of("/reports", place) + "/unit", AccessFaultCode.OutsideSubtree, unit, caller.Key.Unit));
        }

        if (faults.Count == 0)
            return null;
        return role == AccessRole.Viewer
            ? new ProblemResult(StatusCodes.Status403Forbidden, ProblemCode.WrongRole, [AccessRoles.NameOf(role), "reporter, admin"], faults)
            : new ProblemResult(StatusCodes.Status403Forbidden, ProblemCode.OutsideSubtree, [caller.Key.Unit], faults);
    }

    private async Task<IResult> TakeAsync(ReportBatchInput batch, Edition edition, Caller caller, bool dryRun)
    {
        var judged = new JudgedBatch(batch, validator, edition, ReportDay.Today(time));
        // Another silo may have imported the unit a moment ago.
        if (judged.NamesUnknownUnit)
        {
            await stored.CatchUpAsync(edition.Name, CancellationToken.None);
            if (!ReferenceEquals(registry.Active, edition))
                return await TakeAsync(batch, caller, dryRun);
        }

        if (dryRun)
            return await JudgeAsync(judged, batch, edition, caller, dryRun);
        try
        {
            var answer = await JudgeAsync(judged, batch, edition, caller, dryRun);
            Tell(judged, edition, caller, answer as ProblemResult);
            return answer;
        }
        catch
        {
            ReportMeter.NotRecorded(edition, judged);
            throw;
        }
    }

    private void Tell(JudgedBatch judged, Edition edition, Caller caller, ProblemResult? problem)
    {
        ReportMeter.Answered(edition, judged, isRecorded: problem is not { Code: not ProblemCode.PartlyRecorded });
        if (problem is not null)
            logger.BatchRefused(judged.Count, caller.Key!.Id, problem.Code);
        // One line a batch is told as often as traces are, or it would cost more than all the rest.
        else if (Activity.Current is { Recorded: true } && logger.IsEnabled(LogLevel.Information))
            logger.BatchRecorded(judged.CountOf(ReportVerdict.Accepted), judged.Groups.Count, caller.Key!.Id, judged.CountOf(ReportVerdict.Duplicate));
    }

    private async Task<IResult> JudgeAsync(JudgedBatch judged, ReportBatchInput batch, Edition edition, Caller caller, bool dryRun)
    {
        var editionFault = batch.Edition is { } named && !string.Equals(named, edition.Name, StringComparison.Ordinal)
            ? Fault.At("/edition", FaultCode.NotTheActiveEdition, named, edition.Name)
            : null;

        var reporter = caller.Key!.Id;
        var known = calls.Units(edition);
        if (catalogue.Rules.Compares)
            await new RelatedFigures(catalogue, edition, calls).GiveAsync(judged.Groups);

        var units = judged.Groups.Select(group => known.At(group.Index)).ToArray();
        // One unit takes its reports all or none by itself; several must all agree first.
        var one = judged.Groups.Count == 1 && !judged.HasFaults && editionFault is null;
        if (dryRun || !one)
        {
            await CallAsync(judged, units, reporter, static (unit, reports) => unit.Check(reports));
            if (FindProblem(judged, editionFault, isRecorded: false) is { } problem)
                return problem;
            if (dryRun)
                return new ReportAnswer(edition.Name, judged);
        }

        await CallAsync(judged, units, reporter, static (unit, reports) => unit.Report(reports));
        return FindProblem(judged, null, isRecorded: !one) is { } late ? late : new ReportAnswer(edition.Name, judged);
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

    // The member that a sender who stands by the figures adds.
    private static string ConfirmationOf(List<Fault> warnings) =>
        $"\"confirm\": [{string.Join(", ", warnings.Select(warning => warning.Code).Distinct(StringComparer.Ordinal).Select(code => $"\"{code}\""))}]";

    private static ProblemResult? FindProblem(JudgedBatch judged, Fault? editionFault, bool isRecorded)
    {
        var invalid = judged.HasFaults || editionFault is not null || judged.Any(ReportVerdict.Invalid);
        if (!invalid && !judged.Any(ReportVerdict.Conflict))
            return null;

        List<Fault> faults = [.. editionFault is null ? [] : new[] { editionFault }, .. judged.Faults()];
        var status = invalid ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status409Conflict;
        var stands = isRecorded && judged.Any(ReportVerdict.Accepted);
        var code = stands ? ProblemCode.PartlyRecorded : faults.TrueForAll(fault => fault.IsWarning) ? ProblemCode.Unconfirmed : invalid ? ProblemCode.Invalid : ProblemCode.Conflict;
        return new ProblemResult(status, code, code == ProblemCode.Unconfirmed ? [ConfirmationOf(faults)] : [], faults)
        {
            WriteMore = isRecorded ? json => ReportAnswer.WriteResults(json, judged) : null,
        };
    }
}
