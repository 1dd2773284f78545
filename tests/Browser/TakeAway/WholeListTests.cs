using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net.Http.Json;
using System.Threading.Tasks;
using Aggregation.Tests.Browser.Fixtures;
using Microsoft.Playwright;
using Xunit;

namespace Aggregation.Tests.Browser.TakeAway;

/// <summary>A list that leaves the page is all of it, however much of it was looked at.</summary>
public sealed class WholeListTests(DashboardFixture fixture) : DashboardTest(fixture)
{
    private static readonly string[] Kinds = ["self-governance"];

    [BrowserFact]
    public async Task Of_outstanding_communes()
    {
        // More communes than the list once read at a time.
        await OpenAsync("/units/38?indicator=committee&level=commune");
        var list = Page.Locator("#outstanding");
        await Assertions.Expect(list.GetByRole(AriaRole.Heading)).ToContainTextAsync("(559)");
        await Assertions.Expect(list.Locator(".table-count")).ToHaveTextAsync("559/559 đơn vị");
        var units = (await TakeAsync(list)).Where(line => line.Contains("S38-", StringComparison.Ordinal)).ToList();
        Assert.Equal(559, units.Count);

        var last = units[^1].Split(';')[1];
        await list.GetByLabel("Tìm theo tên").FillAsync(last);
        var found = units.Count(line => line.Split(';')[1].Contains(last, StringComparison.OrdinalIgnoreCase));
        await Assertions.Expect(list.Locator(".table-count")).ToHaveTextAsync($"{found}/559 đơn vị");
    }

    [BrowserFact]
    public async Task Of_models()
    {
        const int Models = 120;
        var reports = Enumerable.Range(0, Models / 40).Select(part => new
        {
            unit = string.Create(CultureInfo.InvariantCulture, $"S40-001-{part + 1:00000}"),
            idempotencyKey = Guid.NewGuid(),
            effectiveOn = CommitteeReports.Day,
            models = Enumerable.Range(part * 40, 40).Select(number => new
            {
                name = string.Create(CultureInfo.InvariantCulture, $"Mô hình thử {number:000}"),
                kinds = Kinds,
                sites = 1,
                groups = 0,
            }),
        });
        using var answer = await Silo.Http.PostAsJsonAsync(new Uri("reports", UriKind.Relative), new { reports });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());

        await OpenAsync("/units/40/models");
        var list = Page.Locator(".model-list");
        await Assertions.Expect(list).ToContainTextAsync("Đang hiện 50 trong 120 mô hình.");
        Assert.Equal(Models, (await TakeAsync(list)).Count(line => line.StartsWith("Mô hình thử", StringComparison.Ordinal)));
    }

    private async Task<string[]> TakeAsync(ILocator list)
    {
        var download = await Page.RunAndWaitForDownloadAsync(() =>
            list.GetByRole(AriaRole.Button, new() { Name = "Tải CSV" }).ClickAsync());
        return await File.ReadAllLinesAsync(await download.PathAsync());
    }
}
