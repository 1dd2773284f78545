using System;

namespace Aggregation.Ledger;

/// <summary>The silo cannot start; the message is one sentence for the operator that says what, where and what would be right.</summary>
/// <param name="message">The sentence.</param>
/// <param name="innerException">What was met, for the log.</param>
public sealed class StartUpException(string message, Exception? innerException = null) : Exception(message, innerException);
