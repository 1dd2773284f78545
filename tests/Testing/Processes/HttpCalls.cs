using System;
using System.Collections.Generic;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Threading.Tasks;
using Aggregation.Testing.Reference;
using Xunit;

namespace Aggregation.Testing.Processes;

/// <summary>Calls of the API as plain HTTP, answered with plain JSON.</summary>
public static class HttpCalls
{
    /// <summary>Reads an answer that must be 200.</summary>
    public static async Task<JsonElement> GetJsonAsync(this HttpClient http, string path)
    {
        using var answer = await http.GetAsync(new Uri(path, UriKind.Relative));
        return await ReadAsync(answer, HttpStatusCode.OK);
    }

    /// <summary>Reads every page of a list.</summary>
    public static async Task<List<JsonElement>> GetAllAsync(this HttpClient http, string path)
    {
        var items = new List<JsonElement>();
        var separator = path.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        string? cursor = null;
        do
        {
            var page = await http.GetJsonAsync(cursor is null ? path : $"{path}{separator}cursor={Uri.EscapeDataString(cursor)}");
            items.AddRange(page.GetProperty("items").EnumerateArray());
            cursor = page.GetProperty("next").GetString();
        }
        while (cursor is not null);
        return items;
    }

    /// <summary>Imports one of the real lists.</summary>
    public static async Task<JsonElement> ImportAsync(this HttpClient http, string list, string query = "")
    {
        using var body = new StreamContent(File.OpenRead(RealLists.PathOf(list)));
        body.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        using var answer = await http.PostAsync(new Uri($"units/import?edition=2023{query}", UriKind.Relative), body);
        return await ReadAsync(answer, HttpStatusCode.OK);
    }

    /// <summary>Asserts the status and reads the body.</summary>
    public static async Task<JsonElement> ReadAsync(HttpResponseMessage answer, HttpStatusCode expected)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == expected, $"{answer.RequestMessage!.RequestUri} answered {(int)answer.StatusCode}: {text}");
        using var json = JsonDocument.Parse(text);
        return json.RootElement.Clone();
    }
}
