using System.Collections.Generic;
using System.Linq;

namespace Aggregation.Commands.Doctoring;

/// <summary>Names in a sentence.</summary>
internal static class Lists
{
    private const int Most = 10;

    /// <summary>The first ten of them, and how many there are besides.</summary>
    public static string Few(IReadOnlyCollection<string> names)
    {
        var shown = string.Join(", ", names.Take(Most));
        return names.Count > Most ? Words.Get("Doctor.AndMore", shown, names.Count - Most) : shown;
    }
}
