using Aggregation.Audit;
using Aggregation.Catalogue;
using Aggregation.Clustering;
using Aggregation.Dashboard;
using Aggregation.Health;
using Aggregation.History;
using Aggregation.Hosting;
using Aggregation.Import;
using Aggregation.Live;
using Aggregation.Models;
using Aggregation.Outstanding;
using Aggregation.Reporting;
using Aggregation.Reports;
using Aggregation.RollUps;
using Aggregation.Security;
using Aggregation.Units;
using Aggregation.Verification;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Aggregation.Api;

/// <summary>The whole HTTP API, version 1, and the page beside it.</summary>
public static class ApiEndpoints
{
    /// <summary>The path under which every call but <c>/health</c> and <c>/openapi</c> lies.</summary>
    public const string Root = "/api/v1";

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
        app.UseMiddleware<Authentication>();
        app.UseMiddleware<RequestLimit>();
        app.UseAnswerCompression();
        app.UseDashboard();
        app.MapHealth();
        app.MapOpenApi();
        app.MapSiloDashboard();
        var api = app.MapGroup(Root);
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
