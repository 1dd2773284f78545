using Aggregation.Testing.Postgres;
using Aggregation.Testing.Reference;
using Xunit;

namespace Aggregation.Tests.Processes.Fixtures;

/// <summary>A test on the real lists of units and on PostgreSQL.</summary>
public sealed class RealListOnPostgresFactAttribute : FactAttribute
{
    public RealListOnPostgresFactAttribute() => Skip = RealLists.Missing ?? PostgresBinaries.Missing;
}
