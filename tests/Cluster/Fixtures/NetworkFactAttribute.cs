using Aggregation.Testing.Cluster;
using Aggregation.Testing.Postgres;
using Xunit;

namespace Aggregation.Tests.Cluster.Fixtures;

/// <summary>A test that needs PostgreSQL and network namespaces.</summary>
public sealed class NetworkFactAttribute : FactAttribute
{
    public NetworkFactAttribute() => Skip = PostgresBinaries.Missing ?? SiloNetwork.Missing;
}
