using System;
using System.IO;

namespace Aggregation.Silo.Hosting;

/// <summary>What the program brings of <c>seeds/</c>.</summary>
public static class SeedFiles
{
    /// <summary>The folder beside the program.</summary>
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "seeds");
}
