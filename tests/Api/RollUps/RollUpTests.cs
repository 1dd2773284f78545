using System;
using System.Linq;
using System.Net;
using System.Threading.Tasks;
using Aggregation.Tests.Api.Fixtures;
using Xunit;

namespace Aggregation.Tests.Api.RollUps;

public class RollUpTests(ReportedSilo silo) : IClassFixture<ReportedSilo>
{
    [Fact]
    public async Task The_nation_adds_up_what_its_units_report()
    {
        var nation = await silo.Client.GetOkAsync("units/VN");
        Assert.Equal("Việt Nam", nation.GetProperty("name").GetString());
        Assert.Equal("2023", nation.GetProperty("edition").GetString());
        Assert.False(nation.GetProperty("simulated").GetBoolean());
        Assert.Equal("2/3 kiện toàn", nation.GetProperty("headlines")[0].GetProperty("text").GetString());
        Assert.Equal("""{"own":0,"total":17}""", nation.GetProperty("counts").GetProperty("agencies").GetRawText());
        Assert.Equal("""{"distinct":3,"sites":4,"groups":2}""", nation.GetProperty("models").GetRawText());
        Assert.Equal("{}", nation.GetProperty("declared").GetRawText());
        Assert.Equal(
            """{"own":null,"province":{"total":3,"consolidated":2,"consolidating":1,"not-started":0,"unreported":0},"district":{"total":5,"consolidated":1,"consolidating":0,"not-started":0,"unreported":4},"commune":{"total":7,"consolidated":1,"consolidating":0,"not-started":0,"unreported":6}}""",
            nation.GetProperty("statuses").GetProperty("committee").GetRawText());
        Assert.Equal(
            """{"province":{"reported":3,"total":3},"district":{"reported":1,"total":5},"commune":{"reported":2,"total":7}}""",
            nation.GetProperty("reporting").GetRawText());
    }

    [Fact]
    public async Task A_unit_says_what_it_is_itself()
    {
        var province = await silo.Client.GetOkAsync("units/01");
        Assert.Equal("consolidated", province.GetProperty("statuses").GetProperty("committee").GetProperty("own").GetString());
        Assert.Equal("""{"models":490}""", province.GetProperty("declared").GetRawText());
        Assert.Equal("""{"own":10,"total":10}""", province.GetProperty("counts").GetProperty("agencies").GetRawText());
        Assert.Equal("VN", province.GetProperty("parent").GetString());
        Assert.Equal("Đồng bằng sông Hồng", province.GetProperty("region").GetString());
        Assert.Equal("2017-02-20", province.GetProperty("lastReportedOn").GetString());
    }

    [Theory]
    [InlineData("2017-01-09", null, 0)]
    [InlineData("2017-01-10", "consolidating", 0)]
    [InlineData("2017-02-19", "consolidating", 1)]
    [InlineData("2017-02-20", "consolidated", 2)]
    public async Task As_of_a_day_only_what_was_effective_by_then_counts(string day, string? state, int complete)
    {
        var province = await silo.Client.GetOkAsync($"units/01?asOf={day}");
        Assert.Equal(state, province.GetProperty("statuses").GetProperty("committee").GetProperty("own").GetString());
        var nation = await silo.Client.GetOkAsync($"units/VN?asOf={day}");
        Assert.Equal(complete, nation.GetProperty("statuses")
            .GetProperty("committee")
            .GetProperty("province")
            .GetProperty("consolidated")
            .GetInt32());
    }

    [Fact]
    public async Task A_late_correction_changes_the_past_and_not_what_was_known()
    {
        var past = await silo.Client.GetOkAsync("units/VN?asOf=2017-02-19");
        Assert.Equal(7, past.GetProperty("counts").GetProperty("agencies").GetProperty("total").GetInt32());
        var known = await silo.Client.GetOkAsync($"units/VN?asOf=2017-02-19&knownAt={silo.BeforeCorrection}");
        Assert.Equal(0, known.GetProperty("counts").GetProperty("agencies").GetProperty("total").GetInt32());
        Assert.Equal(silo.BeforeCorrection, known.GetProperty("recordedAt").GetString());
    }

    [Fact]
    public async Task A_withdrawal_takes_a_report_back_on_every_day_but_not_before_it_was_known()
    {
        var now = await silo.Client.GetOkAsync("units/001?asOf=2017-02-15");
        Assert.Equal("""{"distinct":2,"sites":3,"groups":1}""", now.GetProperty("models").GetRawText());
        var then = await silo.Client.GetOkAsync($"units/001?asOf=2017-02-15&knownAt={silo.BeforeCorrection}");
        Assert.Equal("""{"distinct":2,"sites":6,"groups":3}""", then.GetProperty("models").GetRawText());
    }

    [Fact]
    public async Task Everything_as_of_today_is_the_live_figure_but_for_its_version()
    {
        foreach (var code in (string[])["VN", "01", "498", "00001"])
        {
            var live = await silo.Client.GetOkAsync($"units/{code}");
            var folded = await silo.Client.GetOkAsync($"units/{code}?knownAt={Uri.EscapeDataString(DateTimeOffset.UtcNow.ToString("O"))}");
            foreach (var member in live.EnumerateObject().Where(member => member.Name != "version"))
                Assert.Equal(member.Value.GetRawText(), folded.GetProperty(member.Name).GetRawText());
        }
    }

    [Fact]
    public async Task The_version_is_the_same_while_nothing_changes_and_says_which_dates_were_meant()
    {
        var versions = new[] { "", "?asOf=2017-02-20", "?asOf=2017-02-19", $"?knownAt={silo.BeforeCorrection}" };
        var first = await Task.WhenAll(versions.Select(VersionAsync));
        Assert.Equal(first.Length, first.Distinct().Count());
        Assert.Equal(first, await Task.WhenAll(versions.Select(VersionAsync)));

        async Task<string?> VersionAsync(string query) =>
            (await silo.Client.GetOkAsync($"units/VN{query}")).GetProperty("version").GetString();
    }

    [Theory]
    [InlineData("")]
    [InlineData("/children")]
    [InlineData("/outstanding?indicator=committee&level=province")]
    [InlineData("/models")]
    [InlineData("/history?indicator=agencies")]
    [InlineData("/reporting")]
    [InlineData("/reports")]
    public async Task A_code_that_is_no_unit_is_a_404_whatever_it_holds(string call)
    {
        foreach (var code in (string[])[
            "XX",
            "1",
            "vn",
            "00001%20",
            "%2e%2e%2f%2e%2e%2fetc%2fpasswd",
            "..%5c",
            "%F0%9F%98%80",
            "2023%2F01",
            "'%20OR%201=1",
            "%FF",
            "%25",
            new string('9', 2_000)])
        {
            var problem = await silo.Client.GetProblemAsync($"units/{code}{call}", HttpStatusCode.NotFound);
            Assert.Equal("urn:aggregation:problem:unknown-unit", problem.GetProperty("type").GetString());
        }
    }

    [Theory]
    [InlineData("asOf=1999-12-31", "asOf")]
    [InlineData("asOf=2999-01-01", "asOf")]
    [InlineData("asOf=2017-02-30", "asOf")]
    [InlineData("asOf=", "asOf")]
    [InlineData("knownAt=2017-03-01", "knownAt")]
    [InlineData("knownAt=2999-01-01T00:00:00Z", "knownAt")]
    [InlineData("asOf=2017-02-20&asOf=2017-02-21", "asOf")]
    [InlineData("asof=2017-02-20", "asof")]
    [InlineData("colour=red", "colour")]
    [InlineData("edition=1999", "edition")]
    [InlineData("limit=3", "limit")]
    public async Task A_bad_query_is_a_400_that_names_the_parameter(string query, string parameter)
    {
        var problem = await silo.Client.GetProblemAsync($"units/VN?{query}", HttpStatusCode.BadRequest);
        Assert.Contains(parameter, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_edition_can_be_named()
    {
        var province = await silo.Client.GetOkAsync("units/48?edition=2023");
        Assert.Equal("Thành phố Đà Nẵng", province.GetProperty("name").GetString());
    }
}
