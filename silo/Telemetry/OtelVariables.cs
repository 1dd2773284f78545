using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Aggregation.Ledger;
using Microsoft.Extensions.Configuration;

namespace Aggregation.Silo.Telemetry;

/// <summary>Every <c>OTEL_*</c> variable that has an effect here and can be wrong.</summary>
internal static class OtelVariables
{
    private const string Exporter = "OTEL_EXPORTER_OTLP_";
    private const string Milliseconds = "a whole number of milliseconds above 0, such as '10000'";

    private static readonly string[] Signals = ["TRACES", "METRICS", "LOGS"];
    private static readonly string[] Delays = ["SCHEDULE_DELAY", "EXPORT_TIMEOUT"];
    private static readonly string[] Sizes = ["MAX_QUEUE_SIZE", "MAX_EXPORT_BATCH_SIZE"];

    private static readonly ImmutableArray<OtelVariable> All =
    [
        .. OfEachSignal("ENDPOINT", "an http or https address, such as 'http://127.0.0.1:4317'", IsAddress),
        .. OfEachSignal("PROTOCOL", "'grpc' or 'http/protobuf'", OneOf("grpc", "http/protobuf")),
        .. OfEachSignal("COMPRESSION", "'gzip' or 'none'", OneOf("gzip", "none")),
        .. OfEachSignal("TIMEOUT", Milliseconds, IsPositive),
        .. OfEachSignal("HEADERS", "pairs such as 'name=value,other=value'", IsPairs),
        .. Signals.Select(signal => new OtelVariable($"OTEL_{signal}_EXPORTER", "'otlp' or 'none'", OneOf("otlp", "none"))),
        new("OTEL_SDK_DISABLED", "'true' or 'false'", OneOf("true", "false")),
        new("OTEL_RESOURCE_ATTRIBUTES", "pairs such as 'deployment.environment.name=production,service.namespace=ministry'", IsPairs),
        new(TraceSampling.Name, TraceSampling.Expected, TraceSampling.IsKnown),
        new(TraceSampling.ArgumentName, "a number from 0 to 1, such as '0.1'", value => TraceSampling.TryReadRatio(value, out _)),
        new("OTEL_METRICS_EXEMPLAR_FILTER", "'trace_based', 'always_on' or 'always_off'", OneOf("trace_based", "always_on", "always_off")),
        new("OTEL_EXPORTER_OTLP_METRICS_TEMPORALITY_PREFERENCE", "'cumulative', 'delta' or 'lowmemory'", OneOf(
            "cumulative",
            "delta",
            "lowmemory")),
        new("OTEL_EXPORTER_OTLP_METRICS_DEFAULT_HISTOGRAM_AGGREGATION", "'explicit_bucket_histogram' or "
            + "'base2_exponential_bucket_histogram'", OneOf(
            "explicit_bucket_histogram",
            "base2_exponential_bucket_histogram")),
        new("OTEL_METRIC_EXPORT_INTERVAL", Milliseconds, IsPositive),
        new("OTEL_METRIC_EXPORT_TIMEOUT", Milliseconds, IsPositive),
        .. OfBatches("OTEL_BSP_"),
        .. OfBatches("OTEL_BLRP_"),
    ];

    /// <summary>Looks at every variable that is set.</summary>
    /// <exception cref="StartUpException">One is wrong; the sentence names it, its value and what would be right.</exception>
    public static void Check(IConfiguration configuration)
    {
        foreach (var variable in All)
        {
            if (Read(configuration, variable.Name) is { } value && !variable.IsRight(value))
                throw new StartUpException($"{variable.Name} is '{value}'; it must be {variable.Expected}.");
        }
    }

    /// <summary>The value of a variable; null when it is not set, or empty, which means the same.</summary>
    public static string? Read(IConfiguration configuration, string name) =>
        configuration[name] is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

    /// <summary>The name of a setting of the exporter, of all signals or of one.</summary>
    public static string ExporterName(string setting, string? signal = null) =>
        signal is null ? Exporter + setting : $"{Exporter}{signal}_{setting}";

    private static IEnumerable<OtelVariable> OfEachSignal(string setting, string expected, Func<string, bool> isRight) =>
        Signals.Prepend<string?>(null).Select(signal => new OtelVariable(ExporterName(setting, signal), expected, isRight));

    private static IEnumerable<OtelVariable> OfBatches(string prefix) =>
        Delays.Select(name => new OtelVariable(prefix + name, Milliseconds, IsPositive))
            .Concat(Sizes.Select(name => new OtelVariable(prefix + name, "a whole number above 0, such as '512'", IsPositive)));

    private static Func<string, bool> OneOf(params string[] values) => value => values.Contains(value, StringComparer.OrdinalIgnoreCase);

    private static bool IsAddress(string value) => Uri.TryCreate(value, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https";

    private static bool IsPositive(string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0;

    private static bool IsPairs(string value) => value.Split(',').All(pair => pair.Trim().IndexOf('=', StringComparison.Ordinal) > 0);
}
