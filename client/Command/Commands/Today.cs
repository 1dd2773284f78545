using System;

namespace Aggregation.Commands;

/// <summary>The day it is in Asia/Ho_Chi_Minh, which has kept UTC+7 without change since 1975.</summary>
internal static class Today
{
    public static DateOnly Value => DateOnly.FromDateTime(DateTime.UtcNow.AddHours(7));
}
