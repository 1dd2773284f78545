using System;
using System.Globalization;
using Aggregation.Api.Http;
using Aggregation.Ledger.Access;
using Microsoft.AspNetCore.Http;

namespace Aggregation.Api.Reports;

/// <summary>What HTTP says of a batch.</summary>
internal static class ReportProblems
{
    /// <summary>The answer.</summary>
    /// <param name="outcome">What became of the batch.</param>
    /// <param name="submitter">Who sent it.</param>
    public static IResult Of(SubmissionOutcome outcome, Submitter submitter) =>
        outcome.Verdict == SubmissionVerdict.Accepted ? new ReportAnswer(outcome.Edition, outcome.Batch!) : ProblemOf(outcome, submitter);

    /// <summary>The problem of a batch that was not accepted.</summary>
    public static ProblemResult ProblemOf(SubmissionOutcome outcome, Submitter submitter)
    {
        var code = CodeOf(outcome);
        return new ProblemResult(StatusOf(outcome.Verdict), code, ArgumentsOf(code, outcome, submitter), outcome.Faults)
        {
            WriteMore = outcome.IsRecorded ? json => ReportAnswer.WriteResults(json, outcome.Batch!) : null,
        };
    }

    /// <summary>The problem's code.</summary>
    public static string CodeOf(SubmissionOutcome outcome) => outcome.Verdict switch
    {
        _ when outcome.IsPartlyRecorded => ProblemCode.PartlyRecorded,
        SubmissionVerdict.TooManyReports => ProblemCode.TooManyReports,
        SubmissionVerdict.Malformed => ProblemCode.BadBody,
        SubmissionVerdict.RoleDoesNotReport => ProblemCode.WrongRole,
        SubmissionVerdict.OutsideSubtree => ProblemCode.OutsideSubtree,
        SubmissionVerdict.Unconfirmed => ProblemCode.Unconfirmed,
        SubmissionVerdict.Conflict => ProblemCode.Conflict,
        SubmissionVerdict.Invalid => ProblemCode.Invalid,
        _ => throw new ArgumentException($"{outcome.Verdict} is no refusal.", nameof(outcome)),
    };

    private static int StatusOf(SubmissionVerdict verdict) => verdict switch
    {
        SubmissionVerdict.TooManyReports => StatusCodes.Status413PayloadTooLarge,
        SubmissionVerdict.Malformed => StatusCodes.Status400BadRequest,
        SubmissionVerdict.RoleDoesNotReport or SubmissionVerdict.OutsideSubtree => StatusCodes.Status403Forbidden,
        SubmissionVerdict.Conflict => StatusCodes.Status409Conflict,
        _ => StatusCodes.Status422UnprocessableEntity,
    };

    private static string[] ArgumentsOf(string code, SubmissionOutcome outcome, Submitter submitter) => code switch
    {
        ProblemCode.TooManyReports => [ReportBatchInput.MaxReports.ToString(CultureInfo.InvariantCulture)],
        ProblemCode.WrongRole => [AccessRoles.NameOf(AccessRole.Viewer), "reporter, admin"],
        ProblemCode.OutsideSubtree => [submitter.Unit!],
        _ => [],
    };
}
