using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Runtime.InteropServices;
using Aggregation.Domain.Catalogue;
using Aggregation.Domain.Reports;
using Aggregation.Domain.Tallies;

namespace Aggregation.Domain.Folds;

/// <summary>
/// The fold of one unit's rows into the figures that stand. Rows may come in any order; the result is the same.
/// Not safe for concurrent use.
/// </summary>
/// <param name="layout">The layout of the tallies it gives.</param>
/// <param name="form">By which form names of models are compared.</param>
public sealed partial class UnitFold(TallyLayout layout, NameForm form = NameForm.LettersFolded)
{
    private readonly (Precedence Precedence, long Value)[] counts = new (Precedence, long)[layout.Catalogue.Counts.Length];
    private readonly (Precedence Precedence, int State)[] statuses = new (Precedence, int)[layout.Catalogue.Statuses.Length];
    private readonly List<(string Name, Precedence Precedence, long Value)> declared = [];
    private readonly List<StandingModel> models = [];
    private DateOnly? lastReportedOn;
    private DateTimeOffset? recordedAt;

    /// <summary>How many rows it has taken, withdrawals and withdrawn ones included.</summary>
    public int Rows { get; private set; }

    /// <summary>When the newest of them was recorded, UTC; null before the first.</summary>
    public DateTimeOffset? RecordedAt => recordedAt;

    /// <summary>What stands of a count: the row that wins and its value.</summary>
    public (Precedence Precedence, long Value) Standing(Indicator count)
    {
        ArgumentNullException.ThrowIfNull(count);
        return counts[count.Slot];
    }

    /// <summary>What stands of a status: the row that wins and the number of its state.</summary>
    public (Precedence Precedence, int State) StandingState(Indicator status)
    {
        ArgumentNullException.ThrowIfNull(status);
        return statuses[status.Slot];
    }

    /// <summary>The normal names of the models that stand, those without a site included.</summary>
    public IEnumerable<string> ModelNames => models.Select(model => model.NormalName);

    /// <summary>How many they are.</summary>
    public int ModelCount => models.Count;

    /// <summary>Takes a row.</summary>
    public void Add(LedgerRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        Rows++;
        if (!(row.RecordedAt <= recordedAt))
            recordedAt = row.RecordedAt;
        if (row.Withdraws is not null || row.WithdrawnBy is not null)
            return;

        if (!(row.EffectiveOn <= lastReportedOn))
            lastReportedOn = row.EffectiveOn;
        var precedence = Precedence.Of(row.EffectiveOn, row.Sequence);
        foreach (var figure in row.Figures.Counts)
            AddCount(figure, precedence);
        foreach (var figure in row.Figures.Statuses)
            AddStatus(figure, precedence);
        foreach (var figure in row.Figures.Declared)
            AddDeclared(figure, precedence);
        foreach (var figure in row.Figures.ModelsIn(form))
            AddModel(figure, precedence, row.RecordedAt);
    }

    /// <summary>The unit's own part of the subtotals above it.</summary>
    /// <param name="generation">The edition's generation.</param>
    /// <param name="level">The unit's level.</param>
    public Tally ToTally(int generation, int level)
    {
        if (Rows == 0)
            return Tally.Empty(layout, generation);

        var cells = new long[layout.Length];
        var reported = false;
        foreach (var count in layout.Catalogue.Counts)
        {
            var (precedence, value) = counts[count.Slot];
            reported |= precedence.IsReported;
            cells[TallyLayout.Count(count)] = value;
        }

        foreach (var status in layout.Catalogue.Statuses)
        {
            var (precedence, state) = statuses[status.Slot];
            reported |= precedence.IsReported;
            if (precedence.IsReported)
                cells[layout.Status(status, level, state)] = 1;
        }

        var tallies = ToModelTallies(cells);
        reported |= declared.Count > 0 || models.Count > 0;
        cells[layout.Reported(level)] = reported ? 1 : 0;
        return new Tally
        {
            Version = new TallyVersion(generation, Rows),
            Cells = ImmutableArray.Create(cells),
            Models = tallies,
            LastReportedOn = lastReportedOn,
            OwnLastReportedOn = lastReportedOn,
            RecordedAt = recordedAt,
        };
    }

    /// <summary>What stands of the unit's own reports.</summary>
    public OwnFigures ToOwnFigures() => new()
    {
        Counts = [.. Array.ConvertAll(counts, count => count.Value)],
        Statuses = [.. layout.Catalogue.Statuses.Select(StateOf)],
        Declared = [.. declared.OrderBy(figure => figure.Name, StringComparer.Ordinal)
            .Select(figure => new CountFigure(figure.Name, figure.Value))],
    };

    private string? StateOf(Indicator status) =>
        statuses[status.Slot] is { Precedence.IsReported: true, State: var state } ? status.States[state] : null;

    // What the catalogue no longer knows stays in the ledger and out of the figures.
    private void AddCount(CountFigure figure, Precedence precedence)
    {
        if (layout.Catalogue.Find(figure.Indicator) is { Type: IndicatorType.Count, Slot: var slot }
            && precedence.Beats(counts[slot].Precedence))
        {
            counts[slot] = (precedence, figure.Value);
        }
    }

    private void AddStatus(StatusFigure figure, Precedence precedence)
    {
        if (layout.Catalogue.Find(figure.Indicator) is { Type: IndicatorType.Status } status
            && precedence.Beats(statuses[status.Slot].Precedence)
            && status.StateOf(figure.State) is >= 0 and var state)
        {
            statuses[status.Slot] = (precedence, state);
        }
    }

    private void AddDeclared(CountFigure figure, Precedence precedence)
    {
        var place = declared.FindIndex(other => string.Equals(other.Name, figure.Indicator, StringComparison.Ordinal));
        if (place < 0)
            declared.Add((figure.Indicator, precedence, figure.Value));
        else if (precedence.Beats(declared[place].Precedence))
            declared[place] = (figure.Indicator, precedence, figure.Value);
    }

    private void AddModel(ModelFigure figure, Precedence precedence, DateTimeOffset rowRecordedAt)
    {
        var place = NamedModels.Find<StandingModel>(CollectionsMarshal.AsSpan(models), figure.NormalName);
        if (place < 0)
        {
            models.Insert(~place, new StandingModel
            {
                NormalName = figure.NormalName,
                Name = figure.Name,
                FirstRecordedAt = rowRecordedAt,
                Precedence = precedence,
                Sites = figure.Sites,
                Groups = figure.Groups,
                Kinds = figure.Kinds,
            });
            return;
        }

        var standing = models[place];
        if (rowRecordedAt < standing.FirstRecordedAt)
            standing = standing with { Name = figure.Name, FirstRecordedAt = rowRecordedAt };
        if (precedence.Beats(standing.Precedence))
            standing = standing with { Precedence = precedence, Sites = figure.Sites, Groups = figure.Groups, Kinds = figure.Kinds };
        models[place] = standing;
    }

    private ImmutableArray<ModelTally> ToModelTallies(long[] cells)
    {
        if (models.Count == 0)
            return [];

        var tallies = ImmutableArray.CreateBuilder<ModelTally>(models.Count);
        foreach (var model in models)
        {
            if (model.Sites == 0)
                continue;
            cells[layout.Sites] += model.Sites;
            cells[layout.Groups] += model.Groups;
            tallies.Add(new ModelTally
            {
                NormalName = model.NormalName,
                Name = model.Name,
                FirstRecordedAt = model.FirstRecordedAt,
                Sites = model.Sites,
                Groups = model.Groups,
                Units = 1,
                Kinds = layout.KindsOf(model.Kinds),
            });
        }

        return tallies.DrainToImmutable();
    }
}
