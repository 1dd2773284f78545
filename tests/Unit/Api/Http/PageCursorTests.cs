using System;
using Aggregation.Api.Http;
using Aggregation.Testing.Reference;
using Aggregation.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Xunit;

namespace Aggregation.Tests.Api.Http;

public class PageCursorTests
{
    [Fact]
    public void A_cursor_reads_back_whatever_the_key_holds() =>
        Properties.ForAll(
            Draw.ExoticText,
            text => Assert.Equal(["12", text], Read(PageCursor.Write("models", "12", text), "models", 2, out _)!));

    [Theory]
    [InlineData("x")]
    [InlineData("not ours")]
    [InlineData("bW9kZWxz")]
    [InlineData("////")]
    [InlineData("đ")]
    public void A_cursor_that_is_not_ours_is_refused(string cursor)
    {
        Assert.Null(Read(cursor, "models", 2, out var query));
        Assert.NotNull(query.Problem);
    }

    [Fact]
    public void A_cursor_of_another_list_is_refused()
    {
        Assert.Null(Read(PageCursor.Write("units", "12", "x"), "models", 2, out var query));
        Assert.NotNull(query.Problem);
    }

    [Fact]
    public void No_cursor_is_the_first_page()
    {
        Assert.Null(Read("", "models", 2, out var query));
        Assert.Null(query.Problem);
    }

    private static string[]? Read(string cursor, string list, int parts, out QueryParameters query)
    {
        query = new QueryParameters(
            new QueryCollection(QueryHelpers.ParseQuery($"?cursor={Uri.EscapeDataString(cursor)}")),
            TimeProvider.System,
            ["cursor"]);
        return PageCursor.Read(query, list, parts);
    }
}
