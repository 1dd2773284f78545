using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Text.Json;
using System.Threading.Tasks;
using Xunit;

namespace Aggregation.Tests.Writing;

/// <summary>What the API answered.</summary>
public sealed class Answer
{
    private Answer(int status, string? type, string text, IReadOnlyDictionary<string, string> headers)
    {
        Status = status;
        Type = type;
        Text = text;
        Headers = headers;
    }

    public int Status { get; }

    public string? Type { get; }

    public string Text { get; }

    public IReadOnlyDictionary<string, string> Headers { get; }

    public JsonElement Json => JsonDocument.Parse(Text).RootElement;

    public string Code => Json.GetProperty("type").GetString()!["urn:aggregation:problem:".Length..];

    public string Detail => Json.GetProperty("detail").GetString()!;

    public List<(string Pointer, string Code, string Message)> Errors => !Json.TryGetProperty("errors", out var errors)
        ? []
        : [.. errors.EnumerateArray().Select(error => (error.GetProperty("pointer")
            .GetString()!, error.GetProperty("code").GetString()!, error.GetProperty("message").GetString()!))];

    public static async Task<Answer> ReadAsync(HttpResponseMessage response)
    {
        var headers = response.Headers.Concat(response.Content.Headers).ToDictionary(
            header => header.Key,
            header => string.Join(", ", header.Value),
            System.StringComparer.OrdinalIgnoreCase);
        return new Answer(
            (int)response.StatusCode,
            response.Content.Headers.ContentType?.MediaType,
            await response.Content.ReadAsStringAsync(),
            headers);
    }

    /// <summary>A problem of that status whose every text is a sentence.</summary>
    public Answer IsProblem(int status, string? code = null)
    {
        Assert.True(Status == status, $"{Status} instead of {status}: {Text}");
        Assert.Equal("application/problem+json", Type);
        Assert.Equal(status, Json.GetProperty("status").GetInt32());
        if (code is not null)
            Assert.Equal(code, Code);
        foreach (var text in Errors.Select(error => error.Message).Append(Detail).Append(Json.GetProperty("title").GetString()!))
        {
            Assert.DoesNotMatch(@"\{(\d\+?|field|line|count)\}", text);
            Assert.DoesNotContain(text, character => char.IsControl(character));
            Assert.True(text.Length is > 5 and < 600, text);
        }

        return this;
    }

    /// <summary>A problem that names this place and fault.</summary>
    public Answer Names(string pointer, string code)
    {
        Assert.True(Errors.Exists(error => error.Pointer == pointer && error.Code == code), $"{pointer} {code} is not in {Text}");
        return this;
    }
}
