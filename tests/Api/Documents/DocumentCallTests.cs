using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using Aggregation.Testing.Documents;
using Aggregation.Tests.Api.Fixtures;
using Xunit;

namespace Aggregation.Tests.Api.Documents;

/// <summary>What documents call by <c>curl</c> is in the API's own description: path, method and every parameter.</summary>
public sealed class DocumentCallTests(SiloFixture silo) : IClassFixture<SiloFixture>
{
    private static readonly string[] Outside = ["/health/live", "/health/ready", "/openapi/v1.json"];

    [Fact]
    public async Task Every_call_is_one_that_the_description_has()
    {
        var description = JsonDocument.Parse(await silo.Client.GetStringAsync(new Uri(silo.Address, "/openapi/v1.json"))).RootElement;
        var paths = description.GetProperty("paths").EnumerateObject().ToDictionary(path => path.Name, path => path.Value);
        var calls = DocumentCommand.All.Where(command => command.Words[0] == "curl").ToList();

        Assert.NotEmpty(calls);
        Assert.All(calls, call => Assert.Null(FaultOf(call, paths)));
    }

    private static string? FaultOf(DocumentCommand call, Dictionary<string, JsonElement> paths)
    {
        if (call.Words.FirstOrDefault(word => word.Contains("://", StringComparison.Ordinal)
            || word.StartsWith("$API", StringComparison.Ordinal)) is not { } address)
        {
            return "it has no address";
        }

        var uri = new Uri(address.Replace("$API", "http://silo/api/v1", StringComparison.Ordinal)
            .Replace("808$n", "8080", StringComparison.Ordinal));
        if (Outside.Contains(uri.AbsolutePath, StringComparer.Ordinal))
            return null;
        var matching = paths.Where(path => Matches(path.Key, uri.AbsolutePath))
            .OrderBy(path => path.Key.Contains('{', StringComparison.Ordinal));
        if (matching.FirstOrDefault() is not { Key: not null } found)
            return $"there is no {uri.AbsolutePath}";
        var method = MethodOf(call);
        if (!found.Value.TryGetProperty(method, out var operation))
            return $"{found.Key} has no {method}";
        var known = operation.TryGetProperty("parameters", out var parameters)
            ? parameters.EnumerateArray().Select(parameter => parameter.GetProperty("name").GetString()).ToHashSet()
            : [];
        return uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=')[0])
            .FirstOrDefault(name => !known.Contains(name)) is { } unknown
            ? $"{found.Key} has no parameter {unknown}"
            : null;
    }

    private static string MethodOf(DocumentCommand call)
    {
        var words = call.Words.ToList();
        if (words.IndexOf("-X") is >= 0 and var place)
            return words[place + 1].ToLowerInvariant();
        return words.Exists(word => word is "-d" or "-F" or "--data-binary") ? "post" : "get";
    }

    private static bool Matches(string template, string path)
    {
        var (parts, given) = (template.Split('/'), path.Split('/'));
        return parts.Length == given.Length && parts.Zip(given).All(pair => pair.First.StartsWith('{') || pair.First == pair.Second);
    }
}
