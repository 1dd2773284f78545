using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using Aggregation.Files.Texts;
using Aggregation.Testing.Reference;
using Aggregation.Texts;
using FsCheck.Fluent;
using Xunit;

namespace Aggregation.Tests.Contracts.Texts;

public sealed class UnicodeTextTests
{
    [Theory]
    [InlineData("", null)]
    [InlineData("Hòa giải 😀", null)]
    [InlineData(@"a\uFFFF\uFDD0", null)]
    [InlineData(@"a\uFFFE", "U+FFFE")]
    [InlineData(@"\uD83D", "U+D83D")]
    [InlineData(@"\uDE00x", "U+DE00")]
    [InlineData(@"\uD83D\uDE00\uD83D\uD83D\uDE00", "U+D83D")]
    public void The_first_character_that_is_none_is_found(string escaped, string? found) =>
        Assert.Equal(found, UnicodeText.FindInvalid(Regex.Unescape(escaped)));

    [Fact]
    public void What_is_repaired_can_be_composed_and_keeps_every_character() => Properties.ForAllLists(
        Gen.Elements('a', '\u0301', '\uFFFE', '\uD83D', '\uDE00', '\uD800', '\uDC00', 'ệ'),
        letters =>
        {
            var text = new string(letters);
            var repaired = UnicodeText.Repair(text);

            Assert.Null(UnicodeText.FindInvalid(repaired));
            Assert.Equal(repaired.Length == 0, repaired.Normalize(NormalizationForm.FormD).Length == 0);
            Assert.Equal(
                text.EnumerateRunes().Select(rune => rune.Value == 0xFFFE ? Rune.ReplacementChar : rune),
                repaired.EnumerateRunes());
            Assert.Equal(NameText.Normalize(repaired), NameText.Normalize(text));
        });
}
