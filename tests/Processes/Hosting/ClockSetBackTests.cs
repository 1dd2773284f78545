using System;
using System.Net;
using System.Net.Http.Json;
using System.Threading.Tasks;
using Aggregation.Testing.Cluster;
using Aggregation.Testing.Processes;
using Xunit;

namespace Aggregation.Tests.Processes.Hosting;

/// <summary>A clock that was put right, or wrong, while a silo runs.</summary>
public sealed class ClockSetBackTests
{
    [ClockFact]
    public async Task A_silo_whose_clock_is_set_back_takes_reports_of_units_that_nobody_asked_for_yet()
    {
        using var folder = new TemporaryFolder();
        using var clock = await Clock.MakeAsync();
        await using var silo = await SiloProcess.StartAsync(folder.File("ledger.db"), clock.Settings);
        Assert.Equal(HttpStatusCode.OK, await ReportAsync(silo, "S01-001-00001"));

        clock.Set(TimeSpan.FromHours(-1));

        Assert.Equal(HttpStatusCode.OK, await ReportAsync(silo, "S40-004-00022"));
        var nation = await HttpCalls.ReadAsync(await silo.Http.GetAsync(new Uri("units/VN", UriKind.Relative)), HttpStatusCode.OK);
        Assert.Equal(2, nation.GetProperty("counts").GetProperty("agencies").GetProperty("total").GetInt32());
    }

    private static async Task<HttpStatusCode> ReportAsync(SiloProcess silo, string unit)
    {
        var report = new { unit, idempotencyKey = "k", effectiveOn = "2017-02-20", counts = new { agencies = 1 } };
        using var answer = await silo.Http.PostAsJsonAsync(new Uri("reports", UriKind.Relative), new { reports = new[] { report } });
        return answer.StatusCode;
    }
}
