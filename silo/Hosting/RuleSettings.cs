using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.IO;
using System.Linq;
using Aggregation.Domain.Catalogue;
using Aggregation.Ledger;
using Microsoft.Extensions.Configuration;

namespace Aggregation.Silo.Hosting;

/// <summary>
/// How the rules of the catalogue are switched: <c>Catalogue:Rules:INDICATOR:RULE:severity</c> (<c>off</c>, <c>warning</c>,
/// <c>error</c>), <c>:times</c>, <c>:from</c> and <c>:most:LEVEL</c>, each in place of what <c>seeds/catalogue.json</c> says; and how many
/// models there may be (<c>Catalogue:ModelsPerReport</c>, <c>Catalogue:ModelsPerUnit</c>).
/// </summary>
public sealed class RuleSettings
{
    private const string Section = "Catalogue:Rules";
    private static readonly string[] Fields = ["severity", "times", "from", "most"];

    private readonly List<Change> changes = [];
    private readonly ModelLimits limits;

    /// <summary>Nothing is switched.</summary>
    public RuleSettings()
        : this(new ModelLimits())
    {
    }

    private RuleSettings(ModelLimits limits) => this.limits = limits;

    /// <summary>Reads the settings.</summary>
    /// <exception cref="StartUpException">One of them names no rule, or has a value that none can have.</exception>
    public static RuleSettings Read(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var usual = new ModelLimits();
        var settings = new RuleSettings(new ModelLimits(
            NumberOf(configuration, "Catalogue:ModelsPerReport", usual.PerReport),
            NumberOf(configuration, "Catalogue:ModelsPerUnit", usual.PerUnit)));
        foreach (var indicator in configuration.GetSection(Section).GetChildren())
        {
            foreach (var rule in indicator.GetChildren())
                settings.changes.Add(Read(indicator.Key, rule));
        }

        return settings;
    }

    /// <summary>The catalogue with its rules switched.</summary>
    /// <exception cref="StartUpException">A setting names an indicator or a rule that there is not, or a value that does not fit
    /// it.</exception>
    public IndicatorCatalogue Apply(IndicatorCatalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        if (changes.Count == 0 && limits == catalogue.ModelLimits)
            return catalogue;
        if (changes.Find(change => catalogue.Find(change.Indicator) is null) is { Indicator: { } unknown })
            throw new StartUpException(
                $"{Section}:{unknown} names no indicator; they are "
                    + $"{string.Join(", ", catalogue.Indicators.Select(indicator => indicator.Id))}.");
        return new IndicatorCatalogue(
            catalogue.Levels,
            [.. catalogue.Indicators.Select(indicator => Switch(indicator, catalogue.Levels))],
            catalogue.ModelKinds)
        { ModelLimits = limits };
    }

    private static int NumberOf(IConfiguration configuration, string setting, int otherwise)
    {
        if (configuration[setting] is not { } text || string.IsNullOrWhiteSpace(text))
            return otherwise;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : throw new StartUpException($"{setting} is '{text}'; it must be a whole number from 1 up, such as '{otherwise}'.");
    }

    private static Change Read(string indicator, IConfigurationSection rule)
    {
        if (rule.Value is not null)
            throw new StartUpException($"{rule.Path} is '{rule.Value}'; set {rule.Path}:severity instead, to off, warning or error.");
        if (rule.GetChildren().FirstOrDefault(field => !Fields.Contains(field.Key, StringComparer.OrdinalIgnoreCase)) is { } stranger)
            throw new StartUpException($"{stranger.Path} is no setting; a rule has {string.Join(", ", Fields)}.");
        return new Change(indicator, rule.Key, rule.Path, SeverityOf(rule), NumberOf(rule, "times"), NumberOf(rule, "from"), MostOf(rule));
    }

    private static RuleSeverity? SeverityOf(IConfigurationSection rule)
    {
        if (rule["severity"] is not { } text)
            return null;
        return text switch
        {
            "off" => RuleSeverity.Off,
            "warning" => RuleSeverity.Warning,
            "error" => RuleSeverity.Error,
            _ => throw new StartUpException($"{rule.Path}:severity is '{text}'; it must be off, warning or error."),
        };
    }

    private static long? NumberOf(IConfigurationSection rule, string name)
    {
        if (rule[name] is not { } text)
            return null;
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new StartUpException($"{rule.Path}:{name} is '{text}'; it must be a whole number.");
    }

    private static Dictionary<string, long> MostOf(IConfigurationSection rule)
    {
        var most = rule.GetSection("most");
        if (most.Value is not null)
            throw new StartUpException($"{most.Path} is '{most.Value}'; set {most.Path}:LEVEL instead, to a whole number.");
        return most.GetChildren().ToDictionary(level => level.Key, level => NumberOf(most, level.Key)!.Value, StringComparer.Ordinal);
    }

    private Indicator Switch(Indicator indicator, ImmutableArray<Level> levels)
    {
        var rules = indicator.Rules;
        foreach (var change in changes.Where(change => change.Indicator == indicator.Id))
        {
            var known = rules.FirstOrDefault(rule => rule.Code == change.Code)
                ?? throw new StartUpException(
                    $"{change.Path} names no rule of {indicator.Id}; it has {string.Join(", ", rules.Select(rule => rule.Code))}.");
            var switched = known with
            {
                Severity = change.Severity
                ?? known.Severity,
                Times = change.Times ?? known.Times,
                From = change.From ?? known.From,
                Most = change.Most.Count == 0 ? known.Most : (known.Most ?? ImmutableDictionary<string, long>.Empty).SetItems(change.Most),
            };
            try
            {
                switched.EnsureFits(indicator.Id, indicator.Type, levels);
            }
            catch (InvalidDataException exception)
            {
                throw new StartUpException($"{change.Path} cannot be used: {exception.Message}.");
            }

            rules = rules.Replace(known, switched);
        }

        return indicator with { Rules = rules };
    }

    private sealed record Change(
        string Indicator,
        string Code,
        string Path,
        RuleSeverity? Severity,
        long? Times,
        long? From,
        Dictionary<string, long> Most);
}
