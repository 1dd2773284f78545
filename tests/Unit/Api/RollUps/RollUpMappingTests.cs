using System;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using Aggregation.Api.Reading;
using Aggregation.Api.RollUps;
using Aggregation.Contracts;
using Aggregation.Domain.Folds;
using Aggregation.Domain.Reports;
using Aggregation.Domain.Tallies;
using Aggregation.Domain.Units;
using Aggregation.Tests.Support;
using Xunit;

namespace Aggregation.Tests.Api.RollUps;

public class RollUpMappingTests
{
    private static readonly Edition Small = Trees.Small();
    private readonly UnmarkedLedger mark = new();

    [Fact]
    public void A_roll_up_has_the_members_of_the_contract_in_its_words()
    {
        var json = Map("498", new Figures
        {
            Counts = [new CountFigure("residential-areas", 12)],
            Statuses = [new StatusFigure("committee", "consolidating")],
            Models = [new ModelFigure("Móc khóa an toàn", ["self-protection"], 2, 1)],
            Declared = [new CountFigure("models", 490)],
        });

        Assert.Equal(
            """
            {"code":"498","name":"Đơn vị 498","kind":"Kind","level":"district","parent":"48","region":null,"edition":"2023","simulated":false,"version":"1.1","recordedAt":"2017-03-01T00:00:00.123456Z","lastReportedOn":"2017-02-20","warming":false,"headlines":[],"counts":{"residential-areas":{"own":12,"total":12},"safe-residential-areas":{"own":0,"total":0},"agencies":{"own":0,"total":0},"safe-agencies":{"own":0,"total":0},"enterprises":{"own":0,"total":0},"safe-enterprises":{"own":0,"total":0},"schools":{"own":0,"total":0},"safe-schools":{"own":0,"total":0}},"models":{"distinct":1,"sites":2,"groups":1},"declared":{"models":490},"statuses":{"committee":{"own":"consolidating"},"programme":{"own":null},"regulation":{"own":null}},"reporting":{}}
            """,
            json.GetRawText());
    }

    [Fact]
    public void Statuses_stand_at_the_levels_below_that_exist_and_that_they_apply_to()
    {
        var statuses = Map("VN", Figures.None).GetProperty("statuses");
        Assert.Equal(
            ["committee", "programme", "mobilisation-programme", "regulation", "safe-unit"],
            statuses.EnumerateObject().Select(status => status.Name));
        Assert.Equal(["own", "province", "district", "commune"], Names(statuses.GetProperty("committee")));
        Assert.Equal(["own", "province"], Names(statuses.GetProperty("mobilisation-programme")));
        Assert.Equal(["own", "commune"], Names(statuses.GetProperty("safe-unit")));
        Assert.Equal("""{"total":2,"consolidated":0,"consolidating":0,"not-started":0,"unreported":2}""", statuses.GetProperty("committee")
            .GetProperty("province")
            .GetRawText());
        Assert.Equal(["own"], Names(Map("00001", Figures.None).GetProperty("statuses").GetProperty("safe-unit")));
    }

    [Fact]
    public void Headlines_come_nearest_level_first_and_within_a_level_in_the_order_of_the_catalogue()
    {
        var headlines = Map("VN", Figures.None).GetProperty("headlines").EnumerateArray().ToList();
        Assert.Equal(
            [
                "province committee", "province programme", "province mobilisation-programme", "province regulation",
                "district committee", "district programme", "district regulation",
                "commune committee", "commune programme", "commune regulation", "commune safe-unit",
            ],
            headlines.Select(headline => $"{headline.GetProperty("level")} {headline.GetProperty("indicator")}"));
        Assert.Equal("0/2 kiện toàn", headlines[0].GetProperty("text").GetString());
    }

    [Fact]
    public async Task A_demonstration_says_so()
    {
        await mark.SetAsync();
        Assert.True(Map("498", Figures.None).GetProperty("simulated").GetBoolean());
    }

    [Fact]
    public void A_list_with_a_simulated_unit_says_so_of_every_unit()
    {
        var units = Trees.SmallUnits().ConvertAll(unit => unit with { Simulated = unit.Code == "20200" });
        Assert.True(Map("498", Figures.None, new Edition("2023", 1, units)).GetProperty("simulated").GetBoolean());
    }

    [Fact]
    public void What_is_written_reads_back()
    {
        var json = Map("VN", new Figures { Statuses = [new StatusFigure("committee", "consolidated")] }).GetRawText();
        var read = JsonSerializer.Deserialize(json, ReadJson.Default.UnitRollUp)!;
        Assert.Equal(5, read.Statuses["committee"].Levels["commune"].Unreported);
        Assert.Equal("consolidated", read.Statuses["committee"].Own);
        Assert.Equal(json, JsonSerializer.Serialize(read, ReadJson.Written.UnitRollUp));
    }

    private static string[] Names(JsonElement element) => [.. element.EnumerateObject().Select(member => member.Name)];

    private JsonElement Map(string code, Figures figures, Edition? edition = null)
    {
        edition ??= Small;
        var index = edition.IndexOf(code);
        var fold = new UnitFold(Seed.Layout);
        if (!figures.IsEmpty)
        {
            fold.Add(new LedgerRow
            {
                UnitId = edition.Units[index].Id,
                Sequence = 1,
                EffectiveOn = Draw.Day,
                RecordedAt = new DateTimeOffset(2017, 3, 1, 0, 0, 0, TimeSpan.Zero).AddMicroseconds(123_456),
                Figures = figures,
            });
        }

        Tally tally = fold.ToTally(edition.Generation, edition.Units[index].Level);
        var answer = new RollUpMapping(Seed.Layout, new Simulation(mark)).Map(
            edition,
            index,
            fold.ToOwnFigures(),
            tally,
            $"{tally.Version.Generation}.{tally.Version.Rows}");
        return JsonSerializer.SerializeToElement(answer, ReadJson.Written.UnitRollUp);
    }
}
