using Aggregation.Texts;

namespace Aggregation.Domain.Reports;

/// <summary>The codes of <see cref="Fault"/>: part of the API, never renamed. Each has a sentence in every language.</summary>
public static class FaultCode
{
    /// <summary>No unit of the edition has this code. Arguments: code, edition.</summary>
    public const string UnknownUnit = "unknown-unit";

    /// <summary>The catalogue has no such count or status. Arguments: name.</summary>
    public const string UnknownIndicator = "unknown-indicator";

    /// <summary>The indicator has no such state. Arguments: state, the states.</summary>
    public const string UnknownState = "unknown-state";

    /// <summary>There is no such kind of model. Arguments: kind, the kinds.</summary>
    public const string UnknownKind = "unknown-kind";

    /// <summary>Not a figure that can be declared. Arguments: name, the names.</summary>
    public const string UnknownDeclared = "unknown-declared";

    /// <summary>Units of that level do not report the indicator. Arguments: indicator, level.</summary>
    public const string NotAtThisLevel = "not-at-this-level";

    /// <summary>Not a whole number from 0 to 10⁹. Arguments: value.</summary>
    public const string OutOfRange = "out-of-range";

    /// <summary>Not a day of the calendar written yyyy-MM-dd. Arguments: value.</summary>
    public const string NotADay = "not-a-day";

    /// <summary>Before 2000-01-01. Arguments: value.</summary>
    public const string TooEarly = "too-early";

    /// <summary>After today in Asia/Ho_Chi_Minh. Arguments: value, today.</summary>
    public const string InTheFuture = "in-the-future";

    /// <summary>A field that every input of its sort has is not there.</summary>
    public const string MissingField = "missing-field";

    /// <summary>The text is longer than allowed. Arguments: length, greatest length.</summary>
    public const string TooLong = "too-long";

    /// <summary>The text is empty, or only white space.</summary>
    public const string Empty = "empty";

    /// <summary>The text holds a character that cannot be shown. Arguments: its code point.</summary>
    public const string ForbiddenCharacter = "forbidden-character";

    /// <summary>The text is in an encoding older than Unicode. Arguments: its name.</summary>
    public const string LegacyEncoding = TextFaultCode.LegacyEncoding;

    /// <summary>The text is UTF-8 that was encoded twice. Arguments: the text.</summary>
    public const string EncodedTwice = TextFaultCode.EncodedTwice;

    /// <summary>The text holds an escape of a workbook, such as <c>_x000D_</c>. Arguments: the text.</summary>
    public const string EscapedText = TextFaultCode.EscapedText;

    /// <summary>The report states no figure.</summary>
    public const string NoFigure = "no-figure";

    /// <summary>A withdrawal that also states figures.</summary>
    public const string WithdrawalWithFigures = "withdrawal-with-figures";

    /// <summary>Two models of one report have the same name. Arguments: name, the other spelling.</summary>
    public const string ModelTwice = "model-twice";

    /// <summary>A kind named twice for one model. Arguments: kind.</summary>
    public const string KindTwice = "kind-twice";

    /// <summary>A report states more models than one may. Arguments: how many, the most.</summary>
    public const string TooManyModels = "too-many-models";

    /// <summary>With the report more models would stand in the unit's own reports than may. Arguments: how many, the most.</summary>
    public const string TooManyStandingModels = "too-many-standing-models";

    /// <summary>A part greater than the whole it belongs to. Arguments: part, its value, whole, its value, the day.</summary>
    public const string OverDenominator = "over-denominator";

    /// <summary>The unit has no report of that sequence. Arguments: sequence.</summary>
    public const string NothingToWithdraw = "nothing-to-withdraw";

    /// <summary>That report has been withdrawn already. Arguments: sequence, sequence of the withdrawal.</summary>
    public const string AlreadyWithdrawn = "already-withdrawn";

    /// <summary>A withdrawal cannot be withdrawn. Arguments: sequence.</summary>
    public const string WithdrawsAWithdrawal = "withdraws-a-withdrawal";

    /// <summary>No rule of the catalogue has the code that is confirmed. Arguments: code, the codes.</summary>
    public const string UnknownRule = "unknown-rule";

    /// <summary>The batch names an edition that does not take reports. Arguments: edition, the active edition.</summary>
    public const string NotTheActiveEdition = "not-the-active-edition";

    /// <summary>The key was used before for the unit with other content. Arguments: key, unit.</summary>
    public const string KeyConflict = "idempotency-key-conflict";
}
