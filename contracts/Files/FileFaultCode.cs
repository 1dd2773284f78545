using Aggregation.Texts;

namespace Aggregation.Files;

/// <summary>
/// The codes of what a reader finds wrong with a file: part of the API, never renamed. Each has a sentence in both languages.
/// </summary>
public static class FileFaultCode
{
    /// <summary>Neither CSV nor a workbook that can be opened.</summary>
    public const string UnreadableWorkbook = "unreadable-workbook";

    /// <summary>A workbook of Excel 97–2003, or one locked with a password.</summary>
    public const string OldWorkbook = "old-workbook";

    /// <summary>Text in a legacy encoding. Arguments: its name.</summary>
    public const string LegacyEncoding = TextFaultCode.LegacyEncoding;

    /// <summary>UTF-8 that was encoded twice. Arguments: the text.</summary>
    public const string EncodedTwice = TextFaultCode.EncodedTwice;

    /// <summary>An escape of a workbook within its own text, such as <c>_x000D_</c>. Arguments: the text.</summary>
    public const string EscapedText = TextFaultCode.EscapedText;

    /// <summary>Figures on a hidden sheet, row or column.</summary>
    public const string HiddenFigures = "hidden-figures";

    /// <summary>A figure in a cell that is merged over others. Arguments: the cells.</summary>
    public const string MergedCells = "merged-cells";

    /// <summary>A day of which the cell does not show the day, the month and the year. Arguments: the whole day.</summary>
    public const string PartOfDay = "part-of-day";

    /// <summary>Bytes that are not UTF-8. Arguments: the row of text, the byte within it, both from 1.</summary>
    public const string NotUtf8 = "not-utf-8";

    /// <summary>Over the limit of bytes. Arguments: the limit.</summary>
    public const string TooManyBytes = "too-many-bytes";

    /// <summary>A workbook that unpacks to more than the limit. Arguments: the limit in bytes.</summary>
    public const string TooManyUnpackedBytes = "too-many-unpacked-bytes";

    /// <summary>A workbook of more parts than the limit. Arguments: the limit.</summary>
    public const string TooManyParts = "too-many-parts";

    /// <summary>A workbook of more sheets than the limit. Arguments: the limit.</summary>
    public const string TooManySheets = "too-many-sheets";

    /// <summary>A workbook of more markup than the limit: mostly cells with nothing in them. Arguments: the limit of tags.</summary>
    public const string TooManyTags = "too-many-tags";

    /// <summary>A workbook whose elements are nested deeper than the limit. Arguments: the limit.</summary>
    public const string TooDeep = "too-deep";

    /// <summary>A workbook of more shared texts than the limit. Arguments: the limit.</summary>
    public const string TooManyTexts = "too-many-texts";

    /// <summary>A text longer than any cell's. Arguments: the limit of characters.</summary>
    public const string TooLongText = "too-long-text";

    /// <summary>More text than the limit. Arguments: the limit of characters.</summary>
    public const string TooMuchText = "too-much-text";

    /// <summary>A row of CSV longer than the limit. Arguments: the limit of characters.</summary>
    public const string TooLongRow = "too-long-row";

    /// <summary>Over the limit of rows. Arguments: the limit.</summary>
    public const string TooManyRows = "too-many-rows";

    /// <summary>A cell right of the last column allowed. Arguments: the limit.</summary>
    public const string TooManyColumns = "too-many-columns";

    /// <summary>Over the limit of cells. Arguments: the limit.</summary>
    public const string TooManyCells = "too-many-cells";

    /// <summary>More reports of one unit than one batch holds. Arguments: unit, the limit.</summary>
    public const string TooManyRowsOfUnit = "too-many-rows-of-unit";

    /// <summary>The first of more faults than are told. Arguments: the limit.</summary>
    public const string TooManyFaults = "too-many-faults";

    /// <summary>No row states anything.</summary>
    public const string NothingReported = "nothing-reported";

    /// <summary>The first row names no column of the template.</summary>
    public const string NoHeader = "no-header";

    /// <summary>A column that the template does not have. Arguments: its heading.</summary>
    public const string UnknownColumn = "unknown-column";

    /// <summary>A column twice on one sheet. Arguments: its heading, the first one's cell.</summary>
    public const string ColumnTwice = "column-twice";

    /// <summary>A column that must be there is not. Arguments: its heading.</summary>
    public const string MissingColumn = "missing-column";

    /// <summary>A cell with something in it under no heading. Arguments: the value.</summary>
    public const string CellWithoutColumn = "cell-without-column";

    /// <summary>A quotation mark is open or out of place.</summary>
    public const string BrokenQuotes = "broken-quotes";

    /// <summary>The stored value of a formula is an error. Arguments: the value.</summary>
    public const string ErrorCell = "error-cell";

    /// <summary>A formula whose value was never stored.</summary>
    public const string NoStoredValue = "no-stored-value";

    /// <summary>Half a character, or a code point that stands for none. Arguments: the code point.</summary>
    public const string ForbiddenCharacter = TextFaultCode.ForbiddenCharacter;

    /// <summary>A row without a unit's code.</summary>
    public const string MissingCode = "missing-code";

    /// <summary>No unit has this code. Arguments: the code, the edition.</summary>
    public const string UnknownUnit = "unknown-unit";

    /// <summary>The name is not that of the unit. Arguments: the name, the code, the unit's name.</summary>
    public const string WrongName = "wrong-name";

    /// <summary>Figures without a day.</summary>
    public const string MissingDay = "missing-day";

    /// <summary>Not a day. Arguments: the value.</summary>
    public const string NotADay = "not-a-day";

    /// <summary>Before 2000-01-01. Arguments: the value.</summary>
    public const string TooEarly = "too-early";

    /// <summary>After today. Arguments: the value, today.</summary>
    public const string InTheFuture = "in-the-future";

    /// <summary>Not a whole number. Arguments: the value.</summary>
    public const string NotWhole = "not-whole";

    /// <summary>
    /// A number that can be read two ways. Arguments: the value, the one number, the other one's whole part and fraction.
    /// </summary>
    public const string AmbiguousNumber = "ambiguous-number";

    /// <summary>A day where a number belongs. Arguments: the value.</summary>
    public const string DayNotNumber = "day-not-number";

    /// <summary>Not from 0 to 10⁹. Arguments: the value.</summary>
    public const string OutOfRange = "out-of-range";

    /// <summary>No state of the indicator. Arguments: the value, the states.</summary>
    public const string UnknownState = "unknown-state";

    /// <summary>No kind of model. Arguments: the value, the kinds.</summary>
    public const string UnknownKind = "unknown-kind";

    /// <summary>A kind twice for one model. Arguments: the kind.</summary>
    public const string KindTwice = "kind-twice";

    /// <summary>A second row for the same unit and day. Arguments: unit, day, the first row.</summary>
    public const string RowTwice = "row-twice";

    /// <summary>A note without a figure, which nothing would keep.</summary>
    public const string NoteWithoutFigure = "note-without-figure";

    /// <summary>A model without a name.</summary>
    public const string MissingModelName = "missing-model-name";

    /// <summary>A model without sites.</summary>
    public const string MissingSites = "missing-sites";
}
