using System;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using Aggregation.Tests.Command.Fixtures;
using Xunit;

namespace Aggregation.Tests.Command.Commands;

/// <summary>The audit trail: which figure stands, and what became of the others, by whom and when.</summary>
public sealed class ReportsTests(SimulatedSilo silo) : IClassFixture<SimulatedSilo>
{
    [Fact]
    public async Task Every_figure_is_told_with_what_became_of_it()
    {
        await ReportAsync(
            "19",
            "2017-02-20",
            "--count",
            "agencies=12",
            "--status",
            "committee=consolidated",
            "--model",
            "Hoà giải;other;2;1");
        await ReportAsync("19", "2017-02-20", "--count", "agencies=13");
        await ReportAsync("19", "2017-02-22", "--count", "agencies=15", "--declared", "models=4");
        await ReportAsync("19", "2017-02-21", "--count", "agencies=14", "--status", "programme=adopted");
        await silo.JsonAsync("receipt", "withdraw", "19", "4", "--note", "nhầm");
        await ReportAsync("19", "2017-02-25", "--model", "HÒA GIẢI;other;0;0");

        var trail = await silo.JsonAsync("ledger", "reports", "19");

        Assert.Equal(
            [
                "6 /models/HÒA GIẢI 0 stands ",
                "4 /statuses/programme adopted withdrawn 5", "4 /counts/agencies 14 withdrawn 5",
                "3 /counts/agencies 15 stands ", "3 /declared/models 4 stands ",
                "2 /counts/agencies 13 followed 3",
                "1 /statuses/committee consolidated stands ", "1 /counts/agencies 12 corrected 2", "1 /models/Hoà giải 2 followed 6",
            ],
            trail.GetProperty("figures").EnumerateArray().Select(Text));
        var by = trail.GetProperty("figures")[2].GetProperty("by");
        var withdrawal = trail.GetProperty("items")[1];
        Assert.Equal(withdrawal.GetProperty("recordedAt").GetString(), by.GetProperty("recordedAt").GetString());
        Assert.Equal(withdrawal.GetProperty("reporter").GetString(), by.GetProperty("reporter").GetString());
    }

    [Fact]
    public async Task What_lies_beyond_the_limit_still_tells_what_stands()
    {
        await ReportAsync("22", "2017-03-01", "--count", "schools=9");
        await ReportAsync("22", "2017-02-01", "--count", "schools=8");

        var trail = await silo.JsonAsync("ledger", "reports", "22", "--limit", "1");

        Assert.Equal(["2 /counts/schools 8 followed 1"], trail.GetProperty("figures").EnumerateArray().Select(Text));
        Assert.Single(trail.GetProperty("items").EnumerateArray());
        Assert.NotNull(trail.GetProperty("next").GetString());
    }

    [Fact]
    public async Task A_key_is_named_to_whoever_may_know_what_it_is_for()
    {
        var key = await silo.JsonAsync("newKey", "keys", "create", "24", "--note", "Phòng thử");
        var reporter = Variables.Of(("AGGREGATION_KEY", key.GetProperty("key").GetString()));
        Assert.Equal(0, (await CommandProcess.RunWithAsync(silo.Url, reporter, null, "report", "24", "--count", "schools=1")).ExitCode);

        var told = await silo.RunAsync("reports", "24");
        var untold = await CommandProcess.RunWithAsync(silo.Url, reporter, null, "reports", "24");

        Assert.Contains($"{key.GetProperty("id").GetString()} (Phòng thử)\tSchools\t1\tstands", told.Output, StringComparison.Ordinal);
        Assert.Contains($"{key.GetProperty("id").GetString()}\tSchools\t1\tstands", untold.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pipe_gets_a_whole_line_for_each_figure()
    {
        await ReportAsync("25", "2017-02-20", "--count", "schools=1500", "--model", "Camera;other;3;2", "--note", "một");
        await ReportAsync("25", "2017-02-20", "--count", "schools=1600", "--idempotency-key", "p-2");

        var lines = (await silo.RunAsync("reports", "25")).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split('\t'))
            .ToArray();

        Assert.Equal(4, lines.Length);
        Assert.All(lines, line => Assert.Equal(9, line.Length));
        Assert.Equal(["2", "Schools", "1,600", "stands", "p-2"], [lines[1][0], lines[1][4], lines[1][5], lines[1][6], lines[1][8]]);
        Assert.Equal(["1", "Schools", "1,500", "một"], [lines[2][0], lines[2][4], lines[2][5], lines[2][7]]);
        Assert.StartsWith("corrected by no. 2: ", lines[2][6], StringComparison.Ordinal);
        Assert.Equal(["Camera", "3 sites, 2 groups"], [lines[3][4], lines[3][5]]);
    }

    private static string Text(JsonElement figure)
    {
        var by = figure.GetProperty("by");
        return $"{figure.GetProperty("sequence")} {figure.GetProperty("figure")} {figure.GetProperty("value")} "
            + $"{figure.GetProperty("fate")} {(by.ValueKind == JsonValueKind.Null ? "" : by.GetProperty("sequence"))}";
    }

    private Task<JsonElement> ReportAsync(string unit, string day, params string[] figures) =>
        silo.JsonAsync("receipt", ["report", unit, "--on", day, .. figures]);
}
