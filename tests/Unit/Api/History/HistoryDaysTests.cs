using System;
using System.Globalization;
using System.Linq;
using Aggregation.Api.History;
using Xunit;

namespace Aggregation.Tests.Api.History;

public class HistoryDaysTests
{
    [Theory]
    [InlineData("2017-02-20", "2017-02-22", HistoryStep.Day, "2017-02-20 2017-02-21 2017-02-22")]
    [InlineData("2017-02-20", "2017-02-20", HistoryStep.Day, "2017-02-20")]
    [InlineData("2017-01-15", "2017-03-10", HistoryStep.Month, "2017-01-31 2017-02-28 2017-03-10")]
    [InlineData("2016-02-01", "2016-02-29", HistoryStep.Month, "2016-02-29")]
    [InlineData("2017-01-31", "2017-02-01", HistoryStep.Month, "2017-01-31 2017-02-01")]
    [InlineData("2015-06-01", "2017-02-20", HistoryStep.Year, "2015-12-31 2016-12-31 2017-02-20")]
    [InlineData("2017-02-20", "2017-02-20", HistoryStep.Year, "2017-02-20")]
    public void Each_point_is_at_the_end_of_its_step_and_the_last_on_the_last_day(string from, string to, HistoryStep step, string expected)
    {
        var days = HistoryDays.Ends(
            DateOnly.Parse(from, CultureInfo.InvariantCulture),
            DateOnly.Parse(to, CultureInfo.InvariantCulture),
            step);
        Assert.Equal(expected, string.Join(' ', days.Select(day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))));
    }
}
