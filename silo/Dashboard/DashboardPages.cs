using System;
using System.Threading.Tasks;
using Aggregation.Api.Pipeline;
using Aggregation.Api.Resources;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticFiles;

namespace Aggregation.Silo.Dashboard;

/// <summary>
/// Serves the page: its files, and <c>index.html</c> at every page address, such as <c>/</c> and <c>/units/01</c>. Nobody needs a key
/// for that; the figures, which the page then asks for, are another matter.
/// </summary>
public static class DashboardPages
{
    private const string OneYear = "public, max-age=31536000, immutable";
    private const string AskEachTime = "no-cache";

    /// <summary>Answers what is no call of the API.</summary>
    public static void UseDashboard(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.UseWhen(IsAskedFor, pages =>
        {
            if (app.Environment.HasDashboard())
                Serve(pages);
            else
                pages.Use(SayMissingAsync);
        });
    }

    private static bool IsAskedFor(HttpContext context) =>
        context.GetEndpoint() is null
        && HttpMethods.IsGet(context.Request.Method)
        && AnswerHeaders.IsPage(context.Request.Path);

    private static void Serve(IApplicationBuilder pages)
    {
        pages.UseResponseCompression();
        pages.Use((context, next) =>
        {
            if (PageAddress.IsOne(context.Request))
            {
                context.Items[typeof(PageAddress)] = PageAddress.IsKnown(context.Request.Path);
                context.Request.Path = DashboardFiles.Index;
            }

            return next(context);
        });
        pages.UseStaticFiles(new StaticFileOptions { OnPrepareResponse = Finish });
    }

    private static void Finish(StaticFileResponseContext file)
    {
        file.Context.Response.Headers.CacheControl = file.Context.Request.Path.StartsWithSegments(
            DashboardFiles.Assets,
            StringComparison.Ordinal) ? OneYear : AskEachTime;
        // Who looks sees the page say so; whoever only asks is not told that anything is there.
        if (file.Context.Items[typeof(PageAddress)] is false)
            file.Context.Response.StatusCode = StatusCodes.Status404NotFound;
    }

    private static Task SayMissingAsync(HttpContext context, RequestDelegate next)
    {
        if (!PageAddress.IsOne(context.Request))
            return next(context);
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        context.Response.ContentType = "text/plain; charset=utf-8";
        var sentences = Array.ConvertAll(
            [Language.Vietnamese, Language.English],
            language => Messages.Format(language, "Dashboard.Missing", []));
        return context.Response.WriteAsync(string.Join('\n', sentences) + "\n", context.RequestAborted);
    }
}
