using Aggregation.Testing.Postgres;
using Xunit;

namespace Aggregation.Testing.Cluster;

/// <summary>A test that needs PostgreSQL and a clock to be put wrong.</summary>
public sealed class ClockFactAttribute : FactAttribute
{
    public ClockFactAttribute() => Skip = PostgresBinaries.Missing ?? Clock.Missing;
}
