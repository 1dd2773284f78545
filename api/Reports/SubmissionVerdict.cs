namespace Aggregation.Api.Reports;

/// <summary>What can become of a batch of reports.</summary>
internal enum SubmissionVerdict
{
    /// <summary>All of it stands, or would.</summary>
    Accepted,

    /// <summary>It holds more reports than a batch may.</summary>
    TooManyReports,

    /// <summary>It has not the shape of a batch.</summary>
    Malformed,

    /// <summary>Its submitter reports for nobody.</summary>
    RoleDoesNotReport,

    /// <summary>Its submitter does not report for some of its units.</summary>
    OutsideSubtree,

    /// <summary>Some report is wrong.</summary>
    Invalid,

    /// <summary>Nothing is wrong, and something unusual that nobody has confirmed.</summary>
    Unconfirmed,

    /// <summary>An idempotency key stands for another report.</summary>
    Conflict,
}
