using System.Text;
using Aggregation.Api.Reading;
using Aggregation.Testing.Reference;
using Aggregation.Tests.Support;
using Xunit;

namespace Aggregation.Tests.Api.Reading;

public class PlainTextTests
{
    [Theory]
    [InlineData("Đà Nẵng", "da nang")]
    [InlineData("THÀNH PHỐ HỒ CHÍ MINH", "thanh pho ho chi minh")]
    [InlineData("  Đắk\u00a0 Lắk ", "dak lak")]
    [InlineData("Bà Rịa - Vũng Tàu", "ba ria - vung tau")]
    [InlineData("Thừa Thiên Huế", "thua thien hue")]
    [InlineData("đĐ", "dd")]
    [InlineData("\u00D0\u0189\u00F0\u0256d\u0336", "ddddd")]
    [InlineData("Ｔổ Ðoàn kết", "to doan ket")]
    [InlineData("", "")]
    [InlineData("\u0301", "")]
    public void Accents_case_and_spaces_do_not_count(string text, string expected)
    {
        Assert.Equal(expected, PlainText.Of(text));
        Assert.Equal(expected, PlainText.Of(text.Normalize(NormalizationForm.FormD)));
    }

    [Fact]
    public void Half_a_character_is_no_reason_to_fail() => Assert.Equal("a\ufffd", PlainText.Of("A\ud800"));

    [Fact]
    public void Plain_text_is_its_own_plain_text() =>
        Properties.ForAll(
            Draw.ExoticText,
            text => Assert.Equal(PlainText.Of(text), PlainText.Of(PlainText.Of(text).Normalize(NormalizationForm.FormC))));
}
