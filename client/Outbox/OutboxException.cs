using System;
using System.Collections.Generic;
using System.Globalization;

namespace Aggregation.Outboxes;

/// <summary>An outbox cannot be used as asked.</summary>
public sealed class OutboxException : Exception
{
    internal OutboxException(OutboxFault fault, Exception? inner, params object[] arguments)
        : base(string.Format(CultureInfo.InvariantCulture, Sentence(fault), arguments), inner)
    {
        Fault = fault;
        Arguments = arguments;
    }

    /// <summary>What is wrong.</summary>
    public OutboxFault Fault { get; }

    /// <summary>What it is about, for a sentence in another language: see <see cref="OutboxFault"/>.</summary>
    public IReadOnlyList<object> Arguments { get; }

    private static string Sentence(OutboxFault fault) => fault switch
    {
        OutboxFault.CannotOpen => "The outbox {0} cannot be opened: {1}",
        OutboxFault.Failed => "The outbox {0} cannot be read or written: {1}",
        OutboxFault.OtherAddress => "The outbox {0} holds the reports for {1}, not for {2}.",
        OutboxFault.InUse => "Another process is sending from the outbox {0}.",
        OutboxFault.NotRefused => "No refused report has the number {0}.",
        _ => "The same file was taken before, as {0} at {1:u}.",
    };
}
