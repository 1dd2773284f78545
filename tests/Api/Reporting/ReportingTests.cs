using System.Net;
using System.Threading.Tasks;
using Aggregation.Tests.Api.Fixtures;
using Xunit;

namespace Aggregation.Tests.Api.Reporting;

public class ReportingTests(ReportedSilo silo) : IClassFixture<ReportedSilo>
{
    [Theory]
    [InlineData("VN", "", 3, 1, 2)]
    [InlineData("VN", "?from=2017-01-01&to=2017-01-31", 1, 0, 0)]
    [InlineData("VN", "?from=2017-02-10&to=2017-02-15", 0, 0, 1)]
    [InlineData("VN", "?from=2017-02-20", 3, 0, 0)]
    public async Task Units_with_a_report_in_the_period_are_counted_by_level(
        string code,
        string query,
        int provinces,
        int districts,
        int communes)
    {
        var reporting = await silo.Client.GetOkAsync($"units/{code}/reporting{query}");
        Assert.Equal(
            $$$"""{"edition":"2023","simulated":false,"province":{"reported":{{{provinces}}},"total":3},"district":{"reported":{{{districts}}},"total":5},"commune":{"reported":{{{communes}}},"total":7}}""",
            reporting.GetRawText());
    }

    [Fact]
    public async Task Levels_that_do_not_exist_below_are_absent()
    {
        var reporting = await silo.Client.GetOkAsync("units/498/reporting");
        Assert.Equal("""{"edition":"2023","simulated":false}""", reporting.GetRawText());
    }

    [Theory]
    [InlineData("?from=2017-02-20&to=2017-02-19")]
    [InlineData("?to=1999-01-01")]
    [InlineData("?level=province")]
    public async Task A_bad_query_is_a_400(string query) =>
        await silo.Client.GetProblemAsync($"units/VN/reporting{query}", HttpStatusCode.BadRequest);
}
