using System;
using System.Collections.Generic;

namespace Aggregation.Tests.Command.Fixtures;

/// <summary>Environment variables; null takes one away.</summary>
public static class Variables
{
    public static IReadOnlyDictionary<string, string?> Of(params (string Name, string? Value)[] variables)
    {
        var all = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var (name, value) in variables)
            all[name] = value;
        return all;
    }
}
