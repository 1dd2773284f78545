using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Aggregation.Domain.Catalogue;

/// <summary>Reads <c>seeds/catalogue.json</c>.</summary>
public static class CatalogueFile
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters =
        {
            new JsonStringEnumConverter<IndicatorType>(JsonNamingPolicy.CamelCase, allowIntegerValues: false),
            new JsonStringEnumConverter<RuleSeverity>(JsonNamingPolicy.CamelCase, allowIntegerValues: false),
        },
    };

    /// <summary>Reads a catalogue.</summary>
    /// <exception cref="InvalidDataException">The file is not a catalogue; the message says where and what would be right.</exception>
    public static IndicatorCatalogue Read(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            var file = JsonSerializer.Deserialize<Contents>(stream, Options) ?? throw new InvalidDataException("it is empty");
            return file.ToCatalogue();
        }
        catch (Exception exception) when (exception is JsonException or InvalidDataException or IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"The catalogue {path} cannot be used: {exception.Message}", exception);
        }
    }

    private sealed record Contents(
        ImmutableArray<LevelEntry> Levels,
        ImmutableArray<IndicatorEntry> Indicators,
        ImmutableArray<ModelKind> ModelKinds)
    {
        public IndicatorCatalogue ToCatalogue()
        {
            if (Levels.IsEmpty)
                throw new InvalidDataException("it has no levels");
            EnsureEachOnce(Levels, level => level.Id);
            EnsureEachOnce(Indicators, indicator => indicator.Id);
            EnsureEachOnce(ModelKinds, kind => kind.Id);

            var levels = Levels.Select(level => new Level(level.Id, level.Label, level.Code, level.CodeDigits)).ToImmutableArray();
            var slots = new Dictionary<IndicatorType, int>();
            var indicators = ImmutableArray.CreateBuilder<Indicator>(Indicators.Length);
            foreach (var entry in Indicators)
            {
                var slot = slots.GetValueOrDefault(entry.Type);
                slots[entry.Type] = slot + 1;
                indicators.Add(entry.ToIndicator(slot, levels));
            }

            var counts = indicators.Where(indicator => indicator.Type == IndicatorType.Count)
                .Select(indicator => indicator.Id)
                .ToHashSet(StringComparer.Ordinal);
            foreach (var part in indicators.Where(indicator => indicator.Of is not null && !counts.Contains(indicator.Of)))
                throw new InvalidDataException($"'{part.Id}' is a part of '{part.Of}', which is no count");
            return new IndicatorCatalogue(levels, indicators.MoveToImmutable(), ModelKinds);
        }

        public static void EnsureEachOnce<TEntry>(ImmutableArray<TEntry> entries, Func<TEntry, string> id)
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            foreach (var entry in entries)
            {
                if (entry is null)
                    throw new InvalidDataException("a list has an entry that is null");
                if (!seen.Add(id(entry)))
                    throw new InvalidDataException($"'{id(entry)}' stands twice");
            }
        }
    }

    private sealed record LevelEntry(string Id, Label Label, string? Code = null, int CodeDigits = 0);

    private sealed record IndicatorEntry(
        string Id,
        IndicatorType Type,
        ImmutableArray<string> Levels,
        Label Label,
        ImmutableArray<string>? States = null,
        string? Complete = null,
        string? Of = null,
        Dictionary<string, Label>? StateLabels = null,
        ImmutableArray<IndicatorRule>? Rules = null)
    {
        public Indicator ToIndicator(int slot, ImmutableArray<Level> levels)
        {
            var levelNames = levels.Select(level => level.Id).ToImmutableArray();
            var states = States ?? [];
            if (Type == IndicatorType.Status && (Complete is null || !states.Contains(Complete, StringComparer.Ordinal)))
                throw new InvalidDataException($"'{Id}' names no complete state among {string.Join(", ", states)}");
            var rules = Rules ?? [];
            Contents.EnsureEachOnce(rules, rule => $"{Id}: {rule.Code}");
            foreach (var rule in rules)
                rule.EnsureFits(Id, Type, levels);
            return new Indicator
            {
                Id = Id,
                Type = Type,
                Slot = slot,
                Levels = [.. Levels.Select(level => LevelOf(level, levelNames)).Order()],
                States = states,
                Complete = Complete,
                Of = Of,
                Label = Label,
                StateLabels = [.. states.Select(LabelOf)],
                Rules = rules,
            };
        }

        private int LevelOf(string level, ImmutableArray<string> levels) =>
            levels.IndexOf(level, StringComparer.Ordinal) is >= 0 and var number
                ? number
                : throw new InvalidDataException($"'{Id}' applies to '{level}', which is no level");

        private Label LabelOf(string state) =>
            StateLabels?.GetValueOrDefault(state) ?? throw new InvalidDataException($"state '{state}' of '{Id}' has no label");
    }
}
