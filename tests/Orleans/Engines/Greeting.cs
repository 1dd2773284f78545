namespace Aggregation.Tests.Orleans.Engines;

/// <summary>A service of the host.</summary>
internal sealed record Greeting(string Text);
