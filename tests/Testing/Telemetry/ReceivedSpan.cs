using System.Collections.Generic;

namespace Aggregation.Testing.Telemetry;

/// <summary>A span as a collector receives it; ids are hexadecimal, an empty parent is none.</summary>
public sealed record ReceivedSpan(
    string Source,
    string Name,
    string TraceId,
    string SpanId,
    string ParentId,
    IReadOnlyDictionary<string, string> Attributes,
    IReadOnlyDictionary<string, string> Resource);
