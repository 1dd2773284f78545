using System.Linq;
using System.Net;
using System.Threading.Tasks;
using Aggregation.Tests.Api.Fixtures;
using Xunit;

namespace Aggregation.Tests.Api.Audit;

public class AuditTests(ReportedSilo silo) : IClassFixture<ReportedSilo>
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(1000)]
    public async Task Rows_come_newest_first_each_once(int limit) =>
        Assert.Equal(["2", "1"], (await silo.Client.GetAllAsync("units/00004/reports", limit)).Each("sequence"));

    [Fact]
    public async Task A_row_says_everything_that_was_sent_and_what_became_of_it()
    {
        var rows = await silo.Client.GetAllAsync("units/00004/reports", 10);
        Assert.Equal(
            ["sequence", "effectiveOn", "recordedAt", "reporter", "idempotencyKey", "counts", "models", "statuses", "declared", "note",
            "withdraws", "withdrawnBy"],
            rows[1].EnumerateObject().Select(member => member.Name));
        Assert.Equal("""{"residential-areas":12}""", rows[1].GetProperty("counts").GetRawText());
        Assert.Equal(
            """[{"name":"móc khoá an toàn","kinds":["self-prevention"],"sites":3,"groups":2}]""",
            rows[1].GetProperty("models").GetRawText());
        Assert.Equal("{}", rows[1].GetProperty("statuses").GetRawText());
        Assert.Equal(2, rows[1].GetProperty("withdrawnBy").GetInt32());
        Assert.Equal(1, rows[0].GetProperty("withdraws").GetInt32());
        Assert.Equal("2017-03-01", rows[0].GetProperty("effectiveOn").GetString());
        Assert.EndsWith("Z", rows[0].GetProperty("recordedAt").GetString());
        Assert.NotEmpty(rows[0].GetProperty("reporter").GetString()!);
        Assert.StartsWith("seed-", rows[0].GetProperty("idempotencyKey").GetString());
    }

    [Fact]
    public async Task A_note_is_shown() =>
        Assert.Equal("lần đầu", (await silo.Client.GetAllAsync("units/20194/reports", 10))[0].GetProperty("note").GetString());

    [Fact]
    public async Task A_unit_that_never_reported_has_no_rows() => Assert.Empty(await silo.Client.GetAllAsync("units/001/reports", 10));

    [Theory]
    [InlineData("cursor=x")]
    [InlineData("limit=1001")]
    [InlineData("asOf=2017-02-20")]
    public async Task A_bad_query_is_a_400(string query) =>
        await silo.Client.GetProblemAsync($"units/00004/reports?{query}", HttpStatusCode.BadRequest);
}
