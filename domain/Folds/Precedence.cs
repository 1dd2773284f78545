using System;

namespace Aggregation.Domain.Folds;

/// <summary>Which of two reports of one figure wins: the later effective day and, within one day, the higher sequence.</summary>
/// <param name="Day">The effective day's number.</param>
/// <param name="Sequence">The row's number within the unit; 0 where nothing was reported.</param>
public readonly record struct Precedence(int Day, int Sequence)
{
    /// <summary>The precedence of a row.</summary>
    public static Precedence Of(DateOnly effectiveOn, int sequence) => new(effectiveOn.DayNumber, sequence);

    /// <summary>True when something was reported.</summary>
    public bool IsReported => Sequence != 0;

    /// <summary>True when this one wins over the other.</summary>
    public bool Beats(Precedence other) => Day != other.Day ? Day > other.Day : Sequence > other.Sequence;
}
