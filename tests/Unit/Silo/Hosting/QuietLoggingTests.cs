using System;
using System.Linq;
using Aggregation.Api.RollUps;
using Aggregation.Silo;
using Aggregation.Silo.Hosting;
using Xunit;

namespace Aggregation.Tests.Silo.Hosting;

public sealed class QuietLoggingTests
{
    [Fact]
    public void Every_category_of_our_own_that_is_quieted_is_one_that_speaks()
    {
        var spaces = new[] { typeof(SiloServices), typeof(RollUpServices) }.SelectMany(type => type.Assembly.GetTypes())
            .SelectMany(type => new[] { type.FullName, type.Namespace })
            .ToHashSet();
        var own = QuietLogging.Levels.Keys.Select(setting => setting[(setting.LastIndexOf(':') + 1)..])
            .Where(category => category.StartsWith("Aggregation", StringComparison.Ordinal))
            .ToList();

        Assert.NotEmpty(own);
        Assert.All(own, category => Assert.Contains(category, spaces));
    }
}
