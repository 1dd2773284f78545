using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Text.Json;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Aggregation.Tests.Api.Security;

/// <summary>
/// Every call by everybody on every kind of unit. The calls are the silo's own endpoints: a new one fails here until it is said who may
/// do what.
/// </summary>
public sealed class AuthorisationMatrixTests(MatrixSilo silo) : IClassFixture<MatrixSilo>
{
    public static TheoryData<string> Calls => [.. MatrixCall.All.Keys];

    [Fact]
    public void Every_endpoint_is_in_the_matrix()
    {
        var calls = silo.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .SelectMany(endpoint => (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods
                ?? ["ANY"]).Select(method => $"{method} /{endpoint.RoutePattern.RawText!.Trim('/')}"));
        Assert.Equal(MatrixCall.All.Keys.Order(StringComparer.Ordinal), calls.Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task A_key_reaches_its_subtree_and_nothing_else(string name)
    {
        var call = MatrixCall.All[name];
        var wrong = new List<string>();
        foreach (var target in MatrixTarget.All)
        {
            foreach (var actor in MatrixActor.All)
            {
                await CheckAsync(call, actor, target, bySession: false, wrong);
                if (call.TakesSession && actor.IsKnown)
                    await CheckAsync(call, actor, target, bySession: true, wrong);
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Take(20)));
    }

    [Theory]
    [InlineData("units?limit=1000")]
    [InlineData("units?parent=VN")]
    [InlineData("units?parent=48")]
    [InlineData("units?edition=2025")]
    public async Task A_list_of_units_holds_nothing_from_outside(string path)
    {
        string[] within = ["001", "00001", "00004", "00006"];
        var (status, text) = await silo.SendAsync(MatrixActor.Viewer, new HttpRequestMessage(HttpMethod.Get, path), bySession: false);
        Assert.Equal(200, status);
        var items = JsonDocument.Parse(text).RootElement
            .GetProperty("items")
            .EnumerateArray()
            .Select(item => item.GetProperty("code").GetString());
        Assert.Equal(path.EndsWith("1000", StringComparison.Ordinal) ? within : [], items);
    }

    private async Task CheckAsync(MatrixCall call, MatrixActor actor, MatrixTarget target, bool bySession, List<string> wrong)
    {
        foreach (var request in call.RequestsFor(target, call.NeedsKey ? await silo.KeyOfAsync(target) : null))
        {
            var path = request.RequestUri!.OriginalString;
            var (status, text) = await silo.SendAsync(actor, request, bySession);
            if (status != call.Expected(actor, target))
                wrong.Add($"{actor.Name}{(bySession ? " by session" : "")} on {target.Name}, {path}: {status} instead of "
                    + $"{call.Expected(actor, target)} {text}");
        }
    }
}
