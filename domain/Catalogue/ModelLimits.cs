namespace Aggregation.Domain.Catalogue;

/// <summary>How many models there may be, so that no unit makes everybody's totals slow.</summary>
/// <param name="PerReport">The most that one report may state (<c>Catalogue:ModelsPerReport</c>).</param>
/// <param name="PerUnit">The most names that may stand in a unit's own reports (<c>Catalogue:ModelsPerUnit</c>).</param>
public sealed record ModelLimits(int PerReport = 100, int PerUnit = 500);
