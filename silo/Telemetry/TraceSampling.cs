using System;
using System.Collections.Frozen;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.Extensions.Configuration;
using OpenTelemetry.Trace;

namespace Aggregation.Silo.Telemetry;

/// <summary>
/// Which traces are kept, by <c>OTEL_TRACES_SAMPLER</c> and <c>OTEL_TRACES_SAMPLER_ARG</c>. Unlike OpenTelemetry's the default has a
/// limit, <see cref="PerSecond"/>: a silo that is asked for all it can do would else do a sixth less.
/// </summary>
internal static class TraceSampling
{
    /// <summary>The variable that names the sampler.</summary>
    public const string Name = "OTEL_TRACES_SAMPLER";

    /// <summary>The variable that says which part of the traces a ratio keeps.</summary>
    public const string ArgumentName = "OTEL_TRACES_SAMPLER_ARG";

    /// <summary>How many traces a second begin at most in a silo that is not told otherwise.</summary>
    public const int PerSecond = 50;

    private static readonly FrozenDictionary<string, Func<double, Sampler>> Samplers = new Dictionary<string, Func<double, Sampler>>(
        StringComparer.OrdinalIgnoreCase)
    {
        ["always_on"] = static _ => new AlwaysOnSampler(),
        ["always_off"] = static _ => new AlwaysOffSampler(),
        ["traceidratio"] = static ratio => new TraceIdRatioBasedSampler(ratio),
        ["parentbased_always_on"] = static _ => new ParentBasedSampler(new AlwaysOnSampler()),
        ["parentbased_always_off"] = static _ => new ParentBasedSampler(new AlwaysOffSampler()),
        ["parentbased_traceidratio"] = static ratio => new ParentBasedSampler(new TraceIdRatioBasedSampler(ratio)),
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The names that there are, as the end of a sentence.</summary>
    public static string Expected => $"one of {string.Join(", ", Samplers.Keys.Order(StringComparer.Ordinal))}";

    /// <summary>True when there is a sampler of that name.</summary>
    public static bool IsKnown(string name) => Samplers.ContainsKey(name);

    /// <summary>Reads a part of a whole.</summary>
    public static bool TryReadRatio(string text, out double ratio) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out ratio) && ratio is >= 0 and <= 1;

    /// <summary>The sampler that the variables name, which have been checked.</summary>
    public static Sampler Read(IConfiguration configuration)
    {
        if (OtelVariables.Read(configuration, Name) is not { } name)
            return new RequestSampler(new SenderSampler(new RateLimitingSampler(PerSecond, TimeProvider.System)));
        var ratio = OtelVariables.Read(configuration, ArgumentName) is { } text && TryReadRatio(text, out var part) ? part : 1;
        return new RequestSampler(Samplers[name](ratio));
    }
}
