using System;
using System.Diagnostics.CodeAnalysis;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Contracts;
using Aggregation.Domain.Units;
using Aggregation.Ledger;
using Aggregation.Ledger.Folds;

namespace Aggregation.Api.RollUps;

/// <summary>One fold of an area, under way or done, for everybody who asks for it.</summary>
/// <param name="edition">The edition.</param>
/// <param name="area">The unit at the top.</param>
/// <param name="dates">The day and the instant.</param>
/// <param name="rows">The rows there were when it was asked for; null where what was known can no longer change.</param>
[SuppressMessage(
    "Reliability",
    "CA1001",
    Justification = "A source without a timer holds nothing, and a cancellation may come at any moment.")]
internal sealed class SharedFold(Edition edition, int area, FigureDates dates, AreaRows? rows)
{
    private readonly CancellationTokenSource abandoned = new();

    public AreaRows? Rows { get; } = rows;

    public int Units => edition.EndOf(area) - area;

    public int Readers { get; set; }

    public Task<AreaFold> Fold { get; private set; } = null!;

    public void Start(Func<CancellationToken, Task<AreaFold>> read) => Fold = Task.Run(() => read(abandoned.Token));

    public void Cancel() => abandoned.Cancel();

    /// <summary>True when it answers that question too.</summary>
    public bool Serves(Edition other, int wanted, FigureDates asked, AreaRows? now) =>
        ReferenceEquals(edition, other)
        && edition.IsWithin(wanted, area)
        && Dates == asked
        && now?.Area(wanted) == Rows?.Area(wanted);

    /// <summary>True when the other one answers the same question, before the ledger grew or the edition changed.</summary>
    public bool Replaces(SharedFold other) => other.Dates == Dates && other.Units == Units && other.Top == Top;

    private FigureDates Dates { get; } = dates;

    private string Top => edition.Units[area].Code;
}
