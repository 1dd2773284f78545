namespace Aggregation.Ledger.Audit;

/// <summary>What became of an act.</summary>
public static class ActOutcome
{
    /// <summary>It was done.</summary>
    public const string Done = "done";

    /// <summary>It was refused, and nothing was done.</summary>
    public const string Refused = "refused";

    /// <summary>It could not be done, or nobody knows whether it was.</summary>
    public const string Failed = "failed";

    /// <summary>What the status of an HTTP answer says.</summary>
    public static string Of(int status) => status switch
    {
        < 400 => Done,
        < 500 => Refused,
        _ => Failed,
    };
}
