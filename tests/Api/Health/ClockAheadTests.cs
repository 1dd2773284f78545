using System;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Threading.Tasks;
using Aggregation.Tests.Api.Fixtures;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Xunit;

namespace Aggregation.Tests.Api.Health;

/// <summary>Rows that a clock dated three hours too late: who fixes figures has them, and whoever looks is told.</summary>
public sealed class ClockAheadTests(ClockAheadTests.AheadSilo silo) : IClassFixture<ClockAheadTests.AheadSilo>
{
    [Fact]
    public async Task Figures_are_fixed_at_the_newest_row_and_not_beyond()
    {
        var live = await silo.Client.GetOkAsync("units/VN");
        var recordedAt = live.GetProperty("recordedAt").GetString()!;
        Assert.True(DateTimeOffset.Parse(recordedAt, CultureInfo.InvariantCulture) > DateTimeOffset.UtcNow.AddHours(2));
        var known = await silo.Client.GetOkAsync($"units/VN?knownAt={recordedAt}");
        Assert.Equal(live.GetProperty("counts").GetRawText(), known.GetProperty("counts").GetRawText());
        await silo.Client.GetOkAsync($"units/VN/history?indicator=agencies&knownAt={recordedAt}");
        var beyond = DateTimeOffset.Parse(recordedAt, CultureInfo.InvariantCulture)
            .AddSeconds(1).UtcDateTime
            .ToString("O", CultureInfo.InvariantCulture);
        using var refused = await silo.Client.GetAsync(new Uri($"units/VN?knownAt={beyond}", UriKind.Relative));
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
    }

    [Fact]
    public async Task Answers_health_and_diagnosis_say_so()
    {
        var recordedAt = DateTimeOffset.Parse(
            (await silo.Client.GetOkAsync("units/VN")).GetProperty("recordedAt").GetString()!,
            CultureInfo.InvariantCulture);
        Assert.True((await silo.Admin.GetOkAsync("diagnosis")).GetProperty("ledger")
            .GetProperty("rowsAheadMilliseconds")
            .GetDouble() > 3_600_000);
        var health = await silo.Client.GetOkAsync("/health/ready");
        Assert.Equal(("ready", "behind-rows"), (health.GetProperty("status").GetString(), health.GetProperty("clock").GetString()));
        using var answer = await silo.Client.GetAsync(new Uri("units/VN", UriKind.Relative));
        Assert.Equal(recordedAt, DateTimeOffset.Parse(answer.Headers.GetValues("Ledger-Clock").Single(), CultureInfo.InvariantCulture));
    }

    /// <summary>A silo whose clock ran ahead while it took its only report.</summary>
    public sealed class AheadSilo : SiloFixture
    {
        private readonly ShiftedTime time = new();

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureServices(services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(time)));
        }

        protected override async Task SeedAsync()
        {
            time.Shift = TimeSpan.FromHours(3);
            await ReportAsync("01", "2017-02-20", """ "counts":{"agencies":10} """);
            time.Shift = TimeSpan.Zero;
        }

        private sealed class ShiftedTime : TimeProvider
        {
            public TimeSpan Shift { get; set; }

            public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Shift;
        }
    }
}
