using Xunit;

namespace Aggregation.Tests.Browser.Fixtures;

/// <summary>The tests that share a browser and a silo, one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class DashboardTests : ICollectionFixture<DashboardFixture>
{
    public const string Name = "dashboard";
}
