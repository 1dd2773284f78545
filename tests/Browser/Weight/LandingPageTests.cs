using System;
using System.Collections.Concurrent;
using System.Linq;
using System.Threading.Tasks;
using Aggregation.Tests.Browser.Fixtures;
using Microsoft.Playwright;
using Xunit;

namespace Aggregation.Tests.Browser.Weight;

/// <summary>What a browser that comes for the first time has to load.</summary>
public sealed class LandingPageTests(DashboardFixture fixture) : DashboardTest(fixture)
{
    private const int MostBytes = 150_000;

    [BrowserFact]
    public async Task The_landing_page_with_its_fonts_is_under_150_KB()
    {
        var loaded = new ConcurrentBag<IRequest>();
        Page.RequestFinished += (_, request) => loaded.Add(request);
        await OpenAsync("/");
        await BeLiveAsync();
        await Page.EvaluateAsync("document.fonts.ready.then(() => true)");

        var files = loaded.Where(request => !new Uri(request.Url).AbsolutePath.StartsWith("/api/", StringComparison.Ordinal)).ToArray();
        var sizes = await Task.WhenAll(files.Select(async file => (file.Url, Size: (await file.SizesAsync()).ResponseBodySize)));

        Assert.Contains(sizes, file => file.Url.EndsWith(".js", StringComparison.Ordinal));
        Assert.Contains(sizes, file => file.Url.EndsWith(".woff2", StringComparison.Ordinal));
        Assert.True(sizes.Sum(file => file.Size) < MostBytes, string.Join('\n', sizes.Select(file => $"{file.Size,8} {file.Url}")));
    }
}
