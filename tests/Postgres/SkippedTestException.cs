using System;

namespace Aggregation.Tests.Postgres;

/// <summary>Thrown by a test, or by what it is built on, it has the test reported as skipped instead of failed: xunit tells by the first word.</summary>
/// <param name="reason">Why.</param>
public sealed class SkippedTestException(string reason) : Exception("$XunitDynamicSkip$" + reason);
