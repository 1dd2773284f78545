using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Aggregation.Testing.Reference;
using Aggregation.Texts;
using Xunit;

namespace Aggregation.Tests.Contracts.Texts;

public sealed class ReadableTextTests
{
    private static readonly string[] Genuine =
    [
        "Móc khóa an toàn", "Tổ tự quản về an ninh trật tự", "TỔ LIÊN GIA TỰ QUẢN", "“Sạch làng, tốt XÔM”", "Mô hình “SẠCH THÔN, TỐT XÃ”",
        "XÃ LONG", "BẢO VỆ XÃ…", "XÃ – PHƯỜNG", "«lá chắn»",
        "Camera 24/7", "Diện tích 25 m²", "30 °C", "Zalo®", "Ea H'leo", "Krông Búk", "Krông Nô", "Cư Êbur", "Ê Đê", "Êa Đar", "M'Nông",
        "Ia Sao", "Pờ Ê", "Mô Rai", "Xuân Hòa", "Hoà Bình", "Thuý", "Ngô Mây",
        "Đội dân phòng", "đèn an ninh", "Tiếng kẻng an ninh", "Café an toàn", "Chợ Bến Thành", "Plei Kần", "Mèo Vạc", "Sìn Hồ", "Nà Ớt",
        "Tổ 3 cùng", "5 không – 3 sạch", "Loa kéo", "Ya Xiêr", "Búng Tàu", "À Ơi",
        "Tổ bảo vệ ANCS", "Hòm thư tố giác", "Hộ an toàn", "Ô Chợ Dừa", "Ú Minh", "Ý Yên", "Lò gạch cũ", "Thôn Ngò", "Ấp Bàu Cò",
        "Cù lao Dung", "hẻm", "Nhà trọ an toàn về PCCC", "😀 an toàn",
    ];

    public static TheoryData<string> Names() => [.. Genuine];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_genuine_name_is_text_however_it_is_composed(string name)
    {
        Assert.Null(ReadableText.Find(name));
        Assert.Null(ReadableText.Find(name.ToUpperInvariant()));
        Assert.Null(ReadableText.Find(name.Normalize(NormalizationForm.FormD)));
    }

    [RealListFact]
    public void No_name_of_the_real_lists_is_taken_for_anything_else()
    {
        var fields = Directory.EnumerateFiles(RealLists.PathOf(""), "*.csv")
            .SelectMany(File.ReadLines)
            .SelectMany(line => line.Split(','))
            .Distinct()
            .ToArray();

        Assert.InRange(fields.Length, 10_000, int.MaxValue);
        Assert.DoesNotContain(fields, field => ReadableText.Find(field) is not null
            || ReadableText.Find(field.ToUpperInvariant()) is not null);
    }

    [RealListFact]
    public void No_words_of_what_was_written_of_models_are_taken_for_anything_else()
    {
        var phrases = Directory.EnumerateFiles(RealLists.PathOf("../sources"), "*.txt")
            .SelectMany(File.ReadLines)
            .SelectMany(PhrasesOf)
            .Distinct()
            .ToArray();

        Assert.InRange(phrases.Length, 5_000, int.MaxValue);
        Assert.DoesNotContain(phrases, phrase => ReadableText.Find(phrase) is not null
            || ReadableText.Find(phrase.ToUpperInvariant()) is not null
            || ReadableText.Find(phrase.Normalize(NormalizationForm.FormD)) is not null);
    }

    [RealListFact]
    public void Names_of_the_real_lists_encoded_twice_are_found()
    {
        var names = File.ReadLines(RealLists.PathOf("units-2023.csv"))
            .Skip(1)
            .Select(line => line.Split(',')[1])
            .Where(name => !Ascii.IsValid(name))
            .Distinct()
            .ToArray();

        Assert.DoesNotContain(
            names,
            name => ReadableText.Find(Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(name)))?.Code != TextFaultCode.EncodedTwice);
    }

    [Theory]
    [InlineData("Tæ quÇn v× an ninh trËt tù", TextFaultCode.LegacyEncoding, "TCVN3 (ABC)")]
    [InlineData("Tæ an ninh", TextFaultCode.LegacyEncoding, "TCVN3 (ABC)")]
    [InlineData("Coâng an xaõ", TextFaultCode.LegacyEncoding, "VNI")]
    [InlineData("Toå töï quaûn", TextFaultCode.LegacyEncoding, "VNI")]
    [InlineData("MÃ³c khÃ³a", TextFaultCode.EncodedTwice, "MÃ³c khÃ³a")]
    [InlineData("Ä‘Ã¨n", TextFaultCode.EncodedTwice, "Ä‘Ã¨n")]
    [InlineData("Tá»™i", TextFaultCode.EncodedTwice, "Tá»™i")]
    [InlineData("a_x000D_b", TextFaultCode.EscapedText, "a_x000D_b")]
    [InlineData("a\uFFFDb", TextFaultCode.ForbiddenCharacter, "U+FFFD")]
    [InlineData("a\u202Eb", TextFaultCode.ForbiddenCharacter, "U+202E")]
    [InlineData("a\u0007b", TextFaultCode.ForbiddenCharacter, "U+0007")]
    [InlineData("a\u2028b", TextFaultCode.ForbiddenCharacter, "U+2028")]
    public void What_is_no_text_is_told_by_its_kind(string text, string code, string detail) =>
        Assert.Equal(new TextFault(code, detail), ReadableText.Find(text));

    // Of one to four words, as names of models are.
    private static IEnumerable<string> PhrasesOf(string line)
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return Enumerable.Range(1, 4).SelectMany(length => Enumerable.Range(0, Math.Max(0, words.Length - length + 1))
            .Select(start => string.Join(' ', words[start..(start + length)])));
    }

    [Theory]
    [InlineData("a_x000D_b", "a\rb")]
    [InlineData("_x005F_x000D_", "_x000D_")]
    [InlineData("_X0041_", "A")]
    [InlineData("_x00G0_ _x41_", "_x00G0_ _x41_")]
    public void An_escape_is_decoded_once(string text, string decoded) => Assert.Equal(decoded, EscapedText.Decode(text));
}
