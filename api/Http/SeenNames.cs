using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;

namespace Aggregation.Api.Http;

/// <summary>The names met so far in one object: on the stack while they are few, and in a set once there are many.</summary>
internal struct SeenNames
{
    private const int FewNames = 16;

    private Names few;
    private int count;
    private HashSet<string>? many;

    /// <summary>True when the name was not met before.</summary>
    public bool Add(string name)
    {
        if (many is not null)
            return many.Add(name);
        foreach (var met in few[..count])
        {
            if (string.Equals(met, name, StringComparison.Ordinal))
                return false;
        }

        if (count == FewNames)
            return (many = new HashSet<string>(few[..count].ToArray(), StringComparer.Ordinal)).Add(name);
        few[count++] = name;
        return true;
    }

    [InlineArray(FewNames)]
    private struct Names
    {
        private string first;
    }
}
