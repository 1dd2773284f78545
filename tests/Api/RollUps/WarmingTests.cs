using System;
using System.Linq;
using System.Net;
using System.Text.Json;
using System.Threading.Tasks;
using Aggregation.Testing.Http;
using Aggregation.Tests.Api.Fixtures;
using Xunit;

namespace Aggregation.Tests.Api.RollUps;

/// <summary>A silo that was stopped and started again answers before it has read the ledger.</summary>
public sealed class WarmingTests
{
    private static readonly string[] OthersThanRollUps =
    [
        "units/VN/children",
        "units/VN/outstanding?indicator=committee&level=commune",
        "units/VN/models"
    ];
    private static readonly Uri Ready = new("/health/ready", UriKind.Relative);

    [Fact]
    public async Task The_nation_answers_with_its_last_totals_says_that_it_warms_and_then_that_it_is_warm()
    {
        await using var silo = await StartReportedAsync();
        var before = await silo.RollUpAsync("VN");
        var gate = new TaskCompletionSource();
        await silo.RestartAsync(gate.Task);

        var warming = await silo.RollUpAsync("VN");
        Assert.True(warming.GetProperty("warming").GetBoolean());
        Assert.Equal(Figures(before), Figures(warming));
        Assert.NotEqual(before.GetProperty("version").GetString(), warming.GetProperty("version").GetString());
        using (var ready = await silo.Client.GetAsync(Ready))
            Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        using var live = await LiveReader.OpenAsync(silo.Client, "live?unit=VN");
        var first = (await live.NextAsync())!;
        Assert.Equal(warming.GetRawText(), first.RollUp.GetRawText());

        gate.SetResult();
        var second = (await live.NextAsync())!;
        Assert.False(second.RollUp.GetProperty("warming").GetBoolean());
        Assert.Equal(Figures(before), Figures(second.RollUp));
        Assert.NotEqual(first.Id, second.Id);
        Assert.Equal(before.GetRawText(), (await silo.RollUpAsync("VN")).GetRawText());
        await SiloFixture.EventuallyAsync(async () =>
        {
            using var ready = await silo.Client.GetAsync(Ready);
            return ready.IsSuccessStatusCode;
        });
    }

    [Fact]
    public async Task What_is_reported_while_it_warms_is_in_the_corrected_figures()
    {
        await using var silo = await StartReportedAsync();
        var gate = new TaskCompletionSource();
        await silo.RestartAsync(gate.Task);
        using var live = await LiveReader.OpenAsync(silo.Client, "live?unit=VN");
        Assert.True((await live.NextAsync())!.RollUp.GetProperty("warming").GetBoolean());
        await silo.ReportAsync([Report("20194", "late", 500)]);
        Assert.True((await silo.RollUpAsync("VN")).GetProperty("warming").GetBoolean());

        gate.SetResult();
        JsonElement data;
        do
            data = (await live.NextAsync())!.RollUp;
        while (Agencies(data) != 999 + 500);
        Assert.False(data.GetProperty("warming").GetBoolean());
    }

    [Fact]
    public async Task Everything_but_the_roll_up_waits_until_it_is_warm()
    {
        await using var silo = await StartReportedAsync();
        var gate = new TaskCompletionSource();
        await silo.RestartAsync(gate.Task);
        Assert.True((await silo.RollUpAsync("VN")).GetProperty("warming").GetBoolean());
        var waiting = Array.ConvertAll(OthersThanRollUps, path => silo.Client.GetStringAsync(path));
        Assert.True((await silo.RollUpAsync("VN")).GetProperty("warming").GetBoolean());
        Assert.All(waiting, answer => Assert.False(answer.IsCompleted));
        gate.SetResult();
        Assert.All(await Task.WhenAll(waiting), answer => Assert.DoesNotContain("\"warming\":true", answer, StringComparison.Ordinal));
    }

    private static async Task<RestartableSilo> StartReportedAsync()
    {
        var silo = await RestartableSilo.StartNewAsync();
        await silo.ReportAsync(Enumerable.Range(0, 1_000).Select(number => Report("00001", $"k{number}", number)));
        await SiloFixture.EventuallyAsync(async () => Agencies(await silo.RollUpAsync("VN")) == 999);
        return silo;
    }

    private static string Report(string unit, string key, int agencies) =>
        $$"""{"unit":"{{unit}}","idempotencyKey":"{{key}}","effectiveOn":"2017-02-20","counts":{ "agencies":{{agencies}} } }""";

    private static long Agencies(JsonElement rollUp) =>
        rollUp.GetProperty("counts").GetProperty("agencies").GetProperty("total").GetInt64();

    // All but what changes with warming.
    private static string Figures(JsonElement rollUp) =>
        string.Join(',', rollUp.EnumerateObject()
            .Where(member => member.Name is not ("version" or "warming"))
            .Select(member => member.ToString()));
}
