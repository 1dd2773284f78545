using System;
using System.Collections.Generic;
using System.Linq;

namespace Aggregation.Files.Reading;

/// <summary>The drafts of one file, and the days for which its rows of figures stand.</summary>
internal sealed class ReportDrafts
{
    private readonly List<ReportDraft> all = [];
    private readonly Dictionary<(string Unit, DateOnly Day), ReportDraft> byDay = [];
    private readonly Dictionary<string, SortedSet<DateOnly>> days = new(StringComparer.Ordinal);

    /// <summary>Rows of units that state nothing.</summary>
    public int UnchangedRows { get; set; }

    /// <summary>The draft of a unit and day, made by the first cell that speaks of them.</summary>
    public ReportDraft Of(string unit, DateOnly day, CellPlace place)
    {
        if (byDay.TryGetValue((unit, day), out var draft))
            return draft;
        byDay[(unit, day)] = draft = new ReportDraft(unit, day, place);
        all.Add(draft);
        return draft;
    }

    /// <summary>Keeps a draft that is only for finding faults, beside any other of its unit and day.</summary>
    public void AddBroken(ReportDraft draft)
    {
        draft.IsBroken = true;
        all.Add(draft);
    }

    /// <summary>Notes the day of a row of figures, whether it states any or not.</summary>
    public void AddDay(string unit, DateOnly day)
    {
        if (!days.TryGetValue(unit, out var known))
            days[unit] = known = [];
        known.Add(day);
    }

    /// <summary>The one day of a unit's rows of figures; null when there is none, or more than one.</summary>
    public DateOnly? OnlyDayOf(string unit) => days.TryGetValue(unit, out var known) && known.Count == 1 ? known.Min : null;

    /// <summary>The places of remarks on nothing.</summary>
    public IEnumerable<CellPlace> LooseNotes() =>
        all.Where(draft => draft is { Note: not null, StatesFigures: false, IsBroken: false }).Select(draft => draft.NotePlace);

    /// <summary>The drafts that state anything, those of a unit together.</summary>
    public IEnumerable<IGrouping<string, ReportDraft>> ByUnit() =>
        all.Where(draft => draft.StatesFigures).GroupBy(draft => draft.Unit, StringComparer.Ordinal);
}
