using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Aggregation.Testing.Reference;

namespace Aggregation.Testing.Processes;

/// <summary>Random valid reports over a list of units, reproducible from a seed.</summary>
public sealed class RandomReports(ReferenceCatalogue catalogue, IReadOnlyList<ReferenceUnit> units, int seed)
{
    private static readonly string[] Names =
    [
        "Móc khóa an toàn", "MÓC KHÓA AN TOÀN", "Móc  khoá an toàn ",
        "Camera với an ninh, trật tự", "Tổ hòa giải ở cơ sở", "Tổ hoà giải ở cơ sở",
        "Tiếng kẻng an ninh", "Đường dây nóng", "đường dây nóng", "Thuỷ đội an toàn", "Thủy đội an toàn",
    ];

    private static readonly string[] Kinds = ["self-governance", "self-prevention", "self-protection", "self-reconciliation", "other"];

    private static readonly DateOnly FirstDay = new(2016, 1, 1);

    private readonly Random random = new(seed);
    private int made;

    /// <summary>The next report, of some unit.</summary>
    public SentReport Next()
    {
        var unit = units[random.Next(units.Count)];
        var report = new SentReport
        {
            Unit = unit.Code,
            Key = $"{seed}-{made++}",
            EffectiveOn = FirstDay.AddDays(random.Next(10 * 365)),
        };

        // A part always comes with its whole, so that no report can be refused for what another one says.
        foreach (var whole in catalogue.Counts.Where(count => catalogue.Counts.Contains($"safe-{count}") && random.Next(3) == 0))
        {
            report.Counts[whole] = random.Next(100);
            report.Counts[$"safe-{whole}"] = random.Next((int)report.Counts[whole] + 1);
        }

        foreach (var (id, status) in catalogue.Statuses.Where(status => status.Value.Levels.Contains(unit.Level) && random.Next(2) == 0))
            report.Statuses[id] = status.States[random.Next(status.States.Count)];

        foreach (var name in Names.Where(_ => random.Next(10) == 0).DistinctBy(ReferenceName.Key))
        {
            var spelled = random.Next(2) == 0 ? name : name.Normalize(NormalizationForm.FormD);
            report.Models.Add(new ReferenceModel(spelled, [.. Kinds.Where(_ => random.Next(3) == 0)], random.Next(4), random.Next(3)));
        }

        if (report.Counts.Count + report.Statuses.Count + report.Models.Count == 0 || random.Next(20) == 0)
            report.Declared["models"] = random.Next(500);
        return report;
    }

    /// <summary>A withdrawal of a report that was acknowledged.</summary>
    public SentReport Withdrawal(SentReport report) => new()
    {
        Unit = report.Unit,
        Key = $"{seed}-{made++}",
        EffectiveOn = FirstDay.AddDays(random.Next(10 * 365)),
        Withdraws = report.Sequence,
    };

    /// <summary>True once in so many calls.</summary>
    public bool Once(int times) => random.Next(times) == 0;

    /// <summary>A whole number from 1 to the given one.</summary>
    public int UpTo(int number) => 1 + random.Next(number);
}
