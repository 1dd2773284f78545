using Xunit;

namespace Aggregation.Testing.Reference;

/// <summary>A test on the real lists of units.</summary>
public sealed class RealListFactAttribute : FactAttribute
{
    public RealListFactAttribute() => Skip = RealLists.Missing;
}
