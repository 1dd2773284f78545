using Xunit;

namespace Aggregation.Tests.Deploy.Fixtures;

/// <summary>A test that needs a program of the machine.</summary>
public sealed class ProgramFactAttribute : FactAttribute
{
    /// <summary>Makes it.</summary>
    /// <param name="program">The program.</param>
    public ProgramFactAttribute(string program)
    {
        Program = program;
        Skip = InstalledProgram.Missing(program);
    }

    /// <summary>The program.</summary>
    public string Program { get; }
}
