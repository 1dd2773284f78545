namespace Aggregation.Tests.Telemetry;

/// <summary>A line of the log as a collector receives it; the trace is empty outside any.</summary>
internal sealed record ReceivedLog(string Category, string Body, string TraceId, string SpanId);
