using System;
using Microsoft.Extensions.Logging;

namespace Aggregation.Api.Health;

/// <summary>What is told of clocks.</summary>
internal static partial class HealthLog
{
    [LoggerMessage(
        351,
        LogLevel.Warning,
        "The newest row is dated {Newest:o}, {Ahead} later than this silo's clock: a clock ran ahead when it was recorded, or this one "
            + "is behind; rows are dated after it until the clock has passed it")]
    public static partial void RowsAhead(this ILogger logger, DateTimeOffset newest, TimeSpan ahead);
}
