using System.Text;
using System.Threading.Tasks;
using Aggregation.Tests.Browser.Accessibility;
using Aggregation.Tests.Browser.Fixtures;
using Microsoft.Playwright;
using Xunit;

namespace Aggregation.Tests.Browser.Live;

/// <summary>A page whose line is gone.</summary>
public sealed class LostLineTests(DashboardFixture fixture) : DashboardTest(fixture)
{
    [BrowserFact]
    public async Task What_could_not_be_read_is_read_as_soon_as_the_line_is_back()
    {
        await OpenAsync("/units/14");
        await BeLiveAsync();
        Faults.Expect("net::ERR_");
        await Page.EvaluateAsync("window.neverReloaded = true");

        await Page.Context.SetOfflineAsync(true);
        await Page.GetByRole(AriaRole.Link, new() { Name = "Huyện mô phỏng 14-001" }).First.ClickAsync();
        await Assertions.Expect(Retry).ToBeVisibleAsync();
        Assert.Empty(await Axe.FindViolationsAsync(Page));

        await Page.Context.SetOfflineAsync(false);
        await Assertions.Expect(Page.Locator("h1")).ToHaveTextAsync("Huyện mô phỏng 14-001");
        await Assertions.Expect(Page.GetByRole(AriaRole.Link, new() { Name = "Xã mô phỏng 14-001-00001" }).First).ToBeVisibleAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);
        Assert.True(await Page.EvaluateAsync<bool>("window.neverReloaded"));

        // A view whose code is still to come, too.
        await Page.Context.SetOfflineAsync(true);
        await Page.GetByRole(AriaRole.Link, new() { Name = "Diễn biến" }).ClickAsync();
        await Assertions.Expect(Retry).ToBeVisibleAsync();
        await Page.Context.SetOfflineAsync(false);
        await Assertions.Expect(Page.GetByLabel("Chu kỳ số liệu")).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task Whoever_does_not_wait_tries_again_at_once()
    {
        const string Calls = "**/api/v1/**";
        Faults.Expect("net::ERR_");
        await OpenAsync("/units/14?asOf=2017-02-20");
        await Page.RouteAsync(Calls, route => route.AbortAsync());
        await Page.GetByRole(AriaRole.Link, new() { Name = "Huyện mô phỏng 14-002" }).First.ClickAsync();
        await Assertions.Expect(Retry).ToBeVisibleAsync();
        await Page.UnrouteAsync(Calls);
        await Retry.ClickAsync();
        await Assertions.Expect(Page.Locator("h1")).ToHaveTextAsync("Huyện mô phỏng 14-002");
        await Assertions.Expect(Retry).ToHaveCountAsync(0);
    }

    [BrowserFact]
    public async Task The_browser_asks_before_a_page_is_left_that_is_sending_a_file()
    {
        await OpenAsync("/sign-in?from=/upload");
        await ReporterKeys.SignInAsync(Page, await ReporterKeys.MakeAsync(Silo, "14"));
        await Page.RouteAsync("**/reports/file?**", route => route.ContinueAsync());
        await Page.RouteAsync("**/reports/file", _ => Task.CompletedTask);
        await Page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload
        {
            Name = "bao-cao.csv",
            MimeType = "text/csv",
            Buffer = Encoding.UTF8.GetBytes("unit;unitName;effectiveOn;agencies\nS14-001-00001;;20/02/2017;12\n"),
        });
        await Page.GetByRole(AriaRole.Button, new() { Name = "3. Xác nhận và gửi" }).ClickAsync();
        await Assertions.Expect(Page.GetByText("Đang gửi…")).ToBeVisibleAsync();

        var asked = new TaskCompletionSource<IDialog>();
        Page.Dialog += (_, dialog) => asked.SetResult(dialog);
        await Page.CloseAsync(new() { RunBeforeUnload = true });
        var dialog = await asked.Task;
        Assert.Equal(DialogType.BeforeUnload, dialog.Type);
        await dialog.DismissAsync();
    }

    private ILocator Retry => Page.GetByRole(AriaRole.Button, new() { Name = "Thử lại ngay" });
}
