using System.Net;
using System.Threading.Tasks;
using Aggregation.Tests.Api.Fixtures;
using Xunit;

namespace Aggregation.Tests.Api.Models;

public class ModelTests(ReportedSilo silo) : IClassFixture<ReportedSilo>
{
    [Fact]
    public async Task Models_of_one_name_are_one()
    {
        var page = await silo.Client.GetOkAsync($"units/VN/models?knownAt={silo.BeforeCorrection}");
        Assert.Equal(
            """{"name":"Móc khóa an toàn","kinds":["self-prevention","self-protection"],"sites":5,"groups":3,"units":2}""",
            page.GetProperty("items")[0].GetRawText());
        Assert.Equal("3 7 4", $"{page.GetProperty("distinct")} {page.GetProperty("sites")} {page.GetProperty("groups")}");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(1000)]
    public async Task Most_sites_come_first_then_names_each_once(int limit) =>
        Assert.Equal(
            ["Móc khóa an toàn", "Camera an ninh", "Dân phòng"],
            (await silo.Client.GetAllAsync("units/VN/models", limit)).Each("name"));

    [Theory]
    [InlineData("q=MOC%20khoa", "Móc khóa an toàn", 2)]
    [InlineData("q=an", "Móc khóa an toàn|Camera an ninh|Dân phòng", 4)]
    [InlineData("kind=self-prevention", "Camera an ninh", 1)]
    [InlineData("kind=other&q=dan", "Dân phòng", 1)]
    [InlineData("q=zz", "", 0)]
    [InlineData("asOf=2017-02-10", "Móc khóa an toàn|Camera an ninh", 3)]
    public async Task The_totals_are_those_of_what_is_found(string query, string expected, int sites)
    {
        var page = await silo.Client.GetOkAsync($"units/VN/models?{query}");
        var names = page.GetProperty("items").EnumerateArray().Each("name");
        Assert.Equal(expected, string.Join('|', names));
        Assert.Equal(names.Length, page.GetProperty("distinct").GetInt32());
        Assert.Equal(sites, page.GetProperty("sites").GetInt32());
    }

    [Theory]
    [InlineData("kind=colour")]
    [InlineData("cursor=x")]
    [InlineData("limit=0")]
    [InlineData("level=commune")]
    public async Task A_bad_query_is_a_400(string query) =>
        await silo.Client.GetProblemAsync($"units/VN/models?{query}", HttpStatusCode.BadRequest);
}
