using System.Collections.Generic;
using System.Net;
using System.Net.Http;
using System.Threading.Tasks;
using Aggregation.Ledger.Access;
using Aggregation.Testing.Http;
using Aggregation.Tests.Api.Fixtures;
using Xunit;

namespace Aggregation.Tests.Api.Live;

/// <summary>More streams than one key or one address may have.</summary>
public sealed class ViewerLimitTests(ViewerLimitTests.NarrowSilo silo) : IClassFixture<ViewerLimitTests.NarrowSilo>
{
    [Fact]
    public async Task A_key_and_an_address_have_as_many_streams_as_allowed_and_an_ended_one_makes_room()
    {
        using var one = await silo.MakeClientAsync("48", AccessRole.Viewer);
        using var other = await silo.MakeClientAsync("48", AccessRole.Viewer);
        var first = await OpenAsync(one);
        using var second = await OpenAsync(one);
        await RefusedAsync(one);
        using var third = await OpenAsync(other);
        await RefusedAsync(other);

        first.Dispose();
        await SiloFixture.EventuallyAsync(async () =>
        {
            using var answer = await other.GetAsync("live?unit=48", HttpCompletionOption.ResponseHeadersRead);
            return answer.StatusCode == HttpStatusCode.OK;
        });
    }

    private static Task<LiveReader> OpenAsync(HttpClient client) => LiveReader.OpenAsync(client, "live?unit=48");

    private static async Task RefusedAsync(HttpClient client)
    {
        var problem = await client.GetProblemAsync("live?unit=48", HttpStatusCode.TooManyRequests);
        Assert.Equal("urn:aggregation:problem:too-many-viewers", problem.GetProperty("type").GetString());
    }

    public sealed class NarrowSilo : SiloFixture
    {
        protected override IEnumerable<(string Name, string Value)> Settings =>
            [("Security:PublicRead", "false"), ("Security:ViewersPerKey", "2"), ("Security:ViewersPerAddress", "3")];
    }
}
