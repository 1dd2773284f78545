using System;
using System.Linq;
using System.Text;
using Aggregation.Files;
using Xunit;

namespace Aggregation.Tests.Contracts.Files;

/// <summary>Bytes of older encodings, written out as programs of their time left them.</summary>
public sealed class EncodingTests
{
    // "Mã đơn vị;Tên đơn vị" and "Phường Trúc Bạch": one byte a letter.
    private const string Tcvn3 =
        "4D B7 20 AE AC 6E 20 76 DE 3B 54 AA 6E 20 AE AC 6E 20 76 DE 0A 30 30 30 30 34 3B 50 68 AD EA 6E 67 20 54 72 F3 63 20 42 B9 63 68";

    // The same: a letter and then its marks.
    private const string Vni =
        "4D 61 F5 20 F1 F4 6E 20 76 F2 3B 54 65 E2 6E 20 F1 F4 6E 20 76 F2 0A 30 30 30 30 34 3B 50 68 F6 F4 F8 6E 67 20 54 72 75 F9 63 "
            + "20 42 61 EF 63 68";

    // The same in code page 1258, tones as bytes of their own.
    private const string Windows1258 =
        "4D 61 DE 20 F0 F5 6E 20 76 69 F2 3B 54 EA 6E 20 F0 F5 6E 20 76 69 F2 0A 30 30 30 30 34 3B 50 68 FD F5 CC 6E 67 20 54 72 75 EC "
            + "63 20 42 61 F2 63 68";

    [Theory]
    [InlineData(Tcvn3, "TCVN3 (ABC)")]
    [InlineData(Vni, "VNI")]
    [InlineData(Windows1258, "Windows-1258")]
    [InlineData("FF FE 4D 00 E3 00", "UTF-16")]
    public void A_legacy_encoding_is_named_and_refused(string hex, string name)
    {
        var fault = Assert.Single(Books.Read(BytesOf(hex)).Faults);

        Assert.Equal(FileFaultCode.LegacyEncoding, fault.Code);
        Assert.Contains($"encoding {name},", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Tcvn3, "TCVN3 (ABC)")]
    [InlineData(Vni, "VNI")]
    public void Legacy_letters_that_a_program_has_saved_as_utf_8_are_recognised_all_the_same(string hex, string name)
    {
        var fault = Assert.Single(Books.Read(Encoding.Latin1.GetString(BytesOf(hex))).Faults);

        Assert.Equal(FileFaultCode.LegacyEncoding, fault.Code);
        Assert.Contains(name, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_bytes_that_are_not_utf_8_are_refused_with_their_place()
    {
        byte[] content = [.. "unit,unitName,effectiveOn\n00001,"u8, 0xff, .. "x"u8];

        var fault = Assert.Single(Books.Read(content).Faults);

        Assert.Equal((FileFaultCode.NotUtf8, 2), (fault.Code, fault.Place.Row));
        Assert.Contains("Row 2, byte 7", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, ',')]
    [InlineData(true, ',')]
    [InlineData(false, ';')]
    [InlineData(true, ';')]
    public void Utf_8_is_read_with_and_without_its_mark_and_with_either_separator(bool hasMark, char separator)
    {
        var csv = $"Mã đơn vị;Tên đơn vị;Ngày số liệu;\"Cơ quan, đơn vị\"\r\n00001;\"Phường Phúc Xá\";20/02/2017;7\r\n".Replace(
            ';',
            separator);

        var reading = Books.Read([.. hasMark ? Encoding.UTF8.Preamble.ToArray() : [], .. Encoding.UTF8.GetBytes(csv)]);

        Assert.Empty(reading.Faults);
        Assert.Equal(7, reading.Reports.Single().Report.Counts!["agencies"]);
    }

    private static byte[] BytesOf(string hex) => Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal));
}
