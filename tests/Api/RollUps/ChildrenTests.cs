using System.Linq;
using System.Net;
using System.Threading.Tasks;
using Aggregation.Tests.Api.Fixtures;
using Xunit;

namespace Aggregation.Tests.Api.RollUps;

public class ChildrenTests(ReportedSilo silo) : IClassFixture<ReportedSilo>
{
    [Fact]
    public async Task Direct_children_come_whole_and_in_code_order()
    {
        var page = await silo.Client.GetOkAsync("units/VN/children");
        Assert.Equal(["edition", "simulated", "items", "next"], page.EnumerateObject().Select(member => member.Name));
        Assert.Equal(["01", "02", "48"], page.GetProperty("items").EnumerateArray().Each("code"));
        foreach (var item in page.GetProperty("items").EnumerateArray())
            Assert.Equal((await silo.Client.GetOkAsync($"units/{item.GetProperty("code")}")).GetRawText(), item.GetRawText());
    }

    [Fact]
    public async Task A_unit_without_children_has_an_empty_list() =>
        Assert.Empty((await silo.Client.GetOkAsync("units/498/children")).GetProperty("items").EnumerateArray());

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(1000)]
    public async Task All_units_of_a_level_are_paged_in_code_order_each_once(int limit) =>
        Assert.Equal(
            ["00001", "00004", "00006", "00100", "00688", "00691", "20194"],
            (await silo.Client.GetAllAsync("units/VN/children?level=commune", limit)).Each("code"));

    [Fact]
    public async Task Children_can_be_asked_for_as_of_a_day()
    {
        var items = (await silo.Client.GetOkAsync("units/VN/children?asOf=2017-02-19")).GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(
            ["consolidating", "", "consolidated"],
            items.Select(item => item.GetProperty("statuses").GetProperty("committee").GetProperty("own").ToString()));
        var communes = await silo.Client.GetAllAsync($"units/01/children?level=commune&knownAt={silo.BeforeCorrection}", 2);
        Assert.Equal(["3", "3", "0", "0"], communes.Select(item => item.GetProperty("models").GetProperty("sites").ToString()));
    }

    [Theory]
    [InlineData("units/VN/children?level=nation")]
    [InlineData("units/VN/children?level=village")]
    [InlineData("units/498/children?level=commune")]
    [InlineData("units/VN/children?level=commune&cursor=x")]
    [InlineData("units/VN/children?level=commune&limit=0")]
    [InlineData("units/VN/children?level=commune&limit=1001")]
    public async Task A_bad_query_is_a_400(string path) => await silo.Client.GetProblemAsync(path, HttpStatusCode.BadRequest);
}
