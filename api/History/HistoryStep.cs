namespace Aggregation.Api.History;

/// <summary>How far apart the points of a history are.</summary>
public enum HistoryStep
{
    /// <summary>A point a day.</summary>
    Day,

    /// <summary>A point at the end of each month.</summary>
    Month,

    /// <summary>A point at the end of each year.</summary>
    Year,
}
