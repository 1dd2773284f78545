using System;
using System.IO;
using System.Linq;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Aggregation.Dashboard;

/// <summary>Tells the addresses of pages, which the page's own program understands, from those of files.</summary>
internal static class PageAddress
{
    private static readonly MediaTypeHeaderValue Html = new("text/html");

    /// <summary>True for a request that means a page: names of files have a dot, codes of units have none.</summary>
    public static bool IsOne(HttpRequest request) =>
        !Path.HasExtension(request.Path) && !request.Path.StartsWithSegments(DashboardFiles.Assets, StringComparison.OrdinalIgnoreCase) && TakesHtml(request);

    private static bool TakesHtml(HttpRequest request) =>
        !MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var accepted) || accepted.Any(type => type.Quality is not 0 && Html.IsSubsetOf(type));
}
