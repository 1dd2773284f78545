using System.Threading.Tasks;

namespace Aggregation.Screenshots;

/// <summary>The pictures of the README.</summary>
internal static class ReadmePictures
{
    private const string Folder = "docs/screenshots/";

    /// <summary>Takes them.</summary>
    public static async Task TakeAsync(Camera camera)
    {
        await TakeAsync(camera, "nation", "/units/VN", 1440, 2340, ".tile-map .province");
        await TakeAsync(camera, "province", "/units/01", 1366, 1000, ".headline .figure");
        await TakeAsync(camera, "wall", "/wall", 1920, 1080, ".wall-figure");
        await TakeAsync(camera, "phone", "/units/VN", 360, 740, ".headline .figure");

        var print = await camera.OpenAsync("/units/VN/print?asOf=2017-02-20", 1040, 1200, ".paper table");
        await print.Locator(".paper").EvaluateAsync("(paper) => paper.scrollIntoView()");
        await Camera.TakeAsync(print, Folder + "print.png");
        await print.Context.CloseAsync();
    }

    private static async Task TakeAsync(Camera camera, string name, string address, int width, int height, string awaited)
    {
        var page = await camera.OpenAsync(address, width, height, awaited);
        await Camera.TakeAsync(page, $"{Folder}{name}.png");
        await page.Context.CloseAsync();
    }
}
