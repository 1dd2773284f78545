using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Http.Json;
using System.Text;
using System.Threading.Tasks;
using Aggregation.Testing.Cluster;
using Aggregation.Testing.Postgres;
using Aggregation.Testing.Processes;
using Xunit;

namespace Aggregation.Tests.Cluster;

/// <summary>A list imported at one silo holds at the others.</summary>
public sealed class ImportAcrossSilosTests(ThreeSilos cluster) : IClassFixture<ThreeSilos>
{
    private const int Rounds = 12;

    [PostgresFact]
    public async Task Whoever_was_told_of_an_import_may_report_for_its_units_at_any_silo()
    {
        await cluster.StartAsync();
        await ImportAsync(
            cluster.Running[0],
            "VN,Việt Nam,Quốc gia,nation,,",
            "01,Hà Nội,Thành phố,province,VN,",
            "001,Ba Đình,Quận,district,01,");
        for (var round = 1; round <= Rounds; round++)
        {
            var code = round.ToString("00000", CultureInfo.InvariantCulture);
            await ImportAsync(cluster.Running[round % 3], $"{code},Phường {round},Phường,commune,001,");
            await Task.WhenAll(cluster.Running.Select((silo, number) => ReportAsync(silo, code, $"round {round} silo {number}")));
        }

        var nation = await cluster.Running[0].Http.GetJsonAsync("units/VN");
        Assert.Equal((Rounds, Rounds), (nation.GetProperty("reporting")
            .GetProperty("commune")
            .GetProperty("total")
            .GetInt32(), nation.GetProperty("reporting").GetProperty("commune").GetProperty("reported").GetInt32()));
        await Accounts.VerifyAsync(cluster.Running[0].Http);
    }

    private static async Task ImportAsync(SiloProcess silo, params string[] lines)
    {
        using var list = new StringContent("code,name,kind,level,parent,region\n" + string.Join('\n', lines), Encoding.UTF8, "text/csv");
        using var answer = await silo.Http.PostAsync(new Uri("units/import?edition=2023", UriKind.Relative), list);
        await HttpCalls.ReadAsync(answer, HttpStatusCode.OK);
    }

    private static async Task ReportAsync(SiloProcess silo, string unit, string key)
    {
        var batch = new
        {
            reports = new[] { new { unit, idempotencyKey = key, effectiveOn = "2017-02-20",
            counts = new Dictionary<string, int>(
            StringComparer.Ordinal) { ["agencies"] = 3 } } }
        };
        using var answer = await silo.Http.PostAsJsonAsync(new Uri("reports", UriKind.Relative), batch);
        await HttpCalls.ReadAsync(answer, HttpStatusCode.OK);
    }
}
