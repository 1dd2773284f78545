using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Text.Json;
using System.Threading.Tasks;
using Xunit;

namespace Aggregation.Tests.Api.Fixtures;

/// <summary>What tests say of answers.</summary>
internal static class HttpAssertions
{
    /// <summary>The body of a 200.</summary>
    public static async Task<JsonElement> GetOkAsync(this HttpClient client, string path)
    {
        using var response = await client.GetAsync(path);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{path}: {(int)response.StatusCode} {text}");
        Assert.Equal("application/json; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        return JsonDocument.Parse(text).RootElement;
    }

    /// <summary>The problem that is answered with a status.</summary>
    public static async Task<JsonElement> GetProblemAsync(this HttpClient client, string path, HttpStatusCode expected)
    {
        using var response = await client.GetAsync(path);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == expected, $"{path}: {(int)response.StatusCode} {text}");
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        return JsonDocument.Parse(text).RootElement;
    }

    /// <summary>The items of all pages together.</summary>
    public static async Task<List<JsonElement>> GetAllAsync(this HttpClient client, string path, int limit)
    {
        var items = new List<JsonElement>();
        var separator = path.Contains('?', System.StringComparison.Ordinal) ? '&' : '?';
        string? cursor = null;
        do
        {
            var page = await client.GetOkAsync($"{path}{separator}limit={limit}{(cursor is null ? "" : $"&cursor={cursor}")}");
            var here = page.GetProperty("items").EnumerateArray().ToList();
            Assert.InRange(here.Count, items.Count == 0 ? 0 : 1, limit);
            items.AddRange(here);
            cursor = page.GetProperty("next").GetString();
        }
        while (cursor is not null);
        return items;
    }

    /// <summary>A member of each item, as text.</summary>
    public static string[] Each(this IEnumerable<JsonElement> items, string member) =>
        [.. items.Select(item => item.GetProperty(member).ToString())];
}
