using System;
using System.IO;
using Xunit;

namespace Aggregation.Tests.Command.Client;

/// <summary>What a README shows is what is compiled.</summary>
public sealed class ReadmeTests
{
    [Theory]
    [InlineData("README.md")]
    [InlineData("README.vi.md")]
    public void The_sample_stands_in_the_README_as_it_is_compiled(string readme)
    {
        var root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "Aggregation.sln")))
            root = Path.GetDirectoryName(root)!;

        var sample = File.ReadAllText(Path.Combine(root, "client", "Sample", "Program.cs")).Trim();

        Assert.Contains($"```csharp\n{sample}\n```", File.ReadAllText(Path.Combine(root, readme)), StringComparison.Ordinal);
    }
}
