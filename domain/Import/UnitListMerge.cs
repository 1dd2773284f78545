using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Aggregation.Domain.Catalogue;
using Aggregation.Domain.Reports;
using Aggregation.Domain.Units;
using Aggregation.Texts;

namespace Aggregation.Domain.Import;

/// <summary>
/// Merges a list into an edition: adds and renames, never removes what the list does not name. The first official list
/// replaces all simulated units. Pure: the whole list is taken or refused with every reason.
/// </summary>
public sealed class UnitListMerge
{
    private const int MaxTextLength = 200;

    private readonly IndicatorCatalogue catalogue;
    private readonly UnitList list;
    private readonly Edition? current;
    private readonly Dictionary<string, Unit> units = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> lines = new(StringComparer.Ordinal);
    private readonly List<ImportFault> faults = [];
    private int nextId;
    private int added;
    private int renamed;
    private int newNames;
    private int unchanged;

    private UnitListMerge(IndicatorCatalogue catalogue, UnitList list, Edition? current, int nextId)
    {
        this.catalogue = catalogue;
        this.list = list;
        this.current = current;
        this.nextId = nextId;
        foreach (var unit in current?.Units ?? [])
        {
            if (!unit.Simulated)
                units.Add(unit.Code, unit);
        }
    }

    /// <summary>Merges.</summary>
    /// <param name="catalogue">The catalogue, for the levels.</param>
    /// <param name="list">The list.</param>
    /// <param name="current">The edition as it is; null when there is none of that name yet.</param>
    /// <param name="nextId">An id above every id ever given.</param>
    /// <returns>The outcome, and the new edition when something changes.</returns>
    public static (ImportOutcome Outcome, Edition? Edition) Run(IndicatorCatalogue catalogue, UnitList list, Edition? current, int nextId)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        ArgumentNullException.ThrowIfNull(list);
        return new UnitListMerge(catalogue, list, current, nextId).Run();
    }

    private (ImportOutcome Outcome, Edition? Edition) Run()
    {
        foreach (var row in list.Rows)
            TakeRow(row);
        foreach (var row in list.Rows)
            CheckParent(row);
        CheckWhole();
        if (faults.Count > 0)
            return (new ImportOutcome { Faults = [.. faults.OrderBy(fault => fault.Line)] }, null);

        var changed = added > 0 || renamed > 0 || current is { Simulated: true };
        var edition = changed ? new Edition(list.Edition, (current?.Generation ?? 0) + 1, units.Values) : current!;
        var levels = catalogue.Levels.Select((_, level) => level < edition.LevelCounts.Length ? edition.LevelCounts[level] : 0);
        var outcome = new ImportOutcome { Added = added, Renamed = renamed, Unchanged = unchanged, Levels = [.. levels] };
        return (outcome, changed ? edition : null);
    }

    private void TakeRow(UnitListRow row)
    {
        if (!IsComplete(row))
            return;

        var level = catalogue.LevelOf(row.Level);
        if (level < 0)
        {
            Refuse(row, ImportFaultCode.UnknownLevel, row.Level, string.Join(", ", catalogue.Levels.Select(known => known.Id)));
            return;
        }

        if (!catalogue.Levels[level].IsOfficialCode(row.Code))
        {
            Refuse(row, ImportFaultCode.BadCode, row.Code, row.Level, catalogue.Levels[level].CodeForm);
            return;
        }

        if (!lines.TryAdd(row.Code, row.Line))
        {
            Refuse(row, ImportFaultCode.DuplicateCode, row.Code, Text(lines[row.Code]));
            return;
        }

        var parent = row.Parent.Length == 0 ? null : row.Parent;
        if ((level == 0) != (parent is null))
        {
            Refuse(row, level == 0 ? ImportFaultCode.NotOneNation : ImportFaultCode.MissingField, level == 0 ? row.Code : "parent");
            return;
        }

        if (units.TryGetValue(row.Code, out var existing))
            Rename(row, existing, level, parent);
        else
            Add(row, level, parent);
    }

    private void Add(UnitListRow row, int level, string? parent)
    {
        units.Add(row.Code, new Unit(
            nextId++,
            row.Code,
            Spelling.Of(row.Name),
            Spelling.Of(row.Kind),
            level,
            parent,
            Region(row.Region),
            Simulated: false));
        added++;
    }

    private void Rename(UnitListRow row, Unit known, int level, string? parent)
    {
        if (known.Level != level)
        {
            Refuse(row, ImportFaultCode.LevelChanged, row.Code, catalogue.Levels[known.Level].Id, row.Level);
            return;
        }

        if (!string.Equals(known.Parent, parent, StringComparison.Ordinal) && !list.AllowMoves)
            Refuse(row, ImportFaultCode.Moved, row.Code, known.Parent ?? "", parent ?? "");

        var now = known with
        {
            Name = Respelled(known.Name, row.Name),
            Kind = Respelled(known.Kind, row.Kind),
            Parent = parent,
            Region = row.Region is null ? known.Region : string.IsNullOrWhiteSpace(row.Region) ? null : Respelled(known.Region, row.Region),
        };
        if (now == known)
        {
            unchanged++;
            return;
        }

        units[row.Code] = now;
        renamed++;
        if (now.Name != known.Name || now.Kind != known.Kind)
            newNames++;
    }

    private void CheckParent(UnitListRow row)
    {
        if (row.Parent.Length == 0 || !lines.TryGetValue(row.Code, out var line) || line != row.Line)
            return;
        var level = catalogue.LevelOf(row.Level);
        if (!units.TryGetValue(row.Parent, out var parent))
            Refuse(row, ImportFaultCode.MissingParent, row.Parent, row.Code);
        else if (parent.Level >= level)
            Refuse(row, ImportFaultCode.ParentNotAbove, row.Parent, catalogue.Levels[parent.Level].Id, row.Code, row.Level);
    }

    private void CheckWhole()
    {
        if (list.Rows.IsEmpty)
            faults.Add(ImportFault.At(0, ImportFaultCode.NoRows));

        var nations = units.Values.Count(unit => unit.Level == 0);
        if (faults.Count == 0 && nations != 1)
            faults.Add(ImportFault.At(0, ImportFaultCode.NotOneNation, Text(nations)));

        // Many new names are the mark of another edition's list. What a simulation starts with is held for nothing.
        if (!list.AllowRenames && current is { Simulated: false } && newNames * 100L > current.Units.Length)
            faults.Add(ImportFault.At(0, ImportFaultCode.TooManyRenames, Text(newNames), Text(current.Units.Length)));
    }

    private bool IsComplete(UnitListRow row)
    {
        var before = faults.Count;
        foreach (var (column, text) in new[]
        {
            ("code", row.Code),
            ("name", row.Name),
            ("kind", row.Kind),
            ("level", row.Level),
            ("region", row.Region)
        })
        {
            if (string.IsNullOrWhiteSpace(text))
                RefuseMissing(row, column);
            else if (text.Length <= MaxTextLength && ReadableText.Find(text) is { Code: not TextFaultCode.ForbiddenCharacter } found)
                Refuse(row, found.Code, column, found.Detail);
            else if (text.Length > MaxTextLength || UnicodeText.FindInvalid(text) is not null || text.Any(IsUnseen))
                Refuse(row, ImportFaultCode.BadText, column);
        }

        return faults.Count == before;
    }

    private void RefuseMissing(UnitListRow row, string column)
    {
        if (column != "region")
            Refuse(row, ImportFaultCode.MissingField, column);
    }

    private void Refuse(UnitListRow row, string code, params ReadOnlySpan<string> arguments) =>
        faults.Add(ImportFault.At(row.Line, code, arguments));

    // Within a list there is no use for what nobody sees, such as a space of no width: it would make another name.
    private static bool IsUnseen(char letter) =>
        ReadableText.IsForbidden(letter)
            || char.GetUnicodeCategory(letter) == UnicodeCategory.Format
            || (char.IsWhiteSpace(letter) && letter is '\t' or '\r' or '\n');

    private static string? Region(string? region) => string.IsNullOrWhiteSpace(region) ? null : Spelling.Of(region);

    // The same letters, composed otherwise or written with other characters, are no new name.
    private static string Respelled(string? known, string listed)
    {
        var spelled = Spelling.Of(listed);
        return known is not null && string.Equals(Spelling.Of(known), spelled, StringComparison.Ordinal) ? known : spelled;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
