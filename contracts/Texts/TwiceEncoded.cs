using System;
using System.Buffers;
using System.Text;

namespace Aggregation.Texts;

/// <summary>UTF-8 whose bytes were taken for letters and encoded once more: <c>TÃ´n Äá»©c Tháº¯ng</c>.</summary>
internal static class TwiceEncoded
{
    private const string Vietnamese = "àáâãèéêìíòóôõùúýăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ"
        + "\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323";
    private const int LongestLetter = 3;

    // What a text has of its own behind a capital Ã: <c>XÃ”</c>
    private const string Punctuation = "‘’‚“”„–—…•";

    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
    private static readonly SearchValues<char> Firsts = SearchValues.Create("ÃÄÅÆÌá");

    /// <summary>Whether some letter of a text is the bytes of a Vietnamese one.</summary>
    public static bool Has(ReadOnlySpan<char> text)
    {
        for (var place = text.IndexOfAny(Firsts); place >= 0;)
        {
            if (IsLetter(text[place..]))
                return true;
            var next = text[(place + 1)..].IndexOfAny(Firsts);
            place = next < 0 ? -1 : place + 1 + next;
        }

        return false;
    }

    private static bool IsLetter(ReadOnlySpan<char> text)
    {
        Span<byte> bytes = stackalloc byte[LongestLetter];
        var length = 0;
        while (length < Math.Min(LongestLetter, text.Length) && TryByteOf(text[length], out bytes[length]))
            length++;
        return Rune.DecodeFromUtf8(bytes[..length], out var letter, out var used) == OperationStatus.Done && used > 1
            && Vietnamese.Contains(Rune.ToLowerInvariant(letter).ToString(), StringComparison.Ordinal)
            && (text[0] != 'Ã' || !Punctuation.Contains(text[1], StringComparison.Ordinal));
    }

    private static bool TryByteOf(char letter, out byte value)
    {
        value = letter <= '\u00ff' ? (byte)letter : (byte)0;
        if (letter > '\u00ff')
        {
            Span<byte> found = stackalloc byte[2];
            value = Windows1252.GetBytes([letter], found) == 1 && found[0] >= 0x80 ? found[0] : (byte)0;
        }

        return value > 0;
    }
}
