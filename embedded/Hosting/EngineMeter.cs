using System;
using System.Collections.Generic;
using System.Diagnostics.Metrics;
using System.Linq;

namespace Aggregation.Embedded.Hosting;

/// <summary>The meter <c>Aggregation.Embedded</c>: how many activations there are, by grain type.</summary>
internal sealed class EngineMeter : IDisposable
{
    private readonly Meter _meter = new("Aggregation.Embedded");

    public EngineMeter(Engine engine) => _meter.CreateObservableUpDownCounter(
        "embedded.activations", () => Count(engine), unit: "{activation}", description: "Activations in memory.");

    public void Dispose() => _meter.Dispose();

    private static IEnumerable<Measurement<int>> Count(Engine engine) => engine.Interfaces.Classes.Select(
        static one => new Measurement<int>(one.Count, new KeyValuePair<string, object?>("grain", one.GrainType.ToString())));
}
