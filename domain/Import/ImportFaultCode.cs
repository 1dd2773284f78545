using Aggregation.Texts;

namespace Aggregation.Domain.Import;

/// <summary>The codes of <see cref="ImportFault"/>: part of the API, never renamed. Each has a sentence in every language.</summary>
public static class ImportFaultCode
{
    /// <summary>The first line names neither layout's columns. Arguments: the line.</summary>
    public const string WrongHeader = "wrong-header";

    /// <summary>A line without the header's number of fields, or with a quote left open. Arguments: what is wrong.</summary>
    public const string BrokenLine = "broken-line";

    /// <summary>Nothing after the header.</summary>
    public const string NoRows = "no-rows";

    /// <summary>A field that must be filled is empty. Arguments: column.</summary>
    public const string MissingField = "missing-field";

    /// <summary>A name or kind with characters that cannot be shown, or longer than 200. Arguments: column.</summary>
    public const string BadText = "bad-text";

    /// <summary>Text in an encoding older than Unicode. Arguments: column, the encoding.</summary>
    public const string LegacyEncoding = TextFaultCode.LegacyEncoding;

    /// <summary>UTF-8 that was encoded twice. Arguments: column, the text.</summary>
    public const string EncodedTwice = TextFaultCode.EncodedTwice;

    /// <summary>An escape of a workbook within its own text. Arguments: column, the text.</summary>
    public const string EscapedText = TextFaultCode.EscapedText;

    /// <summary>A line too long to be read, and nothing behind it is. Arguments: the limit of characters.</summary>
    public const string TooLongLine = "too-long-line";

    /// <summary>Not a code of that level. Arguments: code, level, number of digits.</summary>
    public const string BadCode = "bad-code";

    /// <summary>The code stands on an earlier line too. Arguments: code, the earlier line.</summary>
    public const string DuplicateCode = "duplicate-code";

    /// <summary>No such level. Arguments: level, the levels.</summary>
    public const string UnknownLevel = "unknown-level";

    /// <summary>Neither the edition nor the list has the parent. Arguments: parent, code.</summary>
    public const string MissingParent = "missing-parent";

    /// <summary>The parent is not of a higher level. Arguments: parent, parent's level, code, level.</summary>
    public const string ParentNotAbove = "parent-not-above";

    /// <summary>A second nation, or a nation with a parent. Arguments: code.</summary>
    public const string NotOneNation = "not-one-nation";

    /// <summary>The unit stood under another parent. Arguments: code, the old parent, the new one.</summary>
    public const string Moved = "moved";

    /// <summary>The unit was of another level. Arguments: code, the old level, the new one.</summary>
    public const string LevelChanged = "level-changed";

    /// <summary>More than one percent of the edition would be renamed. Arguments: renames, units.</summary>
    public const string TooManyRenames = "too-many-renames";
}
