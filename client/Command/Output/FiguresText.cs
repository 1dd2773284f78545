using System.Collections.Generic;
using System.Linq;
using Aggregation.Contracts;

namespace Aggregation.Commands.Output;

/// <summary>What a report states, on one line.</summary>
internal static class FiguresText
{
    public static string Of(Report report) => Of(report.Statuses ?? Empty<string>(), report.Counts ?? Empty<long>(), report.Models ?? [], report.Declared ?? Empty<long>(), report.Withdraws);

    public static string Of(LedgerReport report) => Of(report.Statuses, report.Counts, report.Models, report.Declared, report.Withdraws);

    private static string Of(IReadOnlyDictionary<string, string> statuses, IReadOnlyDictionary<string, long> counts, IReadOnlyList<ReportedModel> models, IReadOnlyDictionary<string, long> declared, int? withdraws)
    {
        var parts = statuses.Select(status => $"{status.Key}={status.Value}")
            .Concat(counts.Select(count => $"{count.Key}={count.Value}"))
            .Concat(models.Select(model => $"{model.Name}: {model.Sites}/{model.Groups}"))
            .Concat(declared.Select(figure => $"declared.{figure.Key}={figure.Value}"));
        return string.Join(", ", withdraws is { } withdrawn ? parts.Append(Words.Get("Withdraws", withdrawn)) : parts);
    }

    private static Dictionary<string, T> Empty<T>() => [];
}
