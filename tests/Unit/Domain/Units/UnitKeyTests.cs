using System;
using Aggregation.Domain.Units;
using Xunit;

namespace Aggregation.Tests.Domain.Units;

public sealed class UnitKeyTests
{
    [Theory]
    [InlineData("2023", "VN")]
    [InlineData("2023", "00001")]
    [InlineData("2025", "S01-001-00001")]
    public void A_key_is_read_back(string edition, string code) =>
        Assert.Equal(new UnitKey(edition, code), UnitKey.Parse(new UnitKey(edition, code).ToString()));

    [Theory]
    [InlineData("")]
    [InlineData("VN")]
    [InlineData("/VN")]
    public void What_is_no_key_is_refused(string key) => Assert.Throws<FormatException>(() => UnitKey.Parse(key));
}
