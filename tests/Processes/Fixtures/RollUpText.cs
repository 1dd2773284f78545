using System;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.Json;
using Aggregation.Testing.Reference;

namespace Aggregation.Tests.Processes.Fixtures;

/// <summary>The figures of a roll-up, one a line, whether the API or the reference gives them: equal text, equal figures.</summary>
public static class RollUpText
{
    public static string Of(JsonElement rollUp)
    {
        var text = new StringBuilder();
        var recordedAt = Instant(rollUp.GetProperty("recordedAt"));
        Line(text, $"{rollUp.GetProperty("code")} lastReportedOn {rollUp.GetProperty("lastReportedOn")} recordedAt {recordedAt}");
        foreach (var count in rollUp.GetProperty("counts").EnumerateObject().OrderBy(count => count.Name, StringComparer.Ordinal))
            Line(text, $"count {count.Name} {count.Value.GetProperty("own")}/{count.Value.GetProperty("total")}");
        var models = rollUp.GetProperty("models");
        Line(text, $"models {models.GetProperty("distinct")} sites {models.GetProperty("sites")} groups {models.GetProperty("groups")}");
        foreach (var declared in rollUp.GetProperty("declared")
            .EnumerateObject()
            .OrderBy(declared => declared.Name, StringComparer.Ordinal))
            Line(text, $"declared {declared.Name} {declared.Value}");
        foreach (var status in rollUp.GetProperty("statuses").EnumerateObject().OrderBy(status => status.Name, StringComparer.Ordinal))
        {
            foreach (var part in status.Value.EnumerateObject().OrderBy(part => part.Name, StringComparer.Ordinal))
            {
                if (part.Value.ValueKind == JsonValueKind.Object)
                    Line(text, $"status {status.Name}/{part.Name} {StatesOf(part.Value)}");
                else if (part.Value.ValueKind == JsonValueKind.String)
                    Line(text, $"status {status.Name} own {part.Value}");
            }
        }

        foreach (var level in rollUp.GetProperty("reporting").EnumerateObject().OrderBy(level => level.Name, StringComparer.Ordinal))
            Line(text, $"reporting {level.Name} {level.Value.GetProperty("reported")}/{level.Value.GetProperty("total")}");
        return Sorted(text);
    }

    public static string Of(ReferenceRollUp rollUp)
    {
        var text = new StringBuilder();
        Line(text, $"{rollUp.Code} lastReportedOn {rollUp.LastReportedOn:yyyy-MM-dd} recordedAt {rollUp.RecordedAt?.UtcDateTime:O}");
        foreach (var (id, (own, total)) in rollUp.Counts)
            Line(text, $"count {id} {own}/{total}");
        Line(text, $"models {rollUp.Models.Count} sites {rollUp.Sites} groups {rollUp.Groups}");
        foreach (var (id, value) in rollUp.Declared)
            Line(text, $"declared {id} {value}");
        foreach (var (id, states) in rollUp.Statuses)
            Line(text, $"status {id} {string.Join(' ', states.Select(state => $"{state.Key}:{state.Value}"))}");
        foreach (var (id, state) in rollUp.OwnStates)
            Line(text, $"status {id} own {state}");
        foreach (var (level, (reported, total)) in rollUp.Reporting)
            Line(text, $"reporting {level} {reported}/{total}");
        return Sorted(text);
    }

    private static string StatesOf(JsonElement level) => string.Join(' ', level.EnumerateObject()
        .OrderBy(state => state.Name, StringComparer.Ordinal)
        .Select(state => $"{state.Name}:{state.Value}"));

    private static string Instant(JsonElement element) =>
        element.ValueKind == JsonValueKind.Null ? "" : element.GetDateTimeOffset().UtcDateTime.ToString("O");

    private static void Line(StringBuilder text, FormattableString line) =>
        text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');

    private static string Sorted(StringBuilder text) => string.Join('\n', text.ToString().Split('\n').Order(StringComparer.Ordinal));
}
