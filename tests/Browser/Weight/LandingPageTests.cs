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
    public async Task The_landing_page_with_its_fonts_and_its_first_figures_is_under_150_KB()
    {
        var loaded = new ConcurrentBag<IRequest>();
        Page.RequestFinished += (_, request) => loaded.Add(request);
        await OpenAsync("/");
        await BeLiveAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.Link, new() { Name = "Tỉnh Cà Mau" }).First).ToBeVisibleAsync();
        await Page.EvaluateAsync("document.fonts.ready.then(() => true)");

        // The live stream goes on; everything else has been received.
        var sizes = await Task.WhenAll(loaded.Select(async one => (one.Url, Size: (await one.SizesAsync()).ResponseBodySize)));

        Assert.Contains(sizes, file => file.Url.EndsWith(".js", StringComparison.Ordinal));
        Assert.Contains(sizes, file => file.Url.EndsWith(".woff2", StringComparison.Ordinal));
        Assert.Contains(sizes, answer => answer.Url.EndsWith("/units/VN/children", StringComparison.Ordinal));
        Assert.True(sizes.Sum(file => file.Size) < MostBytes, string.Join('\n', sizes.Select(file => $"{file.Size,8} {file.Url}")));
    }
}
