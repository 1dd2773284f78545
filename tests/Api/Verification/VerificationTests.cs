using System;
using System.Globalization;
using System.Linq;
using System.Net.Http.Json;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Domain.Tallies;
using Aggregation.Domain.Units;
using Aggregation.Grains.RollUps;
using Aggregation.Testing.Postgres;
using Aggregation.Tests.Api.Fixtures;
using Microsoft.Extensions.DependencyInjection;
using Orleans;
using Xunit;

namespace Aggregation.Tests.Api.Verification;

/// <summary>
/// What a verification names is wrong; that reports come in meanwhile is not. <c>AGGREGATION_VERIFICATIONS=1000</c> has it verified that
/// often, with a new ledger after every fifty: what comes in meanwhile would make each verification longer than the one before.
/// </summary>
public sealed class VerificationTests
{
    private const int Usual = 40;
    private const int MostOfLedger = 50;

    private static readonly int Verifications =
        int.TryParse(
            Environment.GetEnvironmentVariable("AGGREGATION_VERIFICATIONS"),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var often) ? often : Usual;

    private static readonly string[] Communes = ["00001", "00004", "00006", "00100", "00688", "00691", "20194"];

    [Fact]
    public Task On_SQLite_it_names_nothing_under_load_and_a_wrong_total_at_once() => VerifyAsync(() => new SiloFixture());

    [PostgresFact]
    public Task On_PostgreSQL_it_names_nothing_under_load_and_a_wrong_total_at_once() => VerifyAsync(() => new ReportedSiloOnPostgres());

    private static async Task VerifyAsync(Func<SiloFixture> makeSilo)
    {
        for (var left = Verifications; left > 0; left -= MostOfLedger)
            await VerifyAsync(makeSilo(), Math.Min(left, MostOfLedger));
    }

    private static async Task VerifyAsync(SiloFixture silo, int verifications)
    {
        await using var disposing = silo;
        await silo.InitializeAsync();
        using var ending = new CancellationTokenSource();
        var load = Communes.Select(unit => ReportUntilAsync(silo, unit, ending.Token)).ToList();
        for (var run = 0; run < verifications; run++)
            Assert.Equal("[]", (await silo.Admin.GetOkAsync("verify")).GetProperty("differences").GetRawText());

        // A subtotal that the ledger has never had: one site more than was reported, and one row.
        var grains = silo.Services.GetRequiredService<IGrainFactory>();
        var held = (await grains.GetGrain<IUnitGrain>(new UnitKey("2023", "01").ToString()).GetWarmRollUp()).Subtotal;
        var wrong = held with
        {
            Version = new TallyVersion(held.Version.Generation, held.Version.Rows + 1_000_000),
            Cells = held.Cells.SetItem(0, held.Cells[0] + 1)
        };
        await grains.GetGrain<IUnitGrain>(new UnitKey("2023", "VN").ToString()).Absorb("01", wrong);
        var named = (await silo.Admin.GetOkAsync("verify")).GetProperty("differences")
            .EnumerateArray()
            .Select(difference => $"{difference.GetProperty("unit")} {difference.GetProperty("figure")}")
            .ToList();
        Assert.Contains("VN rows", named);
        Assert.All(named, difference => Assert.StartsWith("VN ", difference, StringComparison.Ordinal));

        await ending.CancelAsync();
        Assert.All(await Task.WhenAll(load), reports => Assert.NotEqual(0, reports));
    }

    private static async Task<int> ReportUntilAsync(SiloFixture silo, string unit, CancellationToken cancellation)
    {
        for (var sent = 0; ; sent++)
        {
            if (cancellation.IsCancellationRequested)
                return sent;
            var reports = Enumerable.Range(0, 20).Select(place => new
            {
                unit,
                idempotencyKey = string.Create(
                CultureInfo.InvariantCulture,
                $"{sent}-{place}"),
                effectiveOn = "2017-02-20",
                counts = new { agencies = (sent + place) % 1_000 }
            });
            using var answer = await silo.Admin.PostAsJsonAsync("reports", new { reports }, CancellationToken.None);
            Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(CancellationToken.None));
        }
    }
}
