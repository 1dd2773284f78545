using System;
using System.Net.Http.Json;
using System.Threading.Tasks;
using Aggregation.Testing.Processes;
using Xunit;

namespace Aggregation.Tests.Browser.Fixtures;

/// <summary>What a test reports of committees, and of which day, while a page is open.</summary>
public static class CommitteeReports
{
    public const string DayBefore = "2017-02-19";

    public const string Day = "2017-02-20";

    public const string DayAfter = "2017-02-21";

    /// <summary>Reports the state of a unit's committee.</summary>
    public static async Task SendAsync(SiloProcess silo, string unit, string state = "consolidated", string effectiveOn = Day)
    {
        var report = new { unit, idempotencyKey = Guid.NewGuid(), effectiveOn, statuses = new { committee = state } };
        using var answer = await silo.Http.PostAsJsonAsync(new Uri("reports", UriKind.Relative), new { reports = new[] { report } });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }
}
