using System;
using System.IO;
using Aggregation.Testing;
using Xunit;

namespace Aggregation.Tests.Command.Client;

/// <summary>What the developer's guide shows is what is compiled.</summary>
public sealed class ReadmeTests
{
    [Theory]
    [InlineData("docs/guide/developer.md")]
    [InlineData("docs/guide/developer.vi.md")]
    public void The_sample_stands_in_the_guide_as_it_is_compiled(string guide)
    {
        var sample = File.ReadAllText(Path.Combine(Repository.Root, "client", "Sample", "Program.cs")).Trim();

        Assert.Contains($"```csharp\n{sample}\n```", File.ReadAllText(Path.Combine(Repository.Root, guide)), StringComparison.Ordinal);
    }
}
