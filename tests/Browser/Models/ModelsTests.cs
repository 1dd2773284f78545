using System;
using System.Net.Http.Json;
using System.Threading.Tasks;
using Aggregation.Tests.Browser.Fixtures;
using Microsoft.Playwright;
using Xunit;

namespace Aggregation.Tests.Browser.Models;

public sealed class ModelsTests(DashboardFixture fixture) : DashboardTest(fixture)
{
    [BrowserFact]
    public async Task One_model_of_two_communes_is_one_and_what_is_declared_stands_beside_it()
    {
        await OpenAsync("/units/60/models");
        await BeLiveAsync();
        await ReportAsync("S60-001-00001", "Móc khóa an toàn", 2, null);
        await ReportAsync("S60-002-00001", "móc khoá an toàn", 3, null);
        await ReportAsync("60", "Tiếng kẻng an ninh", 1, 5);

        await Assertions.Expect(Page.Locator(".model-figures")).ToContainTextAsync("chênh lệch −3");
        await Assertions.Expect(Rows).ToHaveCountAsync(2);
        await Assertions.Expect(Rows.First).ToHaveTextAsync("Móc khóa an toànTự bảo vệ502");

        await Page.GetByLabel("Tìm mô hình").FillAsync("keng");
        await Assertions.Expect(Rows).ToHaveCountAsync(1);
        await Assertions.Expect(Rows.First).ToContainTextAsync("Tiếng kẻng an ninh");
    }

    private ILocator Rows => Page.Locator("table.models tbody tr");

    private async Task ReportAsync(string unit, string name, int sites, int? declared)
    {
        var model = new { name, kinds = new[] { "self-protection" }, sites, groups = 0 };
        object report = declared is null
            ? new { unit, idempotencyKey = Guid.NewGuid(), effectiveOn = CommitteeReports.Day, models = new[] { model } }
            : new
            {
                unit,
                idempotencyKey = Guid.NewGuid(),
                effectiveOn = CommitteeReports.Day,
                models = new[] { model },
                declared = new { models = declared }
            };
        using var answer = await Silo.Http.PostAsJsonAsync(new Uri("reports", UriKind.Relative), new { reports = new[] { report } });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }
}
