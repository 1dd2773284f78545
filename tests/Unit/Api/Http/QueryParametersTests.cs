using System;
using System.Collections.Generic;
using Aggregation.Api.Http;
using Aggregation.Testing.Reference;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Xunit;

namespace Aggregation.Tests.Api.Http;

public class QueryParametersTests
{
    private static readonly ManualTime Noon = new(new DateTimeOffset(2017, 3, 1, 12, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData("2000-01-01")]
    [InlineData("2017-02-20")]
    [InlineData("2017-03-01")]
    public void Days_of_reports_are_days(string text)
    {
        var query = Parse($"?asOf={text}");
        Assert.Equal(text, $"{query.Day("asOf"):yyyy-MM-dd}");
        Assert.Null(query.Problem);
    }

    [Theory]
    [InlineData("1999-12-31")]
    [InlineData("2017-03-02")]
    [InlineData("2017-02-29")]
    [InlineData("20-02-2017")]
    [InlineData("2017-2-20")]
    [InlineData("2017-02-20T00:00:00")]
    [InlineData("")]
    [InlineData("hôm nay")]
    public void Other_days_are_refused(string text)
    {
        var query = Parse($"?asOf={Uri.EscapeDataString(text)}");
        Assert.Null(query.Day("asOf"));
        Assert.NotNull(query.Problem);
    }

    [Fact]
    public void Today_is_a_day_in_Viet_Nam()
    {
        var lateInLondon = new ManualTime(new DateTimeOffset(2017, 3, 1, 17, 30, 0, TimeSpan.Zero));
        Assert.Equal(new DateOnly(2017, 3, 2), Parse("?asOf=2017-03-02", lateInLondon).Day("asOf"));
    }

    [Theory]
    [InlineData("2017-03-01T00:00:00Z", 0)]
    [InlineData("2017-03-01T00:00Z", 0)]
    [InlineData("2017-03-01T07:00:00+07:00", 0)]
    [InlineData("2017-03-01T07:00:00.000001+07:00", 10)]
    [InlineData("2017-02-28T19:00:00.1234567-05:00", 1_234_567)]
    public void Instants_say_their_offset(string text, long ticks)
    {
        var expected = new DateTimeOffset(2017, 3, 1, 0, 0, 0, TimeSpan.Zero).AddTicks(ticks);
        Assert.Equal(expected, Parse($"?knownAt={Uri.EscapeDataString(text)}").Instant("knownAt"));
        Assert.Equal(expected, Parse($"?knownAt={text}").Instant("knownAt"));
    }

    [Theory]
    [InlineData("2017-03-01T00:00:00")]
    [InlineData("2017-03-01")]
    [InlineData("2017-03-01T12:00:00.0000001Z")]
    [InlineData("2018-01-01T00:00:00Z")]
    [InlineData("2017-03-01T25:00:00Z")]
    [InlineData("1488326400")]
    [InlineData("")]
    [InlineData("ZZZZZZZZ")]
    public void Other_instants_are_refused(string text)
    {
        var query = Parse($"?knownAt={Uri.EscapeDataString(text)}");
        Assert.Null(query.Instant("knownAt"));
        Assert.NotNull(query.Problem);
    }

    [Theory]
    [InlineData("1", 1)]
    [InlineData("1000", 1000)]
    public void Limits_from_1_to_1000_are_taken(string text, int expected)
    {
        var query = Parse($"?limit={text}");
        Assert.Equal(expected, query.Limit());
        Assert.Null(query.Problem);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("1001")]
    [InlineData("-1")]
    [InlineData("+1")]
    [InlineData("1.0")]
    [InlineData("99999999999")]
    [InlineData("")]
    public void Other_limits_are_refused(string text)
    {
        var query = Parse($"?limit={Uri.EscapeDataString(text)}");
        query.Limit();
        Assert.NotNull(query.Problem);
    }

    [Theory]
    [InlineData("?asof=2017-02-20")]
    [InlineData("?asOf=2017-02-20&asOf=2017-02-20")]
    [InlineData("?=x")]
    [InlineData("?colour=red")]
    public void What_is_not_known_or_stands_twice_is_refused(string query) => Assert.NotNull(Parse(query).Problem);

    [Fact]
    public void What_may_be_repeated_may()
    {
        var query = new QueryParameters(new QueryCollection(QueryHelpers.ParseQuery("?limit=1&limit=2")), Noon, ["limit"], "limit");
        Assert.Null(query.Problem);
        Assert.Equal(["1", "2"], query.Texts("limit"));
    }

    [Theory]
    [InlineData("?to=2016-12-31&from=2017-01-01")]
    [InlineData("?from=2017-03-02")]
    public void A_period_ends_after_it_begins(string text)
    {
        var query = Parse(text);
        query.Days(_ => new DateOnly(2000, 1, 1));
        Assert.NotNull(query.Problem);
    }

    private static QueryParameters Parse(string query, TimeProvider? time = null) =>
        new(new QueryCollection(new Dictionary<string, Microsoft.Extensions.Primitives.StringValues>(
            QueryHelpers.ParseQuery(query),
            StringComparer.OrdinalIgnoreCase)), time ?? Noon, ["asOf", "knownAt", "limit", "from", "to"]);
}
