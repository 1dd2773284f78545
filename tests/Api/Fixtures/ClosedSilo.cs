using System.Collections.Generic;

namespace Aggregation.Tests.Api.Fixtures;

/// <summary>A silo whose reads need a key.</summary>
public sealed class ClosedSilo : SiloFixture
{
    protected override IEnumerable<(string Name, string Value)> Settings => [("Security:PublicRead", "false")];
}
