using System.Collections.Generic;
using System.Globalization;
using System.Net.Http;
using System.Threading.Tasks;
using Aggregation.Ledger.Access;
using Aggregation.Tests.Writing;
using Xunit;

namespace Aggregation.Tests.Security;

/// <summary>A sender over its limit.</summary>
public sealed class RequestLimitTests(RequestLimitTests.NarrowSilo silo) : IClassFixture<RequestLimitTests.NarrowSilo>
{
    [Fact]
    public async Task One_key_over_the_limit_waits_and_others_do_not()
    {
        var key = await silo.KeyAsync("VN", AccessRole.Viewer);
        var other = await silo.KeyAsync("VN", AccessRole.Viewer);
        for (var sent = 0; sent < 3; sent++)
            Assert.Equal(200, (await silo.SendAsync(HttpMethod.Get, "/api/v1/catalogue", key)).Status);
        var refused = (await silo.SendAsync(HttpMethod.Get, "/api/v1/catalogue", key)).IsProblem(429, "too-many-requests");
        Assert.InRange(int.Parse(refused.Headers["Retry-After"], CultureInfo.InvariantCulture), 1, 60);
        Assert.Equal(200, (await silo.SendAsync(HttpMethod.Get, "/api/v1/catalogue", other)).Status);
        for (var sent = 0; sent < 5; sent++)
            Assert.Equal(200, (await silo.SendAsync(HttpMethod.Get, "/health/live", null)).Status);
    }

    public sealed class NarrowSilo : WritingSilo
    {
        protected override Dictionary<string, string?> Settings { get; } = new() { ["Security:RequestsPerMinute"] = "3" };
    }
}
