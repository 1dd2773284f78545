using System;
using System.IO;
using System.Threading.Tasks;
using Aggregation.Testing.Processes;
using Xunit;

namespace Aggregation.Tests.Processes.Demonstration;

/// <summary>What a newcomer sees with --demo.</summary>
public sealed class DemonstrationTests
{
    [Fact]
    public async Task The_nation_says_62_of_63_and_its_figures_move()
    {
        using var folder = new TemporaryFolder();
        await using var silo = await SiloProcess.StartAsync(folder.File("demo.db"), ("demo", "true"));

        var nation = await silo.Http.GetJsonAsync("units/VN");

        Assert.Equal("62/63 kiện toàn", nation.GetProperty("headlines")[0].GetProperty("text").GetString());
        Assert.Equal(63, nation.GetProperty("statuses").GetProperty("programme").GetProperty("province").GetProperty("adopted").GetInt32());
        Assert.Equal(63, nation.GetProperty("statuses")
            .GetProperty("mobilisation-programme")
            .GetProperty("province")
            .GetProperty("adopted")
            .GetInt32());
        Assert.True(nation.GetProperty("simulated").GetBoolean());
        Assert.Equal(490, (await silo.Http.GetJsonAsync("units/01")).GetProperty("declared").GetProperty("models").GetInt32());

        var missing = await silo.Http.GetJsonAsync("units/VN/outstanding?indicator=committee&level=province");
        Assert.Equal("96", Assert.Single(missing.GetProperty("items").EnumerateArray()).GetProperty("code").GetString());
        var rows = await silo.Http.GetAllAsync("units/96/reports");
        Assert.Contains("Giả định", Assert.Single(rows).GetProperty("note").GetString(), StringComparison.Ordinal);

        var version = nation.GetProperty("version").GetString();
        await Eventually.TrueAsync(async () => (await silo.Http.GetJsonAsync("units/VN")).GetProperty("version").GetString() != version);
    }

    [Fact]
    public async Task Loaded_again_the_scenario_records_nothing_and_another_province_may_be_the_one_left()
    {
        using var folder = new TemporaryFolder();
        await using (var first = await SiloProcess.StartAsync(folder.File("demo.db"), ("demo", "true"), ("Scenario__LastProvince", "79")))
        {
            Assert.Contains("62/63 kiện toàn", await OutputWithHeadlineAsync(first), StringComparison.Ordinal);
            Assert.Contains("Scenario:LastProvince = 79", first.Output, StringComparison.Ordinal);
            var page = File.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot", "index.html"))
                ? first.Url.ToString()
                : "không có trong bản dựng này";
            Assert.Contains("Trang        " + page, first.Output, StringComparison.Ordinal);
            await first.StopAsync();
        }

        await using var second = await SiloProcess.StartAsync(folder.File("demo.db"), ("demo", "true"), ("Scenario__LastProvince", "79"));
        Assert.Single(await second.Http.GetAllAsync("units/79/reports"));
    }

    [Fact]
    public async Task A_ledger_with_real_reports_is_never_made_a_demonstration()
    {
        using var folder = new TemporaryFolder();
        await using (var silo = await SiloProcess.StartAsync(folder.File("ledger.db")))
        {
            using var answer = await Posts.StatusAsync(silo.Http, "01", "committee", "consolidated");
            await HttpCalls.ReadAsync(answer, System.Net.HttpStatusCode.OK);
            await silo.StopAsync();
        }

        var (exitCode, errors) = await SiloProcess.RefusedAsync(folder.File("ledger.db"), ("demo", "true"));

        Assert.Equal(1, exitCode);
        Assert.Contains("--demo", errors, StringComparison.Ordinal);
    }

    private static async Task<string> OutputWithHeadlineAsync(SiloProcess silo)
    {
        await Eventually.TrueAsync(() => Task.FromResult(silo.Output.Contains("kiện toàn", StringComparison.Ordinal)));
        return silo.Output;
    }
}
