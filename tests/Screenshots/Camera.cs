using System;
using System.IO;
using System.Threading.Tasks;
using Aggregation.Testing;
using Microsoft.Playwright;

namespace Aggregation.Screenshots;

/// <summary>Takes pictures of the page, in Vietnamese and light.</summary>
/// <param name="browser">The browser.</param>
/// <param name="origin">Where the page is.</param>
internal sealed class Camera(IBrowser browser, Uri origin)
{
    /// <summary>Opens a page and waits until it shows something.</summary>
    /// <param name="address">Its address, such as <c>/units/01</c>.</param>
    /// <param name="width">The width of the window, in pixels.</param>
    /// <param name="height">The height of the window, in pixels.</param>
    /// <param name="awaited">A selector of what must be there.</param>
    public async Task<IPage> OpenAsync(string address, int width, int height, string awaited)
    {
        var context = await browser.NewContextAsync(new()
        {
            Locale = "vi-VN",
            TimezoneId = "Asia/Ho_Chi_Minh",
            ColorScheme = ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce,
            ViewportSize = new() { Width = width, Height = height },
        });
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(origin, address).ToString());
        await page.Locator(awaited).First.WaitForAsync();
        // A figure that is still being asked for.
        await page.Locator("dd").Filter(new() { HasText = "…" }).First.WaitForAsync(new() { State = WaitForSelectorState.Hidden });
        return page;
    }

    /// <summary>Takes a picture of what the window shows.</summary>
    /// <param name="page">The page.</param>
    /// <param name="path">The file, from the root of the source.</param>
    public static async Task TakeAsync(IPage page, string path)
    {
        // A font that comes later would change every line.
        await page.EvaluateAsync("document.fonts.ready.then(() => true)");
        var file = Path.Combine(Repository.Root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await page.ScreenshotAsync(new() { Path = file, Animations = ScreenshotAnimations.Disabled });
        Console.WriteLine($"{path}  {new FileInfo(file).Length / 1024:#,0} KiB");
    }
}
