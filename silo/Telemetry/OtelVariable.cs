using System;

namespace Aggregation.Silo.Telemetry;

/// <summary>A standard variable of OpenTelemetry, as the silo checks it: the SDK passes over a value that it does not understand.</summary>
/// <param name="Name">Its name: <c>OTEL_TRACES_SAMPLER</c>.</param>
/// <param name="Expected">What would be right, as the end of a sentence.</param>
/// <param name="IsRight">Whether a value is.</param>
internal sealed record OtelVariable(string Name, string Expected, Func<string, bool> IsRight);
