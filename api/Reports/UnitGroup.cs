using System.Collections.Generic;
using System.Collections.Immutable;
using Aggregation.Domain.Reports;

namespace Aggregation.Api.Reports;

/// <summary>The reports of a batch that concern one unit, with their places in the batch.</summary>
/// <param name="index">The unit's index in the edition.</param>
internal sealed class UnitGroup(int index)
{
    private readonly List<int> places = [];
    private readonly ImmutableArray<Report>.Builder reports = ImmutableArray.CreateBuilder<Report>(1);
    private UnitReports? argument;

    /// <summary>The unit's index in the edition.</summary>
    public int Index => index;

    /// <summary>Where each report stands in the batch.</summary>
    public IReadOnlyList<int> Places => places;

    /// <summary>The reports, until they are handed out as the argument of a call.</summary>
    public IReadOnlyList<Report> Reports => reports;

    /// <summary>What a rule compares them with.</summary>
    public ImmutableArray<RelatedFigure> Related { get; set; } = [];

    /// <summary>Adds the next report.</summary>
    public void Add(int place, Report report)
    {
        places.Add(place);
        reports.Add(report);
    }

    /// <summary>The argument of its calls, once every report is in.</summary>
    public UnitReports ToReports(string reporter) =>
        argument ??= new UnitReports(reporter, reports.DrainToImmutable()) { Related = Related };
}
