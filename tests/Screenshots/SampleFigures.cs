using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net.Http;
using System.Net.Http.Json;
using System.Threading.Tasks;
using Aggregation.Testing.Processes;

namespace Aggregation.Screenshots;

/// <summary>Figures of simulated districts and communes, invented and the same each time, so that the pictures are not empty.</summary>
internal static class SampleFigures
{
    private const int Batch = 500;
    private const int Days = 400;

    private static readonly string[] Levels = ["district", "commune"];

    private static readonly DateOnly FirstDay = new(2016, 1, 4);

    private static readonly (string Name, string Kind)[] Models =
    [
        ("Móc khóa an toàn", "self-protection"),
        ("Camera với an ninh, trật tự", "self-prevention"),
        ("Tổ liên gia tự quản", "self-governance"),
        ("Tiếng kẻng an ninh", "self-prevention"),
        ("Tổ hòa giải ở cơ sở", "self-reconciliation"),
    ];

    /// <summary>Reports them, and waits until the nation has heard of all.</summary>
    public static async Task ReportAsync(HttpClient http)
    {
        var total = 0L;
        foreach (var level in Levels)
        {
            var units = await http.GetAllAsync($"units?level={level}&limit=1000");
            var reports = units.Select((unit, number) => (Number: number, Code: unit.GetProperty("code").GetString()!))
                .Where(unit => unit.Number % 13 != 0)
                .Select(unit => Make(unit.Code, unit.Number, isCommune: level == "commune"));
            foreach (var batch in reports.Chunk(Batch))
            {
                using var answer = await http.PostAsJsonAsync(new Uri("reports", UriKind.Relative), new { reports = batch });
                answer.EnsureSuccessStatusCode();
            }

            total += units.Count;
        }

        await Eventually.TrueAsync(async () =>
        {
            var reporting = (await http.GetJsonAsync("units/VN")).GetProperty("reporting");
            return Levels.Sum(level => reporting.GetProperty(level).GetProperty("reported").GetInt64()) >= total * 12 / 13;
        });
    }

    // Each unit stands a little elsewhere: of every ten, so many have done the one and so many the other.
    private static object Make(string unit, int number, bool isCommune)
    {
        var (name, kind) = Models[number % Models.Length];
        var areas = 5 + (number % 9);
        var statuses = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["committee"] = (number % 10) switch { < 7 => "consolidated", < 9 => "consolidating", _ => "not-started" },
            ["programme"] = number % 10 < 8 ? "adopted" : "not-adopted",
            ["regulation"] = number % 10 < 5 ? "signed" : "not-signed",
        };
        if (isCommune)
            statuses["safe-unit"] = number % 10 < 6 ? "recognised" : "not-recognised";
        return new
        {
            unit,
            idempotencyKey = "sample-" + unit,
            effectiveOn = FirstDay.AddDays(number * 7 % Days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            statuses,
            counts = new Dictionary<string, int>(StringComparer.Ordinal)
            {
                ["residential-areas"] = areas,
                ["safe-residential-areas"] = areas * 3 / 4,
            },
            models = new[] { new { name, kinds = new[] { kind }, sites = 1 + (number % 4), groups = 1 + (number % 3) } },
        };
    }
}
