using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Threading.Tasks;
using Aggregation.Api.Live;
using Aggregation.Testing.Http;
using Aggregation.Tests.Api.Fixtures;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Xunit;

namespace Aggregation.Tests.Api.Live;

public class LiveTests(SiloFixture silo) : IClassFixture<SiloFixture>
{
    [Fact]
    public async Task The_current_roll_up_of_each_unit_comes_first_in_the_order_asked()
    {
        using var live = await LiveReader.OpenAsync(silo.Client, "live?unit=48&unit=VN&unit=48&unit=00001");
        foreach (var code in (string[])["48", "VN", "00001"])
        {
            var first = (await live.NextAsync())!;
            Assert.Equal("rollup", first.Name);
            Assert.NotEmpty(first.Id);
            Assert.Equal((await silo.Client.GetOkAsync($"units/{code}")).GetRawText(), first.RollUp.GetRawText());
        }
    }

    [Fact]
    public async Task A_reconnection_begins_with_what_is_current_too()
    {
        string id;
        using (var live = await LiveReader.OpenAsync(silo.Client, "live?unit=02"))
            id = (await live.NextAsync())!.Id;
        using var again = await LiveReader.OpenAsync(silo.Client, "live?unit=02", id);
        Assert.Equal(id, (await again.NextAsync())!.Id);
    }

    [Fact]
    public async Task A_change_reaches_the_unit_and_all_above_it()
    {
        using var live = await LiveReader.OpenAsync(silo.Client, "live?unit=00688&unit=024&unit=02&unit=VN");
        var before = new Dictionary<string, long>();
        for (var unit = 0; unit < 4; unit++)
        {
            var first = (await live.NextAsync())!;
            before.Add(first.Code, first.Schools);
        }

        await silo.ReportAsync("00688", "2017-02-20", """ "counts":{"schools":5} """);
        var waiting = before.Keys.ToHashSet();
        while (waiting.Count > 0)
        {
            var change = (await live.NextAsync())!;
            if (change.Schools == before[change.Code] + 5)
                waiting.Remove(change.Code);
        }
    }

    [Fact]
    public async Task However_fast_changes_come_figures_never_go_back_and_the_newest_is_the_last()
    {
        const int Reports = 60;
        using var live = await LiveReader.OpenAsync(silo.Client, "live?unit=498");
        await live.NextAsync();
        var reporting = ReportManyAsync(Reports);

        var seen = new List<long>();
        do
            seen.Add((await live.NextAsync())!.Schools);
        while (seen[^1] < Reports);
        await reporting;
        Assert.Equal(seen.Distinct().Order(), seen);
        Assert.Equal(Reports, seen[^1]);
    }

    [Fact]
    public async Task A_viewer_who_goes_is_forgotten()
    {
        var hub = silo.Services.GetRequiredService<LiveHub>();
        await SiloFixture.EventuallyAsync(() => Task.FromResult(hub.Viewers == 0));
        var viewers = new List<LiveReader>();
        for (var viewer = 0; viewer < 5; viewer++)
        {
            viewers.Add(await LiveReader.OpenAsync(silo.Client, "live?unit=VN&unit=01"));
            await viewers[^1].NextAsync();
        }

        Assert.Equal(5, hub.Viewers);
        viewers.ForEach(viewer => viewer.Dispose());
        await SiloFixture.EventuallyAsync(() => Task.FromResult(hub.Viewers == 0));
    }

    [Theory]
    [InlineData("live", HttpStatusCode.BadRequest)]
    [InlineData("live?unit=XX", HttpStatusCode.NotFound)]
    [InlineData("live?unit=", HttpStatusCode.NotFound)]
    [InlineData("live?unit=VN&unit=XX", HttpStatusCode.NotFound)]
    [InlineData("live?unit=VN&asOf=2017-02-20", HttpStatusCode.BadRequest)]
    [InlineData("live?unit=VN&edition=2023&edition=2023", HttpStatusCode.BadRequest)]
    public async Task A_bad_query_is_refused(string path, HttpStatusCode expected) => await silo.Client.GetProblemAsync(path, expected);

    [Fact]
    public async Task A_hundred_units_are_the_most()
    {
        var units = string.Join('&', Enumerable.Repeat("unit=VN", 101));
        await silo.Client.GetProblemAsync($"live?{units}", HttpStatusCode.BadRequest);
        using var live = await LiveReader.OpenAsync(silo.Client, $"live?{units[..^8]}");
        Assert.Equal("VN", (await live.NextAsync())!.Code);
    }

    [Fact]
    public async Task A_silo_that_stops_ends_its_streams()
    {
        var other = new SiloFixture();
        await other.InitializeAsync();
        await using (other)
        {
            using var live = await LiveReader.OpenAsync(other.Client, "live?unit=VN");
            await live.NextAsync();
            other.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
            Assert.Null(await live.NextAsync());
        }
    }

    private async Task ReportManyAsync(int reports)
    {
        for (var report = 1; report <= reports; report++)
            await silo.ReportAsync(
                "498",
                "2017-02-20",
                string.Create(CultureInfo.InvariantCulture, $" \"counts\":{{\"schools\":{report}}} "));
    }
}
