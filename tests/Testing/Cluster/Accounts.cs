using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;
using Aggregation.Testing.Processes;
using Aggregation.Testing.Reference;
using Xunit;

namespace Aggregation.Testing.Cluster;

/// <summary>What must be true after any failure.</summary>
public static class Accounts
{
    /// <summary>The units that report: those of upper levels, and some communes everywhere.</summary>
    public static async Task<List<ReferenceUnit>> UnitsAsync(HttpClient http)
    {
        var units = (await http.GetAllAsync("units?limit=1000")).ConvertAll(unit => new ReferenceUnit(
            unit.GetProperty("code").GetString()!,
            unit.GetProperty("level").GetString()!,
            unit.GetProperty("parent").GetString()));
        return [.. units.Where((_, place) => place % 97 == 0)];
    }

    /// <summary>Every acknowledged report stands exactly once under its number, and nothing else was recorded.</summary>
    public static async Task AgreeAsync(HttpClient http, IEnumerable<SentReport> book)
    {
        foreach (var unit in book.GroupBy(report => report.Unit, StringComparer.Ordinal))
        {
            var rows = await http.GetAllAsync($"units/{unit.Key}/reports?limit=1000");
            var recorded = rows.Select(row => $"{row.GetProperty("idempotencyKey")}: {row.GetProperty("sequence")}")
                .Order(StringComparer.Ordinal);
            var acknowledged = unit.Select(report => $"{report.Key}: {report.Sequence}").Order(StringComparer.Ordinal);
            Assert.Equal(acknowledged, recorded);
        }
    }

    /// <summary>Soon every live total is what the ledger gives.</summary>
    public static Task VerifyAsync(HttpClient http) => Eventually.TrueAsync(async () =>
    {
        using var answer = await http.GetAsync(new Uri("verify", UriKind.Relative));
        return answer.IsSuccessStatusCode
            && (await answer.Content.ReadAsStringAsync()).Contains("\"differences\":[]", StringComparison.Ordinal);
    });

    /// <summary>Soon a viewer who never connected again sees the newest.</summary>
    public static async Task SeesNewestAsync(Viewer viewer, HttpClient http)
    {
        await Eventually.TrueAsync(async () => (await http.GetJsonAsync("units/VN")).GetProperty("version").GetString() == viewer.Version);
        Assert.False(viewer.HasEnded);
    }
}
