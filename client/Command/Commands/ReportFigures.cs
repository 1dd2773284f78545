using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using Aggregation.Contracts;

namespace Aggregation.Commands;

/// <summary>The options that state figures, of the commands that make a report.</summary>
internal static class ReportFigures
{
    public static readonly Option<string[]> Statuses = Arguments.Texts("--status", "ID=STATE", Arguments.Statuses);
    public static readonly Option<string[]> Counts = Arguments.Texts("--count", "ID=N", Arguments.Counts);
    public static readonly Option<string[]> Models = Arguments.Texts("--model", "NAME;KINDS;SITES;GROUPS");
    public static readonly Option<string[]> Declared = Arguments.Texts("--declared", "ID=N");
    public static readonly Option<string?> Note = Arguments.Text("--note", "TEXT");
    public static readonly Option<DateOnly?> On = Arguments.Day("--on");

    /// <summary>The states given; null for none.</summary>
    public static Dictionary<string, string>? StatusesOf(CommandRun run) =>
        OrNull(Arguments.Pairs("--status", run.Value(Statuses)).ToDictionary(
            pair => pair.Name,
            pair => pair.Value,
            StringComparer.Ordinal));

    /// <summary>The counts given; null for none.</summary>
    public static Dictionary<string, long>? CountsOf(CommandRun run) => Arguments.Numbers("--count", run.Value(Counts));

    /// <summary>The declared figures given; null for none.</summary>
    public static Dictionary<string, long>? DeclaredOf(CommandRun run) => Arguments.Numbers("--declared", run.Value(Declared));

    /// <summary>The models given; null for none.</summary>
    public static List<ReportedModel>? ModelsOf(CommandRun run)
    {
        var models = run.Value(Models).Select(Model).ToList();
        return models.Count == 0 ? null : models;
    }

    private static Dictionary<string, T>? OrNull<T>(Dictionary<string, T> figures) => figures.Count == 0 ? null : figures;

    private static ReportedModel Model(string text) => text.Split(';', StringSplitOptions.TrimEntries) switch
    {
        [var name, var kinds, var sites, var groups] =>
            new ReportedModel(name, KindsOf(kinds), Arguments.Whole("--model", sites), Arguments.Whole("--model", groups)),
        [var name, var kinds, var sites] => new ReportedModel(name, KindsOf(kinds), Arguments.Whole("--model", sites), 0),
        _ => throw new UsageException(Words.Get("BadModel", text)),
    };

    private static string[] KindsOf(string text) => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
