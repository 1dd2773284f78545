using System;
using System.Net.Http.Json;
using System.Text.Json;
using System.Threading.Tasks;
using Aggregation.Testing.Processes;
using Microsoft.Playwright;

namespace Aggregation.Tests.Browser.Fixtures;

/// <summary>Keys of units, and signing in with them.</summary>
public static class ReporterKeys
{
    /// <summary>Makes a key of a unit, which reports unless another role is named.</summary>
    public static async Task<string> MakeAsync(SiloProcess silo, string unit, string role = "reporter")
    {
        using var answer = await silo.Http.PostAsJsonAsync(new Uri("keys", UriKind.Relative), new { unit, role });
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("key").GetString()!;
    }

    /// <summary>Signs in on the page that asks for a key.</summary>
    public static async Task SignInAsync(IPage page, string key)
    {
        var field = page.GetByLabel("Khóa truy cập");
        await field.FillAsync(key);
        await field.PressAsync("Enter");
    }
}
