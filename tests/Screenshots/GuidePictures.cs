using System;
using System.Net.Http;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Threading.Tasks;
using Microsoft.Playwright;

namespace Aggregation.Screenshots;

/// <summary>The pictures of the clerk's guide, in the order of its steps: one province signs in and sends a file.</summary>
internal static class GuidePictures
{
    private const string Folder = "dashboard/src/guide/pictures/";
    private const string Province = "96";
    private const int Width = 1000;
    private const int Height = 720;

    private const string Header = "unit;unitName;effectiveOn;committee;regulation;residential-areas;safe-residential-areas\n";
    private const string Faulty = Header
        + "96;;31/02/2017;Đã kiện toàn;Đã ký;;\nS96-001;;20/02/2017;Đã kiện toàn;Đang ký;12;9\nS96-001-00001;;20/02/2017;Đã kiện toàn;Đã "
        + "ký;8;11\n";
    private const string Right = Header
        + "96;;20/02/2017;Đã kiện toàn;Đã ký;;\nS96-001;;20/02/2017;Đã kiện toàn;Đã ký;12;9\nS96-001-00001;;20/02/2017;Đã kiện toàn;Đã "
        + "ký;11;8\n";

    /// <summary>Takes them.</summary>
    /// <param name="camera">Takes pictures.</param>
    /// <param name="admin">Makes the province's key.</param>
    public static async Task TakeAsync(Camera camera, HttpClient admin)
    {
        var page = await camera.OpenAsync("/sign-in", Width, Height, "form");
        await TakeAsync(page, "sign-in");
        await page.GetByLabel("Khóa truy cập").FillAsync(await MakeKeyAsync(admin));
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Button, new() { Name = "Đăng xuất" }).WaitForAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "Gửi báo cáo" }).ClickAsync();
        await page.Locator("input[type=file]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await TakeAsync(page, "template");

        await ChooseAsync(page, Faulty);
        await page.Locator("table.faults").WaitForAsync();
        await ShowAsync(page, "table.faults", "faults");

        await ChooseAsync(page, Right);
        var send = page.GetByRole(AriaRole.Button, new() { Name = "Xác nhận và gửi" });
        await send.WaitForAsync();
        await ShowAsync(page, "table.sent", "checked");

        await send.ClickAsync();
        await page.Locator(".good").WaitForAsync();
        await ShowAsync(page, "table.sent tbody tr:last-child", "recorded");
        await page.Context.CloseAsync();
    }

    private static Task TakeAsync(IPage page, string name) => Camera.TakeAsync(page, $"{Folder}{name}.png");

    private static async Task ShowAsync(IPage page, string selector, string name)
    {
        await page.Locator(selector).ScrollIntoViewIfNeededAsync();
        await TakeAsync(page, name);
    }

    private static Task ChooseAsync(IPage page, string csv) =>
        page.Locator("input[type=file]")
            .SetInputFilesAsync(new FilePayload { Name = "bao-cao-96.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(csv) });

    private static async Task<string> MakeKeyAsync(HttpClient admin)
    {
        using var answer = await admin.PostAsJsonAsync(
            new Uri("keys", UriKind.Relative),
            new { unit = Province, role = "reporter", expiresOn = "2099-12-31" });
        return (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>()).GetProperty("key").GetString()!;
    }
}
