using System;
using System.IO;
using System.Linq;
using Xunit;

namespace Aggregation.Tests.Deploy.Telemetry;

/// <summary>A test that needs <c>promtool</c>.</summary>
public sealed class PromtoolFactAttribute : FactAttribute
{
    public PromtoolFactAttribute() => Skip = IsThere
        || string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase)
        ? null
        : "skipped, because promtool is not on this machine (Debian: prometheus)";

    private static bool IsThere => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Any(folder => File.Exists(Path.Combine(folder, "promtool")));
}
