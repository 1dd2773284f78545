using Xunit;

namespace Aggregation.Tests.Cluster;

public sealed class EmbeddedTests
{
    [Fact(Skip = "skipped, because the embedded engine is one process; the cluster is tested with -p:ActorEngine=Orleans")]
    public void A_cluster_needs_Orleans()
    {
    }
}
