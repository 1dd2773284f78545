using Aggregation.Testing.Cluster;
using Aggregation.Testing.Postgres;
using Xunit;

namespace Aggregation.Tests.Cluster.Fixtures;

/// <summary>A test that needs PostgreSQL and a clock to be put wrong.</summary>
public sealed class ClockFactAttribute : FactAttribute
{
    public ClockFactAttribute() => Skip = PostgresBinaries.Missing ?? Clock.Missing;
}
