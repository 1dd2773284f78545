using System;
using System.Collections.Generic;
using System.Linq;
using Aggregation.Embedded.Hosting;
using Orleans.Runtime;

namespace Aggregation.Embedded.Checks;

/// <summary>What is refused at start, because only a cluster would notice it later, or because this engine lacks it.</summary>
internal static class StartupChecks
{
    /// <summary>Reads the grains of the engine's assemblies.</summary>
    /// <exception cref="OrleansConfigurationException">Something is wrong; the message has a sentence for each fault.</exception>
    public static GrainShape Run(Engine engine)
    {
        var faults = new List<string>();
        OptionsCheck.Run(engine.Options, faults);
        var shape = GrainShape.Read(engine.Options.Assemblies);
        var services = new GrainServices(engine.Services);
        var messages = new MessageCheck(engine.Options.Assemblies, faults);
        foreach (var one in shape.Interfaces)
            InterfaceCheck.Run(one, shape, messages, faults);
        foreach (var (type, _) in shape.Classes)
            GrainClassCheck.Run(type, services, faults);
        StateNameCheck.Run(shape, faults);
        messages.RunExceptions();
        return faults.Count == 0
            ? shape
            : throw new OrleansConfigurationException($"The engine cannot start:\n- {string.Join("\n- ", faults.Distinct(StringComparer.Ordinal))}");
    }
}
