using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Text;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Contracts;

namespace Aggregation.Tests.Command.Outboxes;

/// <summary>
/// What a silo promises, in a few lines, behind a network that loses requests and answers. A unit's figure may not fall: so
/// whether a report is valid depends on those before it. A figure of <see cref="Never"/> is never valid, and at one of
/// <see cref="Poison"/> the silo fails.
/// </summary>
public sealed class ModelSilo(int seed) : HttpMessageHandler
{
    public const long Never = -1;

    public const long Poison = -2;

    private readonly Random random = new(seed);

    /// <summary>The ledger: per unit, the key and figure of each row.</summary>
    public Dictionary<string, List<(string Key, long Figure)>> Rows { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether a report would be refused if it came by itself now.</summary>
    public bool Refuses(Report report) => Fails(report, LastOf(report.Unit));

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var batch = JsonSerializer.Deserialize(
            await request.Content!.ReadAsStringAsync(cancellationToken),
            WriteJson.Default.ReportBatch)!.Reports;
        if (random.Next(5) == 0)
            throw new HttpRequestException("The request was lost.");
        var answer = Take(batch);
        return random.Next(5) == 0 ? throw new HttpRequestException("The answer was lost.") : answer;
    }

    private HttpResponseMessage Take(IReadOnlyList<Report> batch)
    {
        if (batch.Count > 20)
            return Problem(HttpStatusCode.RequestEntityTooLarge, "too-large", []);
        if (batch.Any(report => FigureOf(report) == Poison))
            return Problem(HttpStatusCode.InternalServerError, "internal-error", []);
        var faulty = Judge(batch);
        if (faulty.Count == 0)
            return Json(HttpStatusCode.OK, JsonSerializer.Serialize(
                new ReportReceipt("2023", batch.Count, 0, Record(batch, _ => true)),
                WriteJson.Default.ReportReceipt));

        var errors = random.Next(4) switch
        {
            0 => [],
            1 => faulty.Take(1),
            _ => faulty,
        };
        var errorList = errors.Select(place => new ProblemError($"/reports/{place}/counts/agencies", "x", "X.")).ToArray();
        if (random.Next(3) > 0)
            return Problem(HttpStatusCode.UnprocessableEntity, "invalid", errorList);

        // The commit is per unit: a unit without a fault may stand.
        var broken = faulty.Select(place => batch[place].Unit).ToHashSet();
        return Problem(HttpStatusCode.Conflict, "partly-recorded", errorList, Record(batch, report => !broken.Contains(report.Unit)));
    }

    // A silo may judge what follows a faulty report as if that one stood, or as if it did not.
    private List<int> Judge(IReadOnlyList<Report> batch)
    {
        var countsFaulty = random.Next(2) == 0;
        var last = new Dictionary<string, long>();
        var faulty = new List<int>();
        for (var place = 0; place < batch.Count; place++)
        {
            var report = batch[place];
            if (IsKnown(report))
                continue;
            var isFaulty = Fails(report, last.TryGetValue(report.Unit, out var figure) ? figure : LastOf(report.Unit));
            if (isFaulty)
                faulty.Add(place);
            if (!isFaulty || countsFaulty)
                last[report.Unit] = FigureOf(report);
        }

        return faulty;
    }

    private ReportResult[] Record(IReadOnlyList<Report> batch, Func<Report, bool> mayStand) => [.. batch.Select(report =>
    {
        if (!mayStand(report))
            return new ReportResult(report.Unit, null, "not-recorded");
        if (!Rows.TryGetValue(report.Unit, out var rows))
            Rows[report.Unit] = rows = [];
        var isKnown = IsKnown(report);
        if (!isKnown)
            rows.Add((report.IdempotencyKey, FigureOf(report)));
        return new ReportResult(report.Unit, rows.FindIndex(row => row.Key == report.IdempotencyKey) + 1, isKnown
            ? "duplicate"
            : "accepted");
    })];

    private bool IsKnown(Report report) =>
        Rows.TryGetValue(report.Unit, out var rows) && rows.Exists(row => row.Key == report.IdempotencyKey);

    private long LastOf(string unit) => Rows.TryGetValue(unit, out var rows) && rows.Count > 0 ? rows[^1].Figure : 0;

    private static bool Fails(Report report, long last) => FigureOf(report) < last;

    private static long FigureOf(Report report) => report.Counts!["agencies"];

    private static HttpResponseMessage Problem(
        HttpStatusCode status,
        string code,
        ProblemError[] errors,
        ReportResult[]? results = null) => Json(
        status,
        JsonSerializer.Serialize(
            new Problem { Type = "urn:aggregation:problem:" + code, Title = "T", Status = (int)status, Errors = errors, Results = results },
            WriteJson.Default.Problem),
        "application/problem+json");

    private static HttpResponseMessage Json(HttpStatusCode status, string body, string type = "application/json") =>
        new(status) { Content = new StringContent(body, Encoding.UTF8, type) };
}
