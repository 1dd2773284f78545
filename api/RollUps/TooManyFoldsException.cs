using System;
using System.Globalization;

namespace Aggregation.Api.RollUps;

/// <summary>As many folds of past figures as may be are at work and waiting.</summary>
/// <param name="most">How many that is.</param>
public sealed class TooManyFoldsException(int most)
    : Exception(string.Create(CultureInfo.InvariantCulture, $"{most} folds of past figures are at work and waiting."))
{
    /// <summary>How many may be.</summary>
    public int Most { get; } = most;
}
