using System;
using System.Collections.Generic;
using Aggregation.Contracts;
using Aggregation.Domain.Folds;

namespace Aggregation.Api.History;

/// <summary>A sweep that remembers figures of one type.</summary>
/// <typeparam name="TFigure">What one row says.</typeparam>
public abstract class HistorySweep<TFigure> : HistorySweep
{
    private readonly List<(Precedence Precedence, int UnitId, TFigure Figure)> figures = [];

    /// <inheritdoc/>
    public override IReadOnlyList<HistoryPoint> Sweep(IEnumerable<DateOnly> days)
    {
        ArgumentNullException.ThrowIfNull(days);

        // Whoever comes later in this order wins over those before, as in a fold; units do not meddle with each other.
        figures.Sort(static (one, other) => one.Precedence == other.Precedence ? 0 : one.Precedence.Beats(other.Precedence) ? 1 : -1);
        var points = new List<HistoryPoint>();
        var next = 0;
        foreach (var day in days)
        {
            for (; next < figures.Count && figures[next].Precedence.Day <= day.DayNumber; next++)
                Apply(figures[next].UnitId, figures[next].Figure);
            points.Add(PointOn(day));
        }

        return points;
    }

    /// <summary>Remembers a figure.</summary>
    protected void Remember(Precedence precedence, int unitId, TFigure figure) => figures.Add((precedence, unitId, figure));

    /// <summary>Lets a figure stand in the place of the one before it.</summary>
    protected abstract void Apply(int unitId, TFigure figure);

    /// <summary>The point as it stands.</summary>
    protected abstract HistoryPoint PointOn(DateOnly day);
}
