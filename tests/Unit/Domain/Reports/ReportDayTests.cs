using System;
using Aggregation.Domain.Reports;
using Aggregation.Testing.Reference;
using Xunit;

namespace Aggregation.Tests.Domain.Reports;

public sealed class ReportDayTests
{
    [Theory]
    [InlineData("2017-02-19T16:59:59.999Z", "2017-02-19")]
    [InlineData("2017-02-19T17:00:00Z", "2017-02-20")]
    [InlineData("2017-02-20T16:59:59Z", "2017-02-20")]
    [InlineData("2016-12-31T17:00:00Z", "2017-01-01")]
    [InlineData("2017-02-20T23:30:00+07:00", "2017-02-20")]
    [InlineData("2017-02-20T23:30:00-07:00", "2017-02-21")]
    public void The_day_begins_at_midnight_in_Ho_Chi_Minh_City(string instant, string day)
    {
        var at = DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), ReportDay.Of(at));
        Assert.Equal(ReportDay.Of(at), ReportDay.Today(new ManualTime(at.ToUniversalTime())));
    }
}
