using System;

namespace Aggregation.Client;

/// <summary>A live stream has ended, and is about to be opened again.</summary>
/// <param name="Failures">How many tries have failed since the last event.</param>
/// <param name="Delay">How long until the next try.</param>
/// <param name="Reason">Why; null if the silo just ended the stream.</param>
public sealed record LiveInterruption(int Failures, TimeSpan Delay, Exception? Reason);
