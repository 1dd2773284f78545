using System;
using System.Collections.Generic;

namespace Aggregation.Api;

/// <summary>The names met so far in one object: a short list, and a set once there are many.</summary>
internal struct SeenNames
{
    private const int FewNames = 16;

    private List<string>? few;
    private HashSet<string>? many;

    /// <summary>True when the name was not met before.</summary>
    public bool Add(string name)
    {
        if (many is not null)
            return many.Add(name);
        few ??= new List<string>(FewNames);
        foreach (var met in few)
        {
            if (string.Equals(met, name, StringComparison.Ordinal))
                return false;
        }

        few.Add(name);
        if (few.Count == FewNames)
            many = new HashSet<string>(few, StringComparer.Ordinal);
        return true;
    }
}
