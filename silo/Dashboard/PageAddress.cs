using System;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Aggregation.Silo.Dashboard;

/// <summary>Tells the addresses of pages, which the page's own program understands, from those of files.</summary>
internal static partial class PageAddress
{
    private static readonly MediaTypeHeaderValue Html = new("text/html");

    /// <summary>True for a request that means a page: names of files have a dot, codes of units have none.</summary>
    public static bool IsOne(HttpRequest request) =>
        !Path.HasExtension(request.Path)
            && !request.Path.StartsWithSegments(DashboardFiles.Assets, StringComparison.OrdinalIgnoreCase)
            && TakesHtml(request);

    /// <summary>True where the page's program has a page; elsewhere it says that there is none.</summary>
    public static bool IsKnown(PathString path) => Known().IsMatch(path.Value ?? "/");

    private static bool TakesHtml(HttpRequest request) =>
        !MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var accepted)
            || accepted.Any(type => type.Quality is not 0 && Html.IsSubsetOf(type));

    // The routes of dashboard/src/app/App.tsx.
    [GeneratedRegex(
        @"^/((units/[^/]+(/(compare|entry|history|models|silent|print|reports(/[0-9]+)?))?|upload|guide|sign-in|wall)/?)?$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Known();
}
