using System;
using System.Threading.Tasks;
using Aggregation.Api.Access;
using Aggregation.Api.Http;
using Aggregation.Contracts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Aggregation.Api.Reports;

/// <summary><c>POST /reports</c>.</summary>
public static class ReportEndpoints
{
    /// <summary>The longest body, in bytes.</summary>
    public const int MaxBodyLength = 1024 * 1024;

    /// <summary>Maps the call.</summary>
    public static IEndpointRouteBuilder MapReports(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/reports", PostAsync)
            .WithName("Report")
            .RequireAccess(AccessNeed.Write)
            .Describe("Records 1 to 1,000 reports, all or none. What a rule of the catalogue finds unusual is refused with the severity "
                + "warning until the report confirms it", "Reports")
            .TakesJson<ReportBatch>()
            .TakesQuery("dryRun", "true: validate and record nothing; false, the default: record")
            .Produces<ReportReceipt>()
            .ProducesProblems(400, 401, 403, 408, 409, 413, 415, 422, 429, 503);
        return routes;
    }

    private static async Task<IResult> PostAsync(HttpContext context, ReportIntake intake, TimeProvider time)
    {
        var request = context.Request;
        if (RequestBody.CheckType(request, "application/json") is { } wrongType)
            return wrongType;
        using var body = await RequestBody.ReadAsync(request, MaxBodyLength);
        if (body is null)
            return RequestBody.TooLarge(MaxBodyLength);
        var query = new QueryParameters(request.Query, time, ["dryRun"]);
        var dryRun = query.Flag("dryRun");
        if (query.Problem is { } badQuery)
            return badQuery;
        var submitter = Submitter.Of(Caller.Of(context));
        return ReportProblems.Of(await intake.SubmitAsync(body.Bytes, submitter, dryRun), submitter);
    }
}
