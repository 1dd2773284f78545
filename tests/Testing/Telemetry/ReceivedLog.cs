namespace Aggregation.Testing.Telemetry;

/// <summary>A line of the log as a collector receives it; the trace is empty outside any.</summary>
public sealed record ReceivedLog(string Category, string Body, string TraceId, string SpanId);
