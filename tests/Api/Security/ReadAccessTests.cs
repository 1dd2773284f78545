using System.Net;
using System.Threading.Tasks;
using Aggregation.Ledger.Access;
using Aggregation.Testing.Http;
using Aggregation.Tests.Api.Fixtures;
using Xunit;

namespace Aggregation.Tests.Api.Security;

public class ReadAccessTests(ClosedSilo silo) : IClassFixture<ClosedSilo>
{
    [Theory]
    [InlineData("units")]
    [InlineData("units/48")]
    [InlineData("units/XX")]
    [InlineData("units/48?colour=red")]
    [InlineData("units/48/children")]
    [InlineData("units/48/outstanding?indicator=committee&level=district")]
    [InlineData("units/48/models")]
    [InlineData("units/48/history?indicator=agencies")]
    [InlineData("units/48/reporting")]
    [InlineData("units/48/reports")]
    [InlineData("catalogue")]
    [InlineData("live?unit=48")]
    public async Task Without_a_key_nothing_is_read(string path) => await silo.Client.GetProblemAsync(path, HttpStatusCode.Unauthorized);

    [Theory]
    [InlineData(AccessRole.Viewer)]
    [InlineData(AccessRole.Reporter)]
    [InlineData(AccessRole.Admin)]
    public async Task A_key_reads_its_subtree_and_no_more(AccessRole role)
    {
        using var client = await silo.MakeClientAsync("48", role);
        foreach (var call in (string[])[
            "", "/children", "/outstanding?indicator=committee&level=commune", "/models", "/history?indicator=agencies",
            "/reporting"])
        {
            await client.GetOkAsync($"units/48{call}");
            await client.GetProblemAsync($"units/VN{call}", HttpStatusCode.Forbidden);
            await client.GetProblemAsync(
                $"units/01{call.Replace("commune", "district", System.StringComparison.Ordinal)}",
                HttpStatusCode.Forbidden);
        }

        await client.GetOkAsync("units/20194/reports");
        await client.GetOkAsync("catalogue");
        await client.GetProblemAsync("units/XX", HttpStatusCode.NotFound);
        await client.GetProblemAsync("live?unit=48&unit=01", HttpStatusCode.Forbidden);
        using var live = await LiveReader.OpenAsync(client, "live?unit=48&unit=20194");
        Assert.Equal("48", (await live.NextAsync())!.Code);
    }

    [Fact]
    public async Task The_registry_shows_a_key_its_subtree()
    {
        using var client = await silo.MakeClientAsync("48", AccessRole.Viewer);
        Assert.Equal(["48", "490", "498", "20194"], (await client.GetAllAsync("units", 1)).Each("code"));
        Assert.Equal(16, (await silo.Admin.GetAllAsync("units", 5)).Count);
    }
}
