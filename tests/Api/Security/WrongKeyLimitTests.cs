using System.Collections.Generic;
using System.Net.Http;
using System.Threading.Tasks;
using Aggregation.Ledger.Access;
using Aggregation.Tests.Writing;
using Xunit;

namespace Aggregation.Tests.Security;

/// <summary>Somebody who guesses keys.</summary>
public sealed class WrongKeyLimitTests(WrongKeyLimitTests.NarrowSilo silo) : IClassFixture<WrongKeyLimitTests.NarrowSilo>
{
    [Fact]
    public async Task After_some_wrong_keys_more_are_refused_and_right_ones_are_not()
    {
        var key = await silo.KeyAsync("VN", AccessRole.Viewer);
        (await silo.SendAsync(HttpMethod.Get, "/api/v1/units/VN", "wrong")).IsProblem(401, "bad-key");
        (await silo.PostAsync("/session", """{"key":"wrong"}""", key: null)).IsProblem(401, "bad-key");
        Assert.Contains(
            "Retry-After",
            (await silo.SendAsync(HttpMethod.Get, "/api/v1/units/VN", "wrong")).IsProblem(429, "too-many-wrong-keys").Headers.Keys);
        (await silo.PostAsync("/session", """{"key":"wrong"}""", key: null)).IsProblem(429, "too-many-wrong-keys");
        Assert.Equal(200, (await silo.SendAsync(HttpMethod.Get, "/api/v1/units/VN", key)).Status);
        Assert.Equal(204, (await silo.PostAsync("/session", $$"""{"key":"{{key}}"}""", key: null)).Status);
    }

    public sealed class NarrowSilo : WritingSilo
    {
        protected override Dictionary<string, string?> Settings { get; } = new() { ["Security:WrongKeysPerMinute"] = "2" };
    }
}
