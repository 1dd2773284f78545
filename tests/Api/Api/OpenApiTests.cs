using System;
using System.Linq;
using System.Net.Http;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Aggregation.Tests.Writing;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Aggregation.Tests.Api;

/// <summary>The description at <c>/openapi/v1.json</c>.</summary>
public sealed class OpenApiTests(WritingSilo silo) : IClassFixture<WritingSilo>
{
    [Fact]
    public async Task Every_call_is_described_with_what_it_may_answer()
    {
        var paths = (await silo.SendAsync(HttpMethod.Get, "/openapi/v1.json", null)).Json.GetProperty("paths");
        var routes = silo.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith("/api/v1", StringComparison.Ordinal))
            .SelectMany(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Select(method =>
                (Path: Plain(endpoint.RoutePattern.RawText!), Method: method)))
            .ToList();
        Assert.NotEmpty(routes);
        var missing = routes.Where(route => !paths.TryGetProperty(route.Path, out var path)
            || !path.TryGetProperty(route.Method.ToLowerInvariant(), out _)).ToList();
        Assert.True(missing.Count == 0, "Not described: " + string.Join(", ", missing));
    }

    [Fact]
    public async Task The_writing_calls_describe_bodies_problems_and_keys()
    {
        var document = (await silo.SendAsync(HttpMethod.Get, "/openapi/v1.json", null)).Json;
        var reports = document.GetProperty("paths").GetProperty("/api/v1/reports").GetProperty("post");
        Assert.True(reports.GetProperty("requestBody").GetProperty("content").TryGetProperty("application/json", out _));
        foreach (var status in new[] { "200", "400", "401", "403", "408", "409", "413", "415", "422", "429", "503" })
            Assert.True(reports.GetProperty("responses").TryGetProperty(status, out _), status);
        Assert.Equal("bearer", document.GetProperty("components")
            .GetProperty("securitySchemes")
            .GetProperty("key")
            .GetProperty("scheme")
            .GetString());
        Assert.NotEmpty(reports.GetProperty("security").EnumerateArray());
    }

    [Fact]
    public async Task The_keys_describe_their_rotation_and_what_a_list_says_of_them()
    {
        var document = (await silo.SendAsync(HttpMethod.Get, "/openapi/v1.json", null)).Json;
        var rotate = document.GetProperty("paths").GetProperty("/api/v1/keys/{id}/rotate").GetProperty("post");
        Assert.Equal(["id"], rotate.GetProperty("parameters")
            .EnumerateArray()
            .Select(parameter => parameter.GetProperty("name").GetString()));
        foreach (var status in new[] { "201", "404", "409", "422" })
            Assert.True(rotate.GetProperty("responses").TryGetProperty(status, out _), status);
        var schemas = document.GetProperty("components").GetProperty("schemas");
        foreach (var field in new[] { "state", "replacedBy", "lastUsedAt" })
            Assert.True(schemas.GetProperty("KeyEntry").GetProperty("properties").TryGetProperty(field, out _), field);
        Assert.True(schemas.GetProperty("RotatedKey").GetProperty("properties").TryGetProperty("replacedExpiresOn", out _));
    }

    private static string Plain(string pattern) =>
        Regex.Replace(pattern, @"\{(?<name>\w+)[^}]*\}", "{${name}}", RegexOptions.NonBacktracking).TrimEnd('/');
}
