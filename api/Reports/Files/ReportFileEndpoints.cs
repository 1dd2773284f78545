using System;
using System.Globalization;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Api.Access;
using Aggregation.Api.Http;
using Aggregation.Api.Resources;
using Aggregation.Contracts;
using Aggregation.Domain.Catalogue;
using Aggregation.Domain.Reports;
using Aggregation.Domain.Units;
using Aggregation.Files;
using Aggregation.Files.Sending;
using Aggregation.Ledger.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;

namespace Aggregation.Api.Reports.Files;

/// <summary><c>POST /reports/file</c>.</summary>
public static class ReportFileEndpoints
{
    /// <summary>Maps the call.</summary>
    public static IEndpointRouteBuilder MapReportFiles(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/reports/file", PostAsync)
            .WithName("ReportFile")
            .RequireAccess(AccessNeed.Write)
            .Describe("Records a spreadsheet of reports (XLSX or CSV in the template's columns): every batch of it is checked before any "
                + "is recorded. After a 503 send the same file again", "Reports")
            .TakesFile(ReportFileUpload.MediaTypes)
            .TakesQuery("dryRun", "true: validate, show what would be recorded, and record nothing; false, the default: record")
            .TakesQuery(
                "confirm",
                "The code of a warning that the sender has seen and stands by, for all reports of the file; may be repeated")
            .Produces<FileReceipt>()
            .ProducesProblems(400, 401, 403, 408, 409, 413, 415, 422, 429, 503);
        return routes;
    }

    private static async Task<IResult> PostAsync(
        HttpContext context,
        ReportIntake intake,
        IndicatorCatalogue catalogue,
        UnitRegistry registry,
        TimeProvider time,
        IHostApplicationLifetime lifetime)
    {
        var caller = Caller.Of(context);
        if (caller.Key!.Role == AccessRole.Viewer)
            return Problems.Create(
                StatusCodes.Status403Forbidden,
                ProblemCode.WrongRole,
                AccessRoles.NameOf(AccessRole.Viewer),
                "reporter, admin");
        var (file, refusal) = await ReportFileUpload.ReadAsync(context.Request);
        if (refusal is not null)
            return refusal;
        var query = new QueryParameters(context.Request.Query, time, ["dryRun", "confirm"], repeatable: "confirm");
        var dryRun = query.Flag("dryRun");
        var confirmed = query.Texts("confirm");
        if (Array.Find(confirmed, code => !RuleCode.All.Contains(code, StringComparer.Ordinal)) is { } unknown)
            query.Fail("confirm", unknown, string.Join(", ", RuleCode.All));
        if (query.Problem is { } badQuery)
            return badQuery;

        var language = AcceptedLanguage.Of(context.Request);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
        var reading = ReportFile.Read(
            file,
            new RegistryArea(catalogue, registry.Active),
            ReportDay.Today(time),
            CultureInfo.GetCultureInfo(Messages.Tag(language)),
            stop.Token);
        var outcome = await FileSubmission.RunAsync(
            reading.Confirming(confirmed),
            new IntakeSink(intake, catalogue, Submitter.Of(caller), language),
            dryRun,
            context.RequestAborted);
        return outcome.Receipt is { } receipt
            ? TypedResults.Json(receipt, WriteJson.Written.FileReceipt)
            : ReportFileProblem.Of(outcome, caller);
    }
}
