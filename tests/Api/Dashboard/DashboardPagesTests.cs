using System;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Aggregation.Testing;
using Xunit;

namespace Aggregation.Tests.Dashboard;

/// <summary>How the page's files are served; nobody needs a key for them.</summary>
public sealed class DashboardPagesTests(PageSilo silo) : IClassFixture<PageSilo>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/index.html")]
    [InlineData("/units/01")]
    [InlineData("/units/S01-001-00001?indicator=committee")]
    [InlineData("/units/01/entry")]
    [InlineData("/units/01/history")]
    [InlineData("/units/01/reports")]
    [InlineData("/units/01/reports/7")]
    [InlineData("/upload")]
    [InlineData("/sign-in/")]
    public async Task Every_page_address_is_answered_with_the_page(string path)
    {
        using var answer = await SendAsync(HttpMethod.Get, path, ("Accept", "text/html,application/xhtml+xml,*/*;q=0.8"));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(PageSilo.Index, await answer.Content.ReadAsStringAsync());
        Assert.Equal("text/html", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("no-cache", answer.Headers.CacheControl!.ToString());
        Assert.StartsWith(
            "default-src 'none'; script-src 'self'",
            answer.Headers.GetValues("Content-Security-Policy").Single(),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/nothing/of/the/kind")]
    [InlineData("/healthz")]
    [InlineData("/metrics")]
    [InlineData("/swagger")]
    [InlineData("/units")]
    [InlineData("/units/01/histories")]
    [InlineData("/units/01/history/2017")]
    [InlineData("/units/01/reports/last")]
    public async Task Elsewhere_the_page_says_that_there_is_nothing(string path)
    {
        foreach (var method in (HttpMethod[])[HttpMethod.Get, HttpMethod.Head])
        {
            using var answer = await SendAsync(method, path, ("Accept", "text/html,application/xhtml+xml,*/*;q=0.8"));
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            Assert.Equal(method == HttpMethod.Get ? PageSilo.Index : "", await answer.Content.ReadAsStringAsync());
        }
    }

    [Fact]
    public async Task Every_route_of_the_pages_own_program_is_a_page()
    {
        var program = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "dashboard/src/app/App.tsx"));
        var routes = Regex.Matches(program, "(?:<Route path=\"|useRoute\\(')(?<path>[^\"']+)", RegexOptions.NonBacktracking)
            .Select(match => match.Groups["path"].Value.Replace(":code", "01", StringComparison.Ordinal)
                .Replace(":sequence", "7", StringComparison.Ordinal))
            .Distinct(StringComparer.Ordinal)
            .ToList();
        Assert.Contains("/units/01/print", routes);
        foreach (var route in routes)
        {
            using var answer = await SendAsync(HttpMethod.Get, route, ("Accept", "text/html"));
            Assert.Equal((route, HttpStatusCode.OK), (route, answer.StatusCode));
        }
    }

    [Theory]
    [InlineData("GET", "/assets/index-old.js", "*/*")]
    [InlineData("GET", "/assets/index", "text/html")]
    [InlineData("GET", "/robots.txt", "*/*")]
    [InlineData("GET", "/units/01", "application/json")]
    [InlineData("GET", "/units/01", "text/html;q=0, application/json")]
    [InlineData("POST", "/units/01", "text/html")]
    [InlineData("GET", "/api/v1/nothing", "text/html")]
    [InlineData("GET", "/API/v1/nothing", "text/html")]
    [InlineData("GET", "/api/nothing", "text/html")]
    [InlineData("GET", "/health/nothing", "text/html")]
    [InlineData("GET", "/openapi/nothing", "text/html")]
    public async Task Nothing_else_is(string method, string path, string accept)
    {
        using var answer = await SendAsync(new HttpMethod(method), path, ("Accept", accept));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task A_call_with_another_method_is_told_so_and_not_given_a_page()
    {
        using var request = PageSilo.Request(HttpMethod.Get, "reports", ("Accept", "text/html"));
        using var answer = await silo.Admin.SendAsync(request);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task A_file_with_a_hashed_name_is_compressed_and_kept_for_a_year(string encoding)
    {
        using var answer = await SendAsync(HttpMethod.Get, "/assets/index-abc.js", ("Accept-Encoding", encoding));
        Assert.Equal("public, max-age=31536000, immutable", answer.Headers.GetValues("Cache-Control").Single());
        Assert.Equal([encoding], answer.Content.Headers.ContentEncoding);
        Assert.Contains("Accept-Encoding", answer.Headers.Vary);
        Assert.InRange((await answer.Content.ReadAsByteArrayAsync()).Length, 1, PageSilo.Script.Length / 10);
    }

    [Fact]
    public async Task What_has_not_changed_is_not_sent_again()
    {
        using var first = await SendAsync(HttpMethod.Get, "/units/01");
        using var second = await SendAsync(HttpMethod.Get, "/", ("If-None-Match", first.Headers.ETag!.ToString()));
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task An_icon_is_asked_for_each_time()
    {
        using var answer = await SendAsync(HttpMethod.Head, "/favicon.svg");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("image/svg+xml", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("no-cache", answer.Headers.CacheControl!.ToString());
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        using var request = PageSilo.Request(method, path, headers);
        return await silo.Client.SendAsync(request);
    }
}
