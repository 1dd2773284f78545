namespace Aggregation.Texts;

/// <summary>How a text can be none: part of the API, never renamed.</summary>
public static class TextFaultCode
{
    /// <summary>It holds a character that cannot be shown, or that stands for one that was lost: <c>U+FFFD</c>.</summary>
    public const string ForbiddenCharacter = "forbidden-character";

    /// <summary>It is in an encoding older than Unicode: <c>TCVN3 (ABC)</c>, <c>VNI</c>.</summary>
    public const string LegacyEncoding = "legacy-encoding";

    /// <summary>It is UTF-8 that was encoded twice: the text.</summary>
    public const string EncodedTwice = "encoded-twice";

    /// <summary>It holds the escape by which workbooks write a character: the text.</summary>
    public const string EscapedText = "escaped-text";
}
