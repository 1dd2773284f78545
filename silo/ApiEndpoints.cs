using Aggregation.Api.Access;
using Aggregation.Api.Audit;
using Aggregation.Api.Catalogue;
using Aggregation.Api.Health;
using Aggregation.Api.History;
using Aggregation.Api.Http;
using Aggregation.Api.Import;
using Aggregation.Api.Keys;
using Aggregation.Api.Live;
using Aggregation.Api.Models;
using Aggregation.Api.Outstanding;
using Aggregation.Api.Pipeline;
using Aggregation.Api.Reporting;
using Aggregation.Api.Reports;
using Aggregation.Api.Reports.Files;
using Aggregation.Api.RollUps;
using Aggregation.Api.Sessions;
using Aggregation.Api.Units;
using Aggregation.Api.Verification;
using Aggregation.Silo.Clustering;
using Aggregation.Silo.Dashboard;
using Aggregation.Silo.Doctoring;
using Aggregation.Silo.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Aggregation.Silo;

/// <summary>The whole HTTP API, version 1, and the page beside it.</summary>
public static class ApiEndpoints
{
    /// <summary>Adds the middleware and maps every call.</summary>
    public static WebApplication UseApi(this WebApplication app)
    {
        var settings = app.Services.GetRequiredService<SiloSettings>();
        if (settings.KnownProxies.Count > 0)
            app.UseForwardedHeaders();
        app.UseMiddleware<HeadRequests>();
        app.UseRouting();
        app.UseMiddleware<AnswerHeaders>();
        app.UseMiddleware<ProblemHandling>();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseMiddleware<RequestLimit>();
        app.UseAnswerCompression();
        app.UseDashboard();
        app.MapHealth();
        app.MapOpenApi();
        app.MapSiloDashboard();
        var api = app.MapGroup(ApiPath.Root);
        api.MapCalls();
        return app;
    }

    private static void MapCalls(this RouteGroupBuilder api)
    {
        api.MapRegistry();
        api.MapRollUps();
        api.MapChildren();
        api.MapOutstanding();
        api.MapModels();
        api.MapHistory();
        api.MapReporting();
        api.MapAudit();
        api.MapCatalogue();
        api.MapLive();
        api.MapReports();
        api.MapReportFiles();
        api.MapTemplate();
        api.MapImport();
        api.MapSession();
        api.MapKeys();
        api.MapVerification();
        api.MapActs();
        api.MapDiagnosis();
    }
}
