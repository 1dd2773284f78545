using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Aggregation.Contracts;

namespace Aggregation.Commands.Simulation;

/// <summary>Makes valid reports of communes: each states every figure of the catalogue that a commune has, and one model.</summary>
/// <param name="catalogue">What can be reported.</param>
/// <param name="units">The communes.</param>
/// <param name="prefix">The beginning of every idempotency key.</param>
/// <param name="day">The day they speak of.</param>
internal sealed class RandomReports(PublishedCatalogue catalogue, IReadOnlyList<RegistryUnit> units, string prefix, DateOnly day)
{
    private static readonly string[] Models =
    [
        "Móc khóa an toàn", "Camera với an ninh, trật tự", "Tổ liên gia tự quản", "Tiếng kẻng an ninh", "Tổ hòa giải ở cơ sở"
    ];

    private readonly List<PublishedIndicator> indicators =
        [.. catalogue.Indicators.Where(indicator => indicator.Levels.Contains(units[0].Level, StringComparer.Ordinal))];
    private readonly Random random = new();
    private long made;

#pragma warning disable CA5394 // Figures that are made up need no secrecy.
    /// <summary>The next report.</summary>
    public Report Next()
    {
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        var statuses = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var indicator in indicators)
        {
            if (indicator.Type == "status")
                statuses.Add(indicator.Id, indicator.States[random.Next(indicator.States.Count)]);
            else
                counts.Add(indicator.Id, indicator.Of is { } whole && counts.TryGetValue(whole, out var most)
                    ? random.NextInt64(most + 1)
                    : random.Next(3, 25));
        }

        return new Report
        {
            Unit = units[random.Next(units.Count)].Code,
            IdempotencyKey = prefix + (++made).ToString(CultureInfo.InvariantCulture),
            EffectiveOn = day,
            Counts = counts,
            Statuses = statuses,
            Models = [new ReportedModel(
                Models[random.Next(Models.Length)],
                [catalogue.ModelKinds[random.Next(catalogue.ModelKinds.Count)]],
                random.Next(1, 6),
                random.Next(4))],
        };
    }
#pragma warning restore CA5394
}
