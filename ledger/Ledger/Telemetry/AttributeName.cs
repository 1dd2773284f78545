namespace Aggregation.Ledger.Telemetry;

/// <summary>The attributes of metrics and spans that OpenTelemetry has no name for.</summary>
public static class AttributeName
{
    /// <summary>The level of a unit: <c>nation</c>, <c>province</c>, <c>district</c>, <c>commune</c>.</summary>
    public const string Level = "aggregation.unit.level";

    /// <summary>The code of a unit with its edition, <c>2023/00001</c>; of spans only, since there are thousands.</summary>
    public const string Unit = "aggregation.unit.key";

    /// <summary>The code of a province; the nation's for what the nation itself reports.</summary>
    public const string Province = "aggregation.province.code";

    /// <summary>What became of a report.</summary>
    public const string Outcome = "aggregation.report.outcome";

    /// <summary>Why a report was refused: a code of the API's faults or problems.</summary>
    public const string Reason = "aggregation.refusal.reason";

    /// <summary>The code of a problem: the end of its <c>type</c>.</summary>
    public const string Problem = "aggregation.problem.code";

    /// <summary>How many rows of the ledger something is about.</summary>
    public const string Rows = "aggregation.ledger.rows";
}
