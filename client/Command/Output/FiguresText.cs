using System.Collections.Generic;
using System.Linq;
using Aggregation.Contracts;

namespace Aggregation.Commands.Output;

/// <summary>What a report states, on one line.</summary>
internal static class FiguresText
{
    public static string Of(Report report)
    {
        var parts = (report.Statuses ?? Empty<string>()).Select(status => $"{status.Key}={status.Value}")
            .Concat((report.Counts ?? Empty<long>()).Select(count => $"{count.Key}={count.Value}"))
            .Concat((report.Models ?? []).Select(model => $"{model.Name}: {model.Sites}/{model.Groups}"))
            .Concat((report.Declared ?? Empty<long>()).Select(figure => $"declared.{figure.Key}={figure.Value}"));
        return string.Join(", ", report.Withdraws is { } withdrawn ? parts.Append(Words.Get("Withdraws", withdrawn)) : parts);
    }

    private static Dictionary<string, T> Empty<T>() => [];
}
