using System;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Aggregation.Testing.Postgres;
using Aggregation.Tests.Api.Fixtures;
using Xunit;

namespace Aggregation.Tests.Api.Ledger;

/// <summary>
/// Whoever asks cannot tell on which store the ledger is: the same reports, the same answers, apart from instants, versions and names of
/// keys.
/// </summary>
public sealed partial class StoreTests(ReportedSilo sqlite, ReportedSiloOnPostgres postgres)
    : IClassFixture<ReportedSilo>, IClassFixture<ReportedSiloOnPostgres>
{
    private static readonly string[] Reads =
    [
        "units/VN",
        "units/01",
        "units/VN?asOf=2017-02-05",
        "units/VN?knownAt={known}",
        "units/VN?asOf=2017-02-19&knownAt={known}",
        "units/VN/children",
        "units/VN/children?level=commune&limit=2",
        "units/VN/children?knownAt={known}",
        "units/VN/outstanding?indicator=committee&level=province",
        "units/VN/outstanding?indicator=committee&level=province&knownAt={known}",
        "units/VN/outstanding?indicator=reporting&from=2017-02-01&to=2017-02-28",
        "units/VN/outstanding?indicator=reporting&from=2017-02-01&to=2017-02-28&knownAt={known}",
        "units/VN/models",
        "units/VN/models?asOf=2017-02-28&knownAt={known}",
        "units/VN/history?indicator=committee&level=province&from=2017-01-01&to=2017-03-31&step=month",
        "units/VN/history?indicator=models&from=2017-01-01&to=2017-03-31&step=month&knownAt={known}",
        "units/VN/reporting?from=2017-02-01&to=2017-02-28",
        "units/48/reports",
        "units/00004/reports?limit=1",
        "units?q=ha%20noi",
        "catalogue",
    ];

    // In this order: accepted, repeated, the same key with other content, withdrawn, withdrawn again, an unknown unit, a bad figure.
    private static readonly string[] Writes =
    [
        """{"reports":[{"unit":"02","idempotencyKey":"same","effectiveOn":"2017-03-05","counts":{"agencies":5}},{"unit":"48","idempotencyKey":"same","effectiveOn":"2017-03-05","counts":{"agencies":6}}]}""",
        """{"reports":[{"unit":"02","idempotencyKey":"same","effectiveOn":"2017-03-05","counts":{"agencies":5}}]}""",
        """{"reports":[{"unit":"02","idempotencyKey":"same","effectiveOn":"2017-03-05","counts":{"agencies":50}}]}""",
        """{"reports":[{"unit":"02","idempotencyKey":"back","effectiveOn":"2017-03-06","withdraws":2}]}""",
        """{"reports":[{"unit":"02","idempotencyKey":"back-again","effectiveOn":"2017-03-06","withdraws":2}]}""",
        """{"reports":[{"unit":"99999","idempotencyKey":"x","effectiveOn":"2017-03-06","counts":{"agencies":5}}]}""",
        """{"reports":[{"unit":"02","idempotencyKey":"x","effectiveOn":"2017-03-06","counts":{"agencies":5,"safe-agencies":6}}]}""",
    ];

    [PostgresFact]
    public async Task Every_call_is_answered_alike()
    {
        foreach (var path in Reads)
            Assert.Equal(await GetAsync(sqlite, path), await GetAsync(postgres, path));
        foreach (var body in Writes)
            Assert.Equal(await PostAsync(sqlite, body), await PostAsync(postgres, body));
        foreach (var silo in new[] { sqlite, postgres })
            await SiloFixture.EventuallyAsync(async () => (await GetAsync(silo, "units/VN")).Contains(
                "\"agencies\":{\"own\":0,\"total\":16}",
                StringComparison.Ordinal));
        foreach (var path in Reads)
            Assert.Equal(await GetAsync(sqlite, path), await GetAsync(postgres, path));
        Assert.Equal(await GetAsync(sqlite, "verify"), await GetAsync(postgres, "verify"));
    }

    private static async Task<string> GetAsync(ReportedSilo silo, string path)
    {
        using var answer =
            await silo.Admin.GetAsync(new Uri(path.Replace("{known}", silo.BeforeCorrection, StringComparison.Ordinal), UriKind.Relative));
        return await ReadAsync(answer, HttpStatusCode.OK);
    }

    private static async Task<string> PostAsync(ReportedSilo silo, string body)
    {
        using var content = new StringContent(body, MediaTypeHeaderValue.Parse("application/json"));
        using var answer = await silo.Admin.PostAsync(new Uri("reports", UriKind.Relative), content);
        return await ReadAsync(answer, expected: null);
    }

    private static async Task<string> ReadAsync(HttpResponseMessage answer, HttpStatusCode? expected)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(expected is null || answer.StatusCode == expected, text);
        return $"{(int)answer.StatusCode} {Own().Replace(text, "${name}")}";
    }

    // What belongs to one run: instants, versions, the names of keys.
    [GeneratedRegex(
        "(?<name>\"(recordedAt|version|reporter|requestId)\":)(\"[^\"]*\"|null)",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Own();
}
