using System;
using System.IO;
using System.Linq;
using Xunit;

namespace Aggregation.Tests.Api.Description;

/// <summary>A test that needs Node.js and its npm on the PATH.</summary>
public sealed class NpmFactAttribute : FactAttribute
{
    public NpmFactAttribute()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        if (!folders.Any(folder => File.Exists(Path.Combine(folder, "npm"))))
            Skip = "skipped, because npm is not on the PATH";
    }
}
