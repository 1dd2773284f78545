using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Aggregation.Client;
using Aggregation.Contracts;

namespace Aggregation.Commands.Simulation;

/// <summary>The communes that may be made to report: simulated ones only, never a real one.</summary>
internal static class SimulatedCommunes
{
    /// <summary>Those at or below some units; of the whole nation if none is named.</summary>
    public static async Task<List<RegistryUnit>> FindAsync(
        AggregationClient client,
        IReadOnlyCollection<string> above,
        CancellationToken cancellationToken)
    {
        var units = new Dictionary<string, RegistryUnit>(StringComparer.Ordinal);
        await foreach (var unit in client.GetUnitsAsync(cancellationToken: cancellationToken))
            units.Add(unit.Code, unit);
        if (above.FirstOrDefault(code => !units.ContainsKey(code)) is { } unknown)
            throw new RefusedException(Words.Get("NoSuchUnit", unknown));
        return [.. units.Values.Where(unit => unit is { Simulated: true, Level: "commune" }
            && (above.Count == 0 || IsBelow(unit, above, units)))];
    }

    private static bool IsBelow(RegistryUnit unit, IReadOnlyCollection<string> above, Dictionary<string, RegistryUnit> units)
    {
        for (var current = unit; current is not null; current = current.Parent is { } parent ? units.GetValueOrDefault(parent) : null)
        {
            if (above.Contains(current.Code, StringComparer.Ordinal))
                return true;
        }

        return false;
    }
}
