using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using Aggregation.Domain.Reports;
using Aggregation.Testing.Reference;
using Aggregation.Tests.Support;
using FsCheck.Fluent;
using Xunit;

namespace Aggregation.Tests.Domain.Reports;

public sealed class ModelNameTests
{
    [Theory]
    [InlineData("Hoà", "Hòa")]
    [InlineData("hoà giải", "Hòa giải")]
    [InlineData("Tổ hoè", "Tổ hòe")]
    [InlineData("thuỷ", "thủy")]
    [InlineData("THUỶ LỢI", "thủy lợi")]
    [InlineData("khoá", "khóa")]
    [InlineData("tuỳ", "tùy")]
    [InlineData("loã thể", "lõa thể")]
    [InlineData("hoạ", "họa")]
    [InlineData("Quý", "quý")]
    [InlineData("ĐƯỜNG", "đường")]
    [InlineData("Đường ƯỚC", "đường ước")]
    [InlineData("  Móc khóa\u00a0 an\ttoàn \r\n", "Móc khóa an toàn")]
    [InlineData("Móc\u2003khóa\u3000an\u202ftoàn", "Móc khóa an toàn")]
    [InlineData("Camera\u200b an\ufeff ninh", "Camera an ninh")]
    [InlineData("Vie\u0323\u0302t", "Việt")]
    [InlineData("Vie\u0302\u0323t", "Việt")]
    [InlineData("Vi\u1eb9\u0302t", "Việt")]
    [InlineData("Tổ 3-1", "TỔ 3-1")]
    [InlineData("Tổ \u00D0oàn kết", "Tổ \u0110oàn kết")]
    [InlineData("Tổ \u0189oàn kết", "Tổ \u0110oàn kết")]
    [InlineData("Tổ \u00F0oàn kết", "tổ \u0111oàn kết")]
    [InlineData("tổ \u0256oàn kết", "tổ \u0111oàn kết")]
    [InlineData("TỔ \uA7C7OÀN KẾT", "tổ \uA7C8oàn kết")]
    [InlineData("Tổ D\u0335oàn kết", "Tổ \u0110oàn kết")]
    [InlineData("Tổ d\u0336oàn kết", "Tổ đoàn kết")]
    [InlineData("Ｔổ　ＡＮ　ｔｏàｎ　１", "Tổ an toàn 1")]
    [InlineData("Tổ ﬁ", "Tổ fi")]
    public void Spellings_of_one_name_are_one_name(string one, string other)
    {
        Assert.Equal(ModelName.Normalize(one), ModelName.Normalize(other));
        Assert.Equal(new ModelFigure(one, [], 1, 1), new ModelFigure(other, [], 1, 1));
    }

    [Theory]
    [InlineData("ma", "mà")]
    [InlineData("má", "mà")]
    [InlineData("mả", "mã")]
    [InlineData("mạ", "mả")]
    [InlineData("hòa", "hóa")]
    [InlineData("ân", "an")]
    [InlineData("ăn", "ân")]
    [InlineData("ơ", "o")]
    [InlineData("ô", "ơ")]
    [InlineData("ê", "e")]
    [InlineData("ư", "u")]
    [InlineData("đ", "d")]
    [InlineData("Đa", "da")]
    [InlineData("quý", "quy")]
    [InlineData("hòa bình", "hoa bình")]
    [InlineData("hòa binh", "hoa bình")]
    [InlineData("an toàn", "antoàn")]
    [InlineData("Tổ 3", "Tổ 31")]
    [InlineData("Tổ 3-1", "Tổ 31")]
    [InlineData("mía", "mịa")]
    [InlineData("Tổ 2", "Tổ ²")]
    [InlineData("Tổ (1)", "Tổ ⑴")]
    public void Different_names_stay_different(string one, string other) =>
        Assert.NotEqual(ModelName.Normalize(one), ModelName.Normalize(other));

    [Theory]
    [InlineData("")]
    [InlineData(" \t\u00a0\u3000\r\n")]
    [InlineData("\u200b\ufeff\u00ad\u200d")]
    public void A_name_of_nothing_visible_is_empty(string name) => Assert.Equal("", ModelName.Normalize(name));

    [Fact]
    public void Every_syllable_with_every_tone_stays_apart_from_every_other()
    {
        string[] vowels = ["a", "ă", "â", "e", "ê", "i", "o", "ô", "ơ", "u", "ư", "y", "oa", "oe", "uy", "ươ", "iê", "uyê"];
        var syllables = vowels.SelectMany(vowel => "\0\u0300\u0301\u0303\u0309\u0323".Select(tone => "b" + vowel + (tone == '\0'
            ? ""
            : tone) + "n")).ToList();
        Assert.Equal(syllables.Count, syllables.Select(syllable => ModelName.Normalize(syllable)).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Every_character_reads_the_same_composed_and_decomposed_and_is_stable()
    {
        var faults = new List<string>();
        for (var point = 0x20; point < 0x20000; point++)
        {
            if (point is >= 0xd800 and <= 0xdfff || CharUnicodeInfo.GetUnicodeCategory(point) == UnicodeCategory.OtherNotAssigned)
                continue;
            var text = char.ConvertFromUtf32(point);
            var normal = ModelName.Normalize(text);
            var composed = ModelName.Normalize(text.Normalize(NormalizationForm.FormC));
            var decomposed = ModelName.Normalize(text.Normalize(NormalizationForm.FormD));
            if (normal != composed || normal != decomposed || normal != ModelName.Normalize(normal))
                faults.Add($"U+{point:X4}: {Points(normal)} | {Points(composed)} | {Points(decomposed)} | "
                    + $"{Points(ModelName.Normalize(normal))}");
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Fact]
    public void Any_text_reads_the_same_composed_decomposed_tidied_and_padded() => Properties.ForAll(
        Draw.ExoticText,
        text =>
        {
            var normal = ModelName.Normalize(text);
            Assert.Equal(normal, ModelName.Normalize(text.Normalize(NormalizationForm.FormC)));
            Assert.Equal(normal, ModelName.Normalize(text.Normalize(NormalizationForm.FormD)));
            Assert.Equal(normal, ModelName.Normalize(Spelling.Of(text)));
            Assert.Equal(normal, ModelName.Normalize("\u00a0 " + text + "\t"));
        },
        2000);

    [Fact]
    public void Normal_and_tidied_names_are_stable() => Properties.ForAll(
        Draw.ExoticText,
        text =>
        {
            Assert.Equal(ModelName.Normalize(text), ModelName.Normalize(ModelName.Normalize(text)));
            Assert.Equal(Spelling.Of(text), Spelling.Of(Spelling.Of(text)));
        },
        2000);

    [Fact]
    public void Names_of_syllables_are_one_exactly_when_the_reference_says_so()
    {
        var syllables = Gen.Elements(
            "hoà",
            "hòa",
            "Hóa",
            "hoa",
            "HOÀ",
            "thuỷ",
            "thủy",
            "quý",
            "quy",
            "đa",
            "da",
            "ân",
            "an",
            "ấn",
            "Ấn",
            "khoá",
            "khóa");
        var names = from words in syllables.ArrayOf(2)
                    from gap in Gen.Elements(" ", "  ", "\u00a0")
                    from form in Gen.Elements(NormalizationForm.FormC, NormalizationForm.FormD)
                    select string.Join(gap, words).Normalize(form);
        Properties.ForAll(
            from one in names from other in names select (one, other),
            pair => Assert.Equal(
                ReferenceName.Key(pair.one) == ReferenceName.Key(pair.other),
                ModelName.Normalize(pair.one) == ModelName.Normalize(pair.other)),
            2000);
    }

    [Fact]
    public void The_form_before_this_one_holds_fewer_spellings_to_be_one_name()
    {
        Assert.NotEqual(ModelName.Normalize("\u00D0oàn", NameForm.Composed), ModelName.Normalize("\u0110oàn", NameForm.Composed));
        Assert.Equal(ModelName.Normalize("hoà", NameForm.Composed), ModelName.Normalize("HÒA", NameForm.Composed));
    }

    [Fact]
    public void What_was_one_name_by_the_form_before_is_one_by_this_one() => Properties.ForAll(
        Draw.ExoticText,
        text => Assert.Equal(ModelName.Normalize(text), ModelName.Normalize(ModelName.Normalize(text, NameForm.Composed))),
        2000);

    [Fact]
    public void Every_character_that_was_another_by_the_form_before_still_is_the_other()
    {
        var faults = new List<string>();
        for (var point = 0x20; point < 0x20000; point++)
        {
            if (point is >= 0xd800 and <= 0xdfff || CharUnicodeInfo.GetUnicodeCategory(point) == UnicodeCategory.OtherNotAssigned)
                continue;
            var text = char.ConvertFromUtf32(point);
            if (ModelName.Normalize(text) != ModelName.Normalize(ModelName.Normalize(text, NameForm.Composed))
                || Spelling.Of(text) != Spelling.Of(Spelling.Of(text))
                || ModelName.Normalize(Spelling.Of(text)) != ModelName.Normalize(text))
            {
                faults.Add($"U+{point:X4}: {Points(ModelName.Normalize(text))} | "
                    + $"{Points(ModelName.Normalize(ModelName.Normalize(text, NameForm.Composed)))} | {Points(Spelling.Of(text))}");
            }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Fact]
    public void A_name_is_shown_with_the_letter_of_the_language()
    {
        Assert.Equal(
            "Tổ \u0110oàn kết \u0111ội \u0110à \u0111",
            Spelling.Of("Tổ \u00D0oàn kết \u00F0ội \u0189à D\u0335".Replace("D\u0335", "d\u0335", StringComparison.Ordinal)));
        Assert.Equal("Ｔổ", Spelling.Of("Ｔổ"));
    }

    [Fact]
    public void A_tidied_name_keeps_its_spelling()
    {
        Assert.Equal("Móc khoá an toàn", Spelling.Of("  Móc\u00a0 khoá\tan toàn ".Normalize(NormalizationForm.FormD)));
        Assert.Equal("HOÀ giải", Spelling.Of("HOÀ giải"));
    }

    private static string Points(string text) =>
        string.Join(' ', text.Select(letter => ((int)letter).ToString("X4", CultureInfo.InvariantCulture)));
}
