using Xunit;

namespace Aggregation.Tests.Processes.Fixtures;

/// <summary>A test that fills a disk.</summary>
public sealed class SmallDiskFactAttribute : FactAttribute
{
    public SmallDiskFactAttribute() => Skip = SmallDisk.Missing;
}
