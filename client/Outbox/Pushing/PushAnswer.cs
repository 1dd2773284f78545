using System;
using Aggregation.Contracts;

namespace Aggregation.Outboxes.Pushing;

/// <summary>What came back for a batch.</summary>
internal abstract record PushAnswer
{
    private PushAnswer()
    {
    }

    /// <summary>All of it stands.</summary>
    public sealed record Taken(ReportReceipt Receipt) : PushAnswer;

    /// <summary>The silo finds fault with some of its reports.</summary>
    public sealed record Refused(Problem Problem) : PushAnswer;

    /// <summary>The silo does not know the key, or the key may not report at all.</summary>
    public sealed record NotAllowed(Exception Reason) : PushAnswer;

    /// <summary>No answer that says anything of the reports.</summary>
    /// <param name="Reason">What came instead.</param>
    /// <param name="RetryAfter">How long the silo asked to wait.</param>
    /// <param name="HasFailed">True when the silo itself failed at the batch.</param>
    public sealed record Lost(Exception Reason, TimeSpan? RetryAfter = null, bool HasFailed = false) : PushAnswer;
}
