namespace Aggregation.Tests.Conformance.Engines;

/// <summary>A service of the host.</summary>
internal sealed record Greeting(string Text);
