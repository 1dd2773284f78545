using System.Linq;
using System.Threading.Tasks;
using Aggregation.Api.Catalogue;
using Aggregation.Api.Http;
using Aggregation.Api.Reading;
using Aggregation.Api.Units;
using Aggregation.Domain.Catalogue;
using Aggregation.Files.Templates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Aggregation.Api.Reports.Files;

/// <summary><c>GET /units/{code}/template</c>: the workbook that is filled in and sent to <c>POST /reports/file</c>.</summary>
public static class TemplateEndpoints
{
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>Maps the call.</summary>
    public static IEndpointRouteBuilder MapTemplate(this IEndpointRouteBuilder routes)
    {
        routes.MapRead("/units/{code}/template", [], GetTemplate)
            .WithName("GetTemplate").Describe(
                "The workbook (XLSX) that a province fills in, with a row for the unit and each one below it",
                "Reports")
            .ProducesFile(Workbook);
        return routes;
    }

    private static Task<IResult> GetTemplate(UnitRequest request, IndicatorCatalogue catalogue)
    {
        if (request.Query.Problem is { } problem)
            return Task.FromResult(problem);
        var all = EditionIndex.Of(request.Edition).InOrder.Select(index => RegistryEndpoints.Item(request.Edition.Units[index], catalogue));
        var template = new ReportTemplate(
            CatalogueEndpoints.Publish(catalogue, request.Edition, request.Simulated),
            ReportTemplate.Within(all, request.Unit.Code));
        return Task.FromResult<IResult>(TypedResults.File(template.ToWorkbook(), Workbook, $"aggregation-{request.Unit.Code}.xlsx"));
    }
}
