using System.Linq;
using System.Net;
using System.Threading.Tasks;
using Aggregation.Tests.Api.Fixtures;
using Xunit;

namespace Aggregation.Tests.Api.History;

public class HistoryTests(ReportedSilo silo) : IClassFixture<ReportedSilo>
{
    [Fact]
    public async Task A_status_by_the_day()
    {
        var history =
            await silo.Client.GetOkAsync("units/VN/history?indicator=committee&level=province&from=2017-02-18&to=2017-02-20&step=day");
        Assert.Equal(
            """{"edition":"2023","simulated":false,"points":[{"on":"2017-02-18","complete":0,"total":3},{"on":"2017-02-19","complete":1,"total":3},{"on":"2017-02-20","complete":2,"total":3}]}""",
            history.GetRawText());
    }

    [Fact]
    public async Task A_count_by_the_month_as_known_then()
    {
        var history = await silo.Client.GetOkAsync(
            $"units/VN/history?indicator=agencies&from=2017-01-31&to=2017-03-05&step=month&knownAt={silo.BeforeCorrection}");
        Assert.Equal(
            """[{"on":"2017-01-31","total":0},{"on":"2017-02-28","total":10},{"on":"2017-03-05","total":10}]""",
            history.GetProperty("points").GetRawText());
    }

    [Fact]
    public async Task Models_by_the_year()
    {
        var history = await silo.Client.GetOkAsync("units/VN/history?indicator=models&from=2016-05-01&to=2018-01-01&step=year");
        Assert.Equal(
            """[{"on":"2016-12-31","distinct":0,"sites":0,"groups":0},{"on":"2017-12-31","distinct":3,"sites":4,"groups":2},{"on":"2018-01-01","distinct":3,"sites":4,"groups":2}]""",
            history.GetProperty("points").GetRawText());
    }

    [Fact]
    public async Task Every_point_is_the_roll_up_as_of_that_day()
    {
        var history =
            await silo.Client.GetOkAsync("units/VN/history?indicator=committee&level=commune&from=2017-02-01&to=2017-02-16&step=day");
        foreach (var point in history.GetProperty("points").EnumerateArray())
        {
            var rollUp = await silo.Client.GetOkAsync($"units/VN?asOf={point.GetProperty("on")}");
            var commune = rollUp.GetProperty("statuses").GetProperty("committee").GetProperty("commune");
            Assert.Equal(commune.GetProperty("consolidated").GetInt32(), point.GetProperty("complete").GetInt32());
            Assert.Equal(commune.GetProperty("total").GetInt32(), point.GetProperty("total").GetInt32());
        }
    }

    [Fact]
    public async Task A_thousand_points_are_given()
    {
        var history = await silo.Client.GetOkAsync("units/VN/history?indicator=agencies&from=2014-05-28&to=2017-02-20&step=day");
        Assert.Equal(1_000, history.GetProperty("points").EnumerateArray().Count());
    }

    [Theory]
    [InlineData("")]
    [InlineData("?indicator=colour")]
    [InlineData("?indicator=committee")]
    [InlineData("?indicator=committee&level=nation")]
    [InlineData("?indicator=agencies&level=commune")]
    [InlineData("?indicator=agencies&step=week")]
    [InlineData("?indicator=agencies&from=2017-02-20&to=2017-02-19")]
    [InlineData("?indicator=agencies&from=2014-05-27&to=2017-02-20&step=day")]
    [InlineData("?indicator=agencies&asOf=2017-02-20")]
    [InlineData("?indicator=agencies&to=2999-01-01")]
    public async Task A_bad_query_is_a_400(string query) =>
        await silo.Client.GetProblemAsync($"units/VN/history{query}", HttpStatusCode.BadRequest);
}
