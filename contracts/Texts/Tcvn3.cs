using System;
using System.Text;

namespace Aggregation.Texts;

/// <summary>TCVN 5712:1993 VN3, the encoding of the fonts <c>.Vn…</c>: one byte a letter, shown by others as <c>Céng hßa</c>.</summary>
internal static class Tcvn3
{
    private const string Bytes =
        "\u00a1\u00a2\u00a3\u00a4\u00a5\u00a6\u00a7\u00a8\u00a9\u00aa\u00ab\u00ac\u00ad\u00ae"
        + "\u00b5\u00b6\u00b7\u00b8\u00b9\u00bb\u00bc\u00bd\u00be\u00c6\u00c7\u00c8\u00c9\u00ca\u00cb"
        + "\u00cc\u00ce\u00cf\u00d0\u00d1\u00d2\u00d3\u00d4\u00d5\u00d6\u00d7\u00d8\u00dc\u00dd\u00de"
        + "\u00df\u00e1\u00e2\u00e3\u00e4\u00e5\u00e6\u00e7\u00e8\u00e9\u00ea\u00eb\u00ec\u00ed\u00ee"
        + "\u00ef\u00f1\u00f2\u00f3\u00f4\u00f5\u00f6\u00f7\u00f8\u00f9\u00fa\u00fb\u00fc\u00fd\u00fe";

    private const string Letters =
        "ĂÂÊÔƠƯĐăâêôơưđ"
        + "àảãáạằẳẵắặầẩẫấậ"
        + "èẻẽéẹềểễếệìỉĩíị"
        + "òỏõóọồổỗốộờởỡớợ"
        + "ùủũúụừửữứựỳỷỹýỵ";

    /// <summary>The text that was meant by bytes read as Latin-1.</summary>
    public static string Decode(string latin)
    {
        var text = new StringBuilder(latin.Length);
        foreach (var letter in latin)
            text.Append(Bytes.IndexOf(letter, StringComparison.Ordinal) is >= 0 and var place ? Letters[place] : letter);
        return text.ToString();
    }
}
