using System;
using System.Collections.Generic;
using Aggregation.Contracts;

namespace Aggregation.Files.Reading;

/// <summary>A report while its cells are read.</summary>
/// <param name="unit">The unit's code.</param>
/// <param name="day">The day.</param>
/// <param name="place">The row that it begins with.</param>
internal sealed class ReportDraft(string unit, DateOnly day, CellPlace place)
{
    private readonly SortedDictionary<string, long> counts = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, string> statuses = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, long> declared = new(StringComparer.Ordinal);
    private readonly List<ReportedModel> models = [];
    private readonly Dictionary<string, CellPlace> places = new(StringComparer.Ordinal);

    public string Unit => unit;

    public DateOnly Day => day;

    public CellPlace Place => place;

    /// <summary>The remark; null for none.</summary>
    public string? Note { get; set; }

    /// <summary>Where the remark stands.</summary>
    public CellPlace NotePlace { get; set; }

    /// <summary>True when a cell of it could not be read.</summary>
    public bool IsBroken { get; set; }

    /// <summary>True once a row of figures stands in it, rather than models alone.</summary>
    public bool HasFigures { get; set; }

    /// <summary>True when it states anything.</summary>
    public bool StatesFigures => counts.Count + statuses.Count + declared.Count + models.Count > 0;

    public void AddCount(string name, long value, CellPlace cell) => Add(counts, "/counts/", name, value, cell);

    public void AddDeclared(string name, long value, CellPlace cell) => Add(declared, "/declared/", name, value, cell);

    public void AddStatus(string name, string state, CellPlace cell) => Add(statuses, "/statuses/", name, state, cell);

    /// <summary>Adds a model; its number is what the pointers to its fields begin with.</summary>
    public void AddModel(ReportedModel model, IEnumerable<(string Field, CellPlace Cell)> cells)
    {
        foreach (var (field, cell) in cells)
            places[$"/models/{models.Count}{field}"] = cell;
        models.Add(model);
    }

    /// <summary>Says which cell a field was read from.</summary>
    public void Locate(string pointer, CellPlace cell) => places[pointer] = cell;

    /// <summary>The report, without its key.</summary>
    public Report ToReport() => new()
    {
        Unit = unit,
        IdempotencyKey = "",
        EffectiveOn = day,
        Counts = counts.Count > 0 ? counts : null,
        Statuses = statuses.Count > 0 ? statuses : null,
        Declared = declared.Count > 0 ? declared : null,
        Models = models.Count > 0 ? models : null,
        Note = Note,
    };

    /// <summary>The report of the file.</summary>
    /// <param name="key">Its key.</param>
    public FileReport ToFileReport(string key) => new(ToReport() with { IdempotencyKey = key }, !IsBroken, place, places);

    private void Add<T>(SortedDictionary<string, T> figures, string prefix, string name, T value, CellPlace cell)
    {
        figures[name] = value;
        places[prefix + name] = cell;
    }
}
