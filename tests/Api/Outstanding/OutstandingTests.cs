using System.Linq;
using System.Net;
using System.Threading.Tasks;
using Aggregation.Tests.Api.Fixtures;
using Xunit;

namespace Aggregation.Tests.Api.Outstanding;

public class OutstandingTests(ReportedSilo silo) : IClassFixture<ReportedSilo>
{
    [Fact]
    public async Task Which_one_is_missing()
    {
        var page = await silo.Client.GetOkAsync("units/VN/outstanding?indicator=committee&level=province");
        Assert.Equal(
            """{"edition":"2023","simulated":false,"total":1,"items":[{"code":"48","name":"Thành phố Đà Nẵng","state":"consolidating","parent":"VN","lastReportedOn":"2017-02-20"}],"next":null}""",
            page.GetRawText());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(1000)]
    public async Task The_unreported_are_awaited_too_and_paged_each_once(int limit)
    {
        var items = await silo.Client.GetAllAsync("units/VN/outstanding?indicator=committee&level=commune", limit);
        Assert.Equal(["00004", "00006", "00100", "00688", "00691", "20194"], items.Each("code"));
        Assert.All(items, item => Assert.Equal("unreported", item.GetProperty("state").GetString()));
        Assert.Equal(["", "", "", "", "", "2017-02-15"], items.Each("lastReportedOn"));
    }

    [Fact]
    public async Task The_total_counts_all_pages()
    {
        var page = await silo.Client.GetOkAsync("units/VN/outstanding?indicator=committee&level=commune&limit=2");
        Assert.Equal(6, page.GetProperty("total").GetInt32());
    }

    [Theory]
    [InlineData("asOf=2017-02-19", "01 02")]
    [InlineData("asOf=2017-01-10", "01 02 48")]
    [InlineData("asOf=2017-02-20", "48")]
    public async Task It_can_be_asked_as_of_a_day(string query, string expected) =>
        Assert.Equal(expected, string.Join(
            ' ',
            (await silo.Client.GetAllAsync($"units/VN/outstanding?indicator=committee&level=province&{query}", 2)).Each("code")));

    [Fact]
    public async Task It_can_be_asked_as_known_then()
    {
        var items = await silo.Client.GetAllAsync(
            $"units/VN/outstanding?indicator=committee&level=province&asOf=2017-02-19&knownAt={silo.BeforeCorrection}",
            2);
        Assert.Equal(
            ["01 consolidating", "02 unreported", "48 unreported"],
            items.Select(item => $"{item.GetProperty("code")} {item.GetProperty("state")}"));
    }

    [Theory]
    [InlineData("level=province&from=2017-02-20&to=2017-02-28", "")]
    [InlineData("level=province&from=2017-01-01&to=2017-01-31", "02 48")]
    [InlineData("level=district", "001 002 024 490")]
    [InlineData("level=commune&from=2017-02-10&to=2017-02-15", "00001 00004 00006 00100 00688 00691")]
    [InlineData("level=province&asOf=2017-02-19&from=2017-02-19&to=2017-02-28", "01 02")]
    [InlineData("level=province&asOf=2017-02-01&from=2017-02-19", "01 02 48")]
    public async Task Who_has_not_reported_in_a_period(string query, string expected) =>
        Assert.Equal(
            expected,
            string.Join(' ', (await silo.Client.GetAllAsync($"units/VN/outstanding?indicator=reporting&{query}", 2)).Each("code")));

    [Fact]
    public async Task Without_a_level_every_unit_below_is_expected_to_report()
    {
        var items = await silo.Client.GetAllAsync("units/48/outstanding?indicator=reporting", 1);
        Assert.Equal(["490"], items.Each("code"));
        items = await silo.Client.GetAllAsync("units/48/outstanding?indicator=reporting&from=2017-02-10", 1);
        Assert.Equal(["490 ", "498 2017-02-01"], items.Select(item => $"{item.GetProperty("code")} {item.GetProperty("lastReportedOn")}"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("?indicator=committee")]
    [InlineData("?indicator=committee&level=nation")]
    [InlineData("?indicator=mobilisation-programme&level=commune")]
    [InlineData("?indicator=agencies&level=commune")]
    [InlineData("?indicator=colour&level=commune")]
    [InlineData("?indicator=committee&level=province&from=2017-01-01")]
    [InlineData("?indicator=reporting&from=2017-02-01&to=2017-01-01")]
    [InlineData("?indicator=reporting&from=yesterday")]
    [InlineData("?indicator=committee&level=province&cursor=x")]
    public async Task A_bad_query_is_a_400(string query) =>
        await silo.Client.GetProblemAsync($"units/VN/outstanding{query}", HttpStatusCode.BadRequest);
}
