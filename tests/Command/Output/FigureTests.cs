using System;
using System.Globalization;
using Aggregation.Commands.Output;
using Xunit;

namespace Aggregation.Tests.Command.Output;

public sealed class FigureTests : IDisposable
{
    private readonly CultureInfo before = CultureInfo.CurrentCulture;

    public FigureTests() => CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

    public void Dispose() => CultureInfo.CurrentCulture = before;

    [Theory]
    [InlineData(48, 63, "76.2 %")]
    [InlineData(1, 16, "6.3 %")]
    [InlineData(10_598, 10_599, "99.9 %")]
    [InlineData(1, 10_599, "0.1 %")]
    [InlineData(0, 63, "0.0 %")]
    [InlineData(63, 63, "100.0 %")]
    [InlineData(3_000_000_000, 1_500_000_000, "200.0 %")]
    [InlineData(0, 0, "–")]
    public void A_share_is_rounded_and_neither_all_nor_none_unless_it_is(long part, long whole, string text) =>
        Assert.Equal(text, Figure.Share(part, whole));
}
